/// Which markers follow a place: the evidence that a series goes on.
struct MarkerCompany {
  private struct Member: Hashable {
    let series: Marker.Series
    let ordinal: Int
  }

  /// Where each member of each series stands: indices of candidates, rising.
  private var places: [Member: [Int]] = [:]
  /// The index of the candidate that is being placed.
  var current = 0

  /// Notes where each member of each series stands.
  init(_ candidates: [MarkerCandidate]) {
    for (index, candidate) in candidates.enumerated() {
      places[Member(series: candidate.marker.series, ordinal: candidate.marker.ordinal), default: []].append(index)
    }
  }

  /// Whether this member of the series comes after the current candidate, before the series begins again.
  func hasNext(_ series: Marker.Series, _ ordinal: Int) -> Bool {
    guard let next = next(series, ordinal) else { return false }
    return self.next(series, 1).map { next < $0 } ?? true
  }

  private func next(_ series: Marker.Series, _ ordinal: Int) -> Int? {
    guard let places = places[Member(series: series, ordinal: ordinal)] else { return nil }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] > current { high = middle } else { low = middle + 1 }
    }
    return low < places.count ? places[low] : nil
  }
}
