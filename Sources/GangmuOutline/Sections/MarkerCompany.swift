/// Which markers follow a place: the evidence that a series goes on.
///
/// Few outlines leave room for doubt, so the markers are put into a table only when one is first asked for.
struct MarkerCompany {
  /// A candidate's place among those that are the same member of the same series.
  private struct Member {
    /// Its slot in `upcoming`.
    let slot: Int
    /// The next one, or nil where none is.
    let following: Int?
  }

  private let candidates: [MarkerCandidate]
  /// The candidates behind the one that was placed when the table was made, from the last on.
  private var members: [Member] = []
  /// Where each member stands next behind `current`.
  private var upcoming: PlaceTable?
  /// The index of the candidate that is being placed.
  private(set) var current = -1

  /// Makes the company of candidates that are placed one after the other.
  init(_ candidates: [MarkerCandidate]) {
    self.candidates = candidates
  }

  /// Goes on to the next candidate.
  mutating func advance() {
    current += 1
    guard upcoming != nil else { return }
    let member = members[candidates.count - 1 - current]
    upcoming?[member.slot] = member.following
  }

  /// Whether this member of the series comes after the current candidate, before the series begins again.
  mutating func hasNext(_ series: Int, _ ordinal: Int) -> Bool {
    let upcoming = self.upcoming ?? noteUpcoming()
    guard let next = upcoming.place(of: Self.key(series, ordinal)) else { return false }
    return upcoming.place(of: Self.key(series, 1)).map { next < $0 } ?? true
  }

  /// Notes where each member of each series stands behind the current candidate.
  private mutating func noteUpcoming() -> PlaceTable {
    var upcoming = PlaceTable(capacity: candidates.count - 1 - current)
    members.reserveCapacity(candidates.count - 1 - current)
    for index in (current + 1..<candidates.count).reversed() {
      let slot = upcoming.slot(of: Self.key(candidates[index].series, candidates[index].marker.ordinal))
      members.append(Member(slot: slot, following: upcoming[slot]))
      upcoming[slot] = index
    }
    self.upcoming = upcoming
    return upcoming
  }

  private static func key(_ series: Int, _ ordinal: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: series + 1) << 32 | UInt64(truncatingIfNeeded: ordinal)
  }
}
