import HanText

/// The places of the pages that an earlier run has done.
package struct CompletedPages: Sendable, Hashable {
  /// Ranges in order that do not touch.
  private var ranges: [Range<Int>] = []

  /// Makes one of ranges in any order that do not overlap.
  package init(_ ranges: some Sequence<Range<Int>> = []) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = self.ranges.last, last.upperBound == range.lowerBound {
        self.ranges[self.ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        self.ranges.append(range)
      }
    }
  }

  /// Whether a page is done.
  package func contains(_ position: Int) -> Bool {
    let index = firstRange(endingAfter: position)
    return index < ranges.count && ranges[index].contains(position)
  }

  /// The first page from a place on that is done; beyond all pages where none is.
  package func nextDone(from position: Int) -> Int {
    let index = firstRange(endingAfter: position)
    return index < ranges.count ? max(ranges[index].lowerBound, position) : .max
  }

  private func firstRange(endingAfter position: Int) -> Int {
    ranges.partitioningIndex { $0.upperBound > position }
  }
}
