import GangmuPages
import HanText

extension Page {
  /// The repairs of a text that was gathered from the page, in order.
  ///
  /// Looks at those alone that stood between the ends of the text: a page may hold thousands of documents, each with its
  /// own repairs.
  func repairs(of text: FoldedText) -> [TextRepair] {
    guard !repairs.isEmpty else { return [] }
    let map = text.sourceMap
    guard let first = map.segments.first, let last = map.segments.last else { return repairs }
    let start = repairs.partitioningIndex { $0.source > first.source }
    return repairs[start...].prefix { $0.source <= last.source + last.count }
      .filter { map.surrounds($0.source) }
  }
}
