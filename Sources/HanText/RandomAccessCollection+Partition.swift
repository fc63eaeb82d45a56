extension RandomAccessCollection {
  /// The first index whose element fulfils a condition that all elements behind it fulfil too and none before it; the end
  /// where none does. Found by halves, in the logarithm of the count.
  ///
  ///     dates.partitioningIndex { $0.span.lowerBound >= offset }  // the first date from an offset on
  @inlinable
  package func partitioningIndex(where isBehind: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isBehind(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
