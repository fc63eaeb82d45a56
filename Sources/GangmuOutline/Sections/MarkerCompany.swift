/// Which markers follow a place: the evidence that a series goes on.
struct MarkerCompany {
  /// A candidate's place among those that are the same member of the same series.
  private struct Member {
    /// Its slot in `upcoming`.
    let slot: Int
    /// The next one, or nil where none is.
    let following: Int?
  }

  private var members: [Member] = []
  /// Where each member stands next behind `current`.
  private var upcoming: PlaceTable
  /// The index of the candidate that is being placed.
  private(set) var current = -1

  /// Notes where each member of each series stands.
  init(_ candidates: [MarkerCandidate]) {
    upcoming = PlaceTable(capacity: candidates.count)
    members.reserveCapacity(candidates.count)
    for (index, candidate) in candidates.enumerated().reversed() {
      let slot = upcoming.slot(of: Self.key(candidate.series, candidate.marker.ordinal))
      members.append(Member(slot: slot, following: upcoming[slot]))
      upcoming[slot] = index
    }
  }

  /// Goes on to the next candidate.
  mutating func advance() {
    current += 1
    let member = members[members.count - 1 - current]
    upcoming[member.slot] = member.following
  }

  /// Whether this member of the series comes after the current candidate, before the series begins again.
  func hasNext(_ series: Int, _ ordinal: Int) -> Bool {
    guard let next = upcoming.place(of: Self.key(series, ordinal)) else { return false }
    return upcoming.place(of: Self.key(series, 1)).map { next < $0 } ?? true
  }

  private static func key(_ series: Int, _ ordinal: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: series + 1) << 32 | UInt64(truncatingIfNeeded: ordinal)
  }
}
