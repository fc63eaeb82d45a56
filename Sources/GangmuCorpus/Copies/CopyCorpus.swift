import Gangmu
import GangmuCopies
import HanText

/// The texts of files of JSON Lines, and which of them are copies.
///
///     var corpus = CopyCorpus(["records.jsonl"], options: CopyCorpus.Options()) { print($0) }
///     try corpus.findCopies()
///     try corpus.writeRows(to: &output)
///
/// The files are read twice and more: once to take the texts in, again for the exact comparisons and for what is written.
/// They must not change meanwhile.
public struct CopyCorpus: ~Copyable {
  /// How copies are looked for.
  public struct Options: Sendable {
    /// What is compared.
    public var level = CopyLevel.document
    /// How it is compared, and in how much memory.
    public var copies = CopyOptions()

    /// Makes the default options.
    public init() {}
  }

  let files: LineFiles
  let options: Options
  /// Where each text was read.
  private(set) var places: [LineFiles.Place] = []
  /// The span of each text in its line's, where not whole lines are compared.
  private(set) var spans: [Range<Int>] = []
  /// The number of each text in its document, where not whole lines are compared.
  private(set) var ordinals: [Int32] = []
  /// Whether each text looks Traditional.
  private var isTraditional: [Bool] = []
  private var ids = IDTable()
  private var index: CopyIndex
  private(set) var report = CopyReport.empty
  /// Whether some of the lines are records of gangmu.
  private(set) var hasRecords = false
  /// What records that are copies say differently.
  private(set) var relations = Genealogy()
  /// The seconds that the reading of the files and the signing of the texts took.
  public private(set) var takingInSeconds = 0.0
  private let fail: (InputFailure) -> Void

  /// Opens files, folders of them and standard input (`-`), each also compressed; what cannot be read twice is copied to a
  /// temporary file. `fail` hears of each file and line that cannot be used, `note` of what else is to be known of folders.
  public init(
    _ paths: [String], options: Options, note: (InputFailure) -> Void = { _ in },
    fail: @escaping (InputFailure) -> Void
  ) {
    self.options = options
    self.fail = fail
    files = LineFiles(paths, temporaryFolder: options.copies.temporaryFolder, note: note, fail: fail)
    index = CopyIndex(options: options.copies)
  }

  /// The number of texts.
  public var count: Int { places.count }

  /// What was found in all, and how much work it was.
  public var statistics: CopyReport { report }

  /// Reads the files and finds the copies.
  /// - Throws: `CopyFailure`.
  public mutating func findCopies() throws(CopyFailure) {
    let start = ContinuousClock.now
    try takeIn()
    takingInSeconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
    let reader = TextReader(places: places, spans: spans, level: options.level)
    let descriptorReader = files.rereader()
    var report = try index.copies { number in
      descriptorReader.bytes(at: reader.places[number]).flatMap { reader.content(of: number, in: $0) }
    }
    markScriptVariants(&report, descriptorReader, reader)
    self.report = report
    relations = genealogy()
  }

  private mutating func takeIn() throws(CopyFailure) {
    let level = options.level
    var documents = 0
    // The closure may not capture parts of a noncopyable value, so they are moved out and back.
    var (places, spans, ordinals, ids) = (self.places, self.spans, self.ordinals, self.ids)
    var isTraditional = self.isTraditional
    var index = CopyIndex(options: options.copies)
    var hasRecords = false
    try files.forEachLine(fail: fail) { (line, place) throws(CopyFailure) in
      let parsed = line.parsed(fail: fail) { (bytes) throws(LineFailure) in
        try TextLine(bytes, withSections: level == .section)
      }
      guard let parsed else { return }
      if parsed.isRecord { hasRecords = true }
      let raw = level == .document ? ContentHash.short(of: parsed.text) : 0
      let text = FoldedText(utf8: parsed.text)
      let parts = level.spans(of: text) { parsed.isRecord ? parsed.sections : OutlineSpans.spans(of: text) }
      for (ordinal, span) in parts.enumerated() {
        let hash = level == .document ? raw : ContentHash.short(of: text.utf8[text.utf8Range(span)])
        try index.add(
          ContentUnits(text, span: span), rawHash: hash, owner: level == .document ? nil : documents)
        places.append(place)
        isTraditional.append(ScriptVariant.looksTraditional(text, span))
        ids.append(parsed.id)
        if level != .document {
          spans.append(span)
          ordinals.append(Int32(truncatingIfNeeded: ordinal))
        }
      }
      documents += 1
    }
    (self.places, self.spans, self.ordinals, self.ids) = (places, spans, ordinals, ids)
    self.isTraditional = isTraditional
    self.index = index
    self.hasRecords = hasRecords
  }

  /// Tells texts in the other script from those that differ in layout, and from those that were changed.
  private func markScriptVariants(_ report: inout CopyReport, _ files: LineRereader, _ reader: TextReader) {
    func part(_ number: Int) -> ScriptVariant.Part? {
      files.bytes(at: places[number]).flatMap { reader.text(of: number, in: $0) }
    }
    for number in report.copies.indices {
      let other = report.copies[number].representative
      switch report.copies[number].relation {
      case .exact:
        guard index.rawHashes[number] != index.rawHashes[other], let own = part(number), let theirs = part(other),
          ScriptVariant.differInScript(own, theirs)
        else { continue }
        report.markScriptVariant(number)
      case .near:
        guard isTraditional[number] != isTraditional[other], report.copies[number].jaccard >= Self.leastVariant,
          let own = part(number), let theirs = part(other),
          ScriptVariant.isSameInOtherWords(
            traditional: isTraditional[number] ? own : theirs, simplified: isTraditional[number] ? theirs : own)
        else { continue }
        report.markScriptVariant(number)
      default: continue
      }
    }
  }

  /// Texts of a lesser Jaccard similarity differ in more than regional words.
  private static let leastVariant = 0.6

  /// The id of a text as JSON; of a part of a document with `#` and the number of the part.
  func id(of number: Int) -> [UInt8] {
    let id = ids[number]
    guard options.level != .document else { return Array(id) }
    let isString = id.first == UInt8(ascii: "\"")
    let inner = isString ? id.dropFirst().dropLast() : id
    return [UInt8(ascii: "\"")] + inner + Array("#\(ordinals[number])\"".utf8)
  }
}

/// The ids of texts, end to end.
private struct IDTable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  mutating func append(_ id: [UInt8]) {
    bytes += id
    ends.append(bytes.count)
  }

  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[(number > 0 ? ends[number - 1] : 0)..<ends[number]]
  }
}
