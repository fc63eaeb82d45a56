import HanText

/// Finds enumerations that stand inside a paragraph: 包括(1)…;(2)…, 一是…二是…, 1.…2.…3.… run together.
///
/// A marker in running text is believed only as a member of a chain that begins with 1, or with the marker that begins the
/// paragraph, and rises by one: (三) in 見(三), the 3. of 3.5 and 第十二條 in a sentence have no such company. The one exception is an article that was glued to the end
/// of a sentence (…和協助。第二十三條 網路…), which begins where a paragraph should.
enum InlineEnumeration {
  /// The members of all enumerations in a block, in reading order. `first` is the marker that begins the block, if one does.
  static func members(in text: FoldedText, block: Range<Int>, first: Marker?, by reader: MarkerReader) -> [Marker] {
    let markers = markers(in: text, block: block, first: first, by: reader)
    // A marker that stands alone is a member of nothing, unless it is an article's.
    guard markers.count > 1 || first == nil && !markers.isEmpty else { return [] }
    var chains: [Marker.Series: Chain] = [:]
    var members: [Marker] = []
    for marker in markers {
      if marker.traits.rank == .provision, marker.span.lowerBound > block.lowerBound {
        if isGluedArticle(marker, in: text) { members.append(marker) }
      } else if marker.traits.standsInline {
        if chains[marker.series]?.append(marker) != true {
          if let ended = chains[marker.series], ended.isEnumeration { members += ended.markers }
          chains[marker.series] = Chain(
            startingWith: marker, beginsBlock: marker.span.lowerBound == block.lowerBound)
        }
      }
    }
    for chain in chains.values where chain.isEnumeration { members += chain.markers }
    return members.sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// Whatever in a block reads as a marker and stands where one may.
  private static func markers(
    in text: FoldedText, block: Range<Int>, first: Marker?, by reader: MarkerReader
  ) -> [Marker] {
    var markers: [Marker] = []
    if let first { markers.append(first) }
    var offset = max(first?.span.upperBound ?? 0, block.lowerBound + 1)
    while let start = reader.nextStart(in: text, from: offset, to: block.upperBound) {
      offset = start + 1
      guard mayFollow(start, in: text),
        let marker = reader.read(in: text, at: start, limit: block.upperBound)
      else { continue }
      markers.append(marker)
      offset = max(marker.span.upperBound, offset)
    }
    return markers
  }

  /// Markers of one series that count up from 1.
  private struct Chain {
    private(set) var markers: [Marker] = []

    init?(startingWith marker: Marker, beginsBlock: Bool) {
      guard marker.ordinal == 1 || beginsBlock else { return nil }
      markers = [marker]
    }

    /// Adds the next member; false where the marker does not continue the chain.
    mutating func append(_ marker: Marker) -> Bool {
      guard let last = markers.last, marker.ordinal == last.ordinal + 1,
        marker.span.lowerBound - last.textStart >= Chain.shortestMember
      else { return false }
      markers.append(marker)
      return true
    }

    var isEnumeration: Bool { markers.count > 1 }

    /// (一)、(二) name two places; members say something.
    private static let shortestMember = 2
  }

  /// Whether a member may begin at an offset within a block: behind a mark, or, with a bracket of its own, behind any word
  /// that is no class (三(4)班) and no number.
  private static func mayFollow(_ offset: Int, in text: FoldedText) -> Bool {
    let before = text[offset - 1]
    // 10月16日(三): a weekday.
    if text[offset] == "(", before == "日" || before == "号", text.unit(at: offset + 1)?.isAny(.hanDigit) == true {
      return false
    }
    if text[offset] == "(" || Self.isEnclosed(text[offset]) {
      return !before.isAny([.digit, .hanNumeral]) && before != "第"
    }
    return before.isAny([.space, .sentenceEnd, .clauseEnd, .quote])
  }

  /// Whether one character holds number and enclosure. Digits and Han numerals, which most looks are at, are told first.
  private static func isEnclosed(_ unit: FoldUnit) -> Bool {
    !unit.isAny([.digit, .han, .latin]) && Enclosure.allCases.contains { $0.value(of: unit) != nil }
  }

  /// Whether an article begins here though the page runs it on: after the end of a sentence, and parted from its text.
  private static func isGluedArticle(_ marker: Marker, in text: FoldedText) -> Bool {
    let before = text[marker.span.lowerBound - 1]
    return before.isAny(.sentenceEnd) && marker.textStart > marker.span.upperBound
  }
}
