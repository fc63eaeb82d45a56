import HanText

/// A marker at a place where a section may begin: at the start of a block, or inside one as a member of an enumeration.
struct MarkerCandidate: Sendable {
  var marker: Marker
  /// The block that it stands in.
  var block: Int
  /// Whether it stands inside a running paragraph.
  var isInline: Bool
}

/// Collects the places where sections may begin, in reading order.
struct MarkerScanner {
  let content: BlockText
  private let reader = MarkerReader.shared

  init(_ content: BlockText) {
    self.content = content
  }

  /// The candidates of all blocks but `title`, which numbers itself, `parts`, and rows of several cells, which are tables.
  func candidates(except title: Range<Int>?, _ parts: Set<Int>) -> [MarkerCandidate] {
    var candidates: [MarkerCandidate] = []
    for (index, block) in content.blocks.enumerated() where block.span != title && !parts.contains(index) {
      if case .tableRow(let cells) = block.kind, cells.count > 1 { continue }
      let first = reader.read(in: content.text, at: block.span.lowerBound, limit: block.span.upperBound)
      let inline = InlineEnumeration.members(in: content.text, block: block.span, first: first, by: reader)
      if let first, inline.first?.span.lowerBound != block.span.lowerBound {
        candidates.append(MarkerCandidate(marker: first, block: index, isInline: false))
      }
      candidates += inline.map { MarkerCandidate(marker: $0, block: index, isInline: true) }
    }
    return candidates
  }
}
