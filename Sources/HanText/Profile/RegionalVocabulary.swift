/// The words of a text that one region uses where another has a word of its own (網絡 and 網路, 信息 and 資訊), by OpenCC's
/// table of Taiwan's vocabulary.
public struct RegionalVocabulary: Sendable, Hashable {
  /// A region, in either script.
  public enum Region: String, Sendable, Hashable, CaseIterable {
    /// The mainland's words, most of which Hong Kong shares.
    case mainland
    /// Taiwan's words.
    case taiwan
  }

  /// A word found.
  public struct Word: Sendable, Hashable {
    /// Unicode scalars of the text.
    public let span: Range<Int>
    /// As it stands.
    public let text: String
    /// Whose word it is.
    public let region: Region
    /// What the other region says, in Traditional.
    public let counterpart: String
  }

  /// The words, in reading order.
  public let words: [Word]

  /// Finds the words of a text. Words that both regions use, if not for the same thing, are left out.
  public init(of text: FoldedText) {
    words = Self.table.matches(in: text, within: 0..<text.count).map { match in
      Word(
        span: match.span, text: text.string(match.span), region: match.payload.region,
        counterpart: match.payload.counterpart)
    }
  }

  /// How many words of a region there are.
  public func count(of region: Region) -> Int {
    words.reduce(0) { $0 + ($1.region == region ? 1 : 0) }
  }

  /// The region that most of the words belong to, or nil where there are few or neither prevails.
  public var region: Region? {
    let (mainland, taiwan) = (count(of: .mainland), count(of: .taiwan))
    if taiwan > 2, taiwan > mainland * 2 { return .taiwan }
    if mainland > 2, mainland > taiwan * 2 { return .mainland }
    return nil
  }

  /// The words of the other region, in a text that has a region.
  var proposals: [RepairProposal] {
    guard let region else { return [] }
    return words.filter { $0.region != region }.map {
      RepairProposal(
        span: $0.span, original: $0.text, replacement: $0.counterpart, kind: .regional, confidence: 0.5,
        evidence: $0.counterpart)
    }
  }

  private struct Entry: Sendable {
    let region: Region
    let counterpart: String
  }

  private static let table: PhraseTable<Entry> = {
    // One pair a line: the mainland's word, a tab, Taiwan's.
    let lines = CompiledTables.embedded.part(.regionalVocabulary, 0, as: UInt8.self).split(
      separator: UInt8(ascii: "\n"))
    let pairs = lines.compactMap { line -> (mainland: String, taiwan: String)? in
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      return (
        String(decoding: line[..<tab], as: UTF8.self), String(decoding: line[line.index(after: tab)...], as: UTF8.self)
      )
    }
    // A word that stands on both sides (文件 is a file here, a document there) tells nothing.
    let (left, right) = (Set(pairs.map { FoldUnit.fold($0.mainland) }), Set(pairs.map { FoldUnit.fold($0.taiwan) }))
    var entries: [(String, Entry)] = []
    for pair in pairs where pair.mainland.unicodeScalars.count > 1 && pair.taiwan.unicodeScalars.count > 1 {
      if !right.contains(FoldUnit.fold(pair.mainland)) {
        entries.append((pair.mainland, Entry(region: .mainland, counterpart: pair.taiwan)))
      }
      if !left.contains(FoldUnit.fold(pair.taiwan)) {
        entries.append((pair.taiwan, Entry(region: .taiwan, counterpart: pair.mainland)))
      }
    }
    return PhraseTable(entries)
  }()
}
