import HanText

/// A marker at a place where a section may begin: at the start of a block, or inside one as a member of an enumeration.
struct MarkerCandidate: Sendable {
  var marker: Marker
  /// The number of its series in its document.
  var series: Int
  /// The block that it stands in.
  var block: Int
  /// Whether it stands inside a running paragraph.
  var isInline: Bool
}

/// Collects the places where sections may begin, in reading order.
struct MarkerScanner {
  private let reader = MarkerReader.shared
  private var numbers = SeriesNumbers()
  private var enumeration = InlineEnumeration()
  private var candidates: [MarkerCandidate] = []

  /// The candidates of a document, and how many numbers their series have.
  struct Found {
    var candidates: [MarkerCandidate]
    let seriesCount: Int
  }

  /// The candidates of all blocks but `title`, which numbers itself, `parts`, and rows of several cells, which are tables.
  static func candidates(in content: BlockText, except title: Range<Int>?, _ parts: RisingBlocks) -> Found {
    var scanner = MarkerScanner()
    for index in content.blocks.indices {
      let span = content.blocks[index].span
      if span == title || content.blocks[index].isTable || parts.contains(index) { continue }
      scanner.scan(span, block: index, in: content.text)
    }
    return Found(candidates: scanner.candidates, seriesCount: scanner.numbers.count)
  }

  private mutating func scan(_ span: Range<Int>, block: Int, in text: FoldedText) {
    let start = candidates.count
    var offset = span.lowerBound + 1
    if let first = reader.read(in: text, at: span.lowerBound, limit: span.upperBound) {
      append(first, block: block, isInline: false)
      offset = first.span.upperBound
    }
    while let place = reader.nextInlineStart(in: text, from: offset, to: span.upperBound) {
      offset = place + 1
      guard InlineEnumeration.mayFollow(place, in: text),
        let marker = reader.read(in: text, at: place, limit: span.upperBound)
      else { continue }
      append(marker, block: block, isInline: true)
      offset = max(marker.span.upperBound, offset)
    }
    if candidates.last?.isInline == true, candidates.count > start {
      enumeration.keepMembers(of: &candidates, from: start, seriesCount: numbers.count, block: span, in: text)
    }
  }

  private mutating func append(_ marker: Marker, block: Int, isInline: Bool) {
    if candidates.isEmpty { candidates.reserveCapacity(Self.fewCandidates) }
    candidates.append(
      MarkerCandidate(marker: marker, series: numbers.number(of: marker.series), block: block, isInline: isInline))
  }

  /// What most documents have.
  private static let fewCandidates = 32
}
