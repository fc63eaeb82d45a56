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
    return repairs[firstRepair(after: first.source)...].prefix { $0.source <= last.source + last.count }
      .filter { map.surrounds($0.source) }
  }

  /// The index of the first repair that stood behind a place of the source.
  private func firstRepair(after source: Int) -> Int {
    var low = 0
    var high = repairs.count
    while low < high {
      let middle = (low + high) / 2
      if repairs[middle].source <= source { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
