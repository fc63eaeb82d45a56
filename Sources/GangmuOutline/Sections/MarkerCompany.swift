/// Which markers follow a place: the evidence that a series goes on.
struct MarkerCompany {
  private struct Member: Hashable {
    let series: Marker.Series
    let ordinal: Int
  }

  private let members: [Member]
  /// For each candidate, the next one that is the same member of the same series; `members.count` where none is.
  private var following: [Int]
  /// Where each member stands next behind `current`.
  private var upcoming: [Member: Int]
  /// The index of the candidate that is being placed.
  private(set) var current = -1

  /// Notes where each member of each series stands.
  init(_ candidates: [MarkerCandidate]) {
    members = candidates.map { Member(series: $0.marker.series, ordinal: $0.marker.ordinal) }
    following = [Int](repeating: members.count, count: members.count)
    upcoming = Dictionary(minimumCapacity: members.count)
    for index in members.indices.reversed() {
      following[index] = upcoming.updateValue(index, forKey: members[index]) ?? members.count
    }
  }

  /// Goes on to the next candidate.
  mutating func advance() {
    current += 1
    let next = following[current]
    upcoming[members[current]] = next < members.count ? next : nil
  }

  /// Whether this member of the series comes after the current candidate, before the series begins again.
  func hasNext(_ series: Marker.Series, _ ordinal: Int) -> Bool {
    guard let next = upcoming[Member(series: series, ordinal: ordinal)] else { return false }
    return upcoming[Member(series: series, ordinal: 1)].map { next < $0 } ?? true
  }
}
