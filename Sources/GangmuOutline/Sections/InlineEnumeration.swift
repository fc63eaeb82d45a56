import HanText

/// Finds enumerations that stand inside a paragraph: 包括(1)…;(2)…, 一是…二是…, 1.…2.…3.… run together.
///
/// A marker in running text is believed only as a member of a chain that begins with 1, or with the marker that begins the
/// paragraph, and rises by one: (三) in 見(三), the 3. of 3.5 and 第十二條 in a sentence have no such company. The
/// one exception is an article that was glued to the end of a sentence (…和協助。第二十三條 網路…), which begins where a
/// paragraph should.
struct InlineEnumeration {
  /// Markers of one series that count up from 1.
  private struct Chain {
    /// How many they are.
    var count = 1
    var last: Int
    /// Where the text of the last one begins.
    var textStart: Int

    init(startingWith marker: Marker) {
      last = marker.ordinal
      textStart = marker.textStart
    }

    /// Adds the next member; false where the marker does not continue the chain.
    mutating func append(_ marker: Marker) -> Bool {
      guard marker.ordinal == last + 1, marker.span.lowerBound - textStart >= Self.shortestMember else { return false }
      self = Chain(count: count + 1, last: marker.ordinal, textStart: marker.textStart)
      return true
    }

    private init(count: Int, last: Int, textStart: Int) {
      self.count = count
      self.last = last
      self.textStart = textStart
    }

    var isEnumeration: Bool { count > 1 }

    /// (一)、(二) name two places; members say something.
    private static let shortestMember = 2
  }

  /// What becomes of a marker.
  private enum Fate {
    case dropped, kept
    /// It is kept if its chain has other members.
    case member(of: Int)
  }

  private var chains: [Chain] = []
  private var fates: [Fate] = []
  /// For each series the chain that is open, or nil.
  private var open: [Int?] = []
  /// As many series as most documents have at most.
  private static let usualSeries = 16

  /// Keeps of the markers of a block, `candidates[start...]`, the members of its enumerations and the marker that begins it.
  mutating func keepMembers(
    of candidates: inout [MarkerCandidate], from start: Int, seriesCount: Int, block: Range<Int>, in text: FoldedText
  ) {
    if open.isEmpty { open.reserveCapacity(Self.usualSeries) }
    while open.count < seriesCount { open.append(nil) }
    chains.removeAll(keepingCapacity: true)
    fates.removeAll(keepingCapacity: true)
    for candidate in candidates[start...] {
      fates.append(fate(of: candidate, block: block, in: text))
    }
    var kept = start
    for index in candidates.indices[start...] {
      open[candidates[index].series] = nil
      var isMember = false
      switch fates[index - start] {
      case .dropped: break
      case .kept: isMember = true
      case .member(let chain): isMember = chains[chain].isEnumeration
      }
      guard isMember || !candidates[index].isInline else { continue }
      candidates[kept] = candidates[index]
      candidates[kept].isInline = isMember
      kept += 1
    }
    candidates.removeLast(candidates.count - kept)
  }

  private mutating func fate(of candidate: MarkerCandidate, block: Range<Int>, in text: FoldedText) -> Fate {
    let marker = candidate.marker
    let beginsBlock = marker.span.lowerBound == block.lowerBound
    if marker.traits.rank == .provision, !beginsBlock {
      return Self.isGluedArticle(marker, in: text) ? .kept : .dropped
    }
    guard marker.traits.standsInline else { return .dropped }
    if let chain = open[candidate.series], chains[chain].append(marker) { return .member(of: chain) }
    guard marker.ordinal == 1 || beginsBlock else {
      open[candidate.series] = nil
      return .dropped
    }
    open[candidate.series] = chains.count
    chains.append(Chain(startingWith: marker))
    return .member(of: chains.count - 1)
  }

  /// Whether a member may begin at an offset within a block: behind a mark, or, with a bracket of its own, behind any word
  /// that is no class (三(4)班) and no number.
  static func mayFollow(_ offset: Int, in text: FoldedText) -> Bool {
    let before = text[offset - 1]
    // 10月16日(三): a weekday.
    if text[offset] == "(", before == "日" || before == "号", text.unit(at: offset + 1)?.isAny(.hanDigit) == true {
      return false
    }
    return !MarkerReader.followsWords(text[offset]) || !before.isAny([.digit, .hanNumeral]) && before != "第"
  }

  /// Whether an article begins here though the page runs it on: after the end of a sentence, and parted from its text.
  private static func isGluedArticle(_ marker: Marker, in text: FoldedText) -> Bool {
    let before = text[marker.span.lowerBound - 1]
    return before.isAny(.sentenceEnd) && marker.textStart > marker.span.upperBound
  }
}
