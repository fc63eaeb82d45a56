/// The series that are open at a place, outermost first, and where a new marker belongs among them.
///
/// Levels come from nesting: a marker that counts on belongs to its series and closes what stands below; a marker that
/// begins to count opens a series under the current section, unless its family is the higher one and nothing says that
/// the series it would stand in goes on.
struct SeriesStack {
  /// A series that is open: its members so far are siblings.
  struct Level {
    /// The number of the series in its document.
    var series: Int
    /// Its first member's marker.
    var marker: Marker
    var last: Int
    /// The id of its last member.
    var section: Int
    var isInline: Bool
    /// What its family is like.
    var traits: NumberingFamily.Traits { marker.traits }
  }

  /// Where a marker belongs.
  enum Place: Hashable {
    /// It counts on in the series at this depth (an index into `levels`).
    case continues(depth: Int, Irregularity?)
    /// It begins a series under the levels kept, `levels[..<depth]`.
    case begins(depth: Int, Irregularity?)
    /// It has no place: a weak marker without company.
    case none
  }

  /// How the numbers of a series go wrong.
  enum Irregularity: String, Hashable {
    case skipped, repeated, outOfOrder = "out_of_order", startsLate = "starts_late"
  }

  /// What was seen of a series.
  private struct Seen {
    /// Where it was left when it was closed, or 0.
    var last = 0
    /// Of the series that is its family's: the families, a bit for each, that stood right under a member of the family.
    /// `MarkerReader` sees to it that there are no more families than bits.
    var inner: UInt64 = 0
  }

  private(set) var levels: [Level] = []
  /// For each series what was seen of it. Empty while nothing was.
  private var seen: [Seen] = []
  private let seriesCount: Int

  /// Makes the stack of a document whose series have so many numbers.
  init(seriesCount: Int) {
    self.seriesCount = seriesCount
    levels.reserveCapacity(4)
  }

  /// Deeper than this no outline is meant to be read; what nests further is kept at this depth.
  static let maximumDepth = 12

  /// Finds the place of a marker. `company` tells what follows in the document.
  func place(
    for candidate: MarkerCandidate, company: inout MarkerCompany, startsPart: Bool, isLabelled: Bool
  ) -> Place {
    let marker = candidate.marker
    let series = candidate.series
    if let depth = exactContinuation(of: candidate) { return .continues(depth: depth, nil) }
    if marker.traits.rank == .provision, let depth = levels.lastIndex(where: { $0.series == series }) {
      return .continues(depth: depth, irregularity(levels[depth].last, marker.ordinal))
    }
    if marker.ordinal == 1 {
      if let top = levels.last, top.series == series, top.last == 1, top.isInline == candidate.isInline, !startsPart {
        return .continues(depth: levels.count - 1, .repeated)
      }
      if startsPart { return .begins(depth: 0, nil) }
      return .begins(depth: depthOfNewSeries(candidate, company: &company, isLabelled: isLabelled), nil)
    }
    if let (depth, irregularity) = irregularContinuation(of: candidate, company: &company) {
      return .continues(depth: depth, irregularity)
    }
    let depth = depthOfNewSeries(candidate, company: &company, isLabelled: isLabelled)
    if !seen.isEmpty, seen[series].last == marker.ordinal - 1 { return .begins(depth: depth, nil) }
    let isBelieved = marker.traits.isStrong || company.hasNext(series, marker.ordinal + 1)
    return isBelieved ? .begins(depth: depth, .startsLate) : .none
  }

  /// The innermost open series that this marker is the next member of: its own, or one of a sister family.
  private func exactContinuation(of candidate: MarkerCandidate) -> Int? {
    let marker = candidate.marker
    let own = levels.lastIndex { $0.series == candidate.series && $0.last + 1 == marker.ordinal }
    if own != nil || marker.ordinal == 1 || marker.traits.sisters == .none { return own }
    return levels.lastIndex {
      $0.traits.sisters == marker.traits.sisters && $0.marker.series.prefix == marker.series.prefix
        && $0.last + 1 == marker.ordinal
    }
  }

  /// An open series that this marker continues with a fault: a number left out, given twice or out of order.
  private func irregularContinuation(
    of candidate: MarkerCandidate, company: inout MarkerCompany
  ) -> (Int, Irregularity)? {
    let marker = candidate.marker
    for depth in levels.indices.reversed() where levels[depth].series == candidate.series {
      let last = levels[depth].last
      if marker.ordinal > last, marker.ordinal <= last + 3 { return (depth, .skipped) }
      if marker.ordinal == last { return (depth, .repeated) }
      if marker.ordinal < last, marker.traits.isStrong || company.hasNext(candidate.series, marker.ordinal + 1) {
        return (depth, .outOfOrder)
      }
      if marker.traits.isStrong || company.hasNext(candidate.series, marker.ordinal + 1) { return (depth, .skipped) }
    }
    return nil
  }

  private func irregularity(_ last: Int, _ ordinal: Int) -> Irregularity? {
    ordinal == last + 1 ? nil : ordinal == last ? .repeated : ordinal > last ? .skipped : .outOfOrder
  }

  /// How many of the open levels stay above a series that begins here.
  private func depthOfNewSeries(_ candidate: MarkerCandidate, company: inout MarkerCompany, isLabelled: Bool) -> Int {
    var depth = levels.count
    while depth > 0, !canHold(depth - 1, candidate, company: &company, isLabelled: isLabelled) { depth -= 1 }
    return min(depth, Self.maximumDepth - 1)
  }

  /// Whether a series that begins here may stand under a level: its family is the lower one, was seen there before, or
  /// the level's own series goes on afterwards.
  private func canHold(
    _ index: Int, _ candidate: MarkerCandidate, company: inout MarkerCompany, isLabelled: Bool
  ) -> Bool {
    let level = levels[index]
    let marker = candidate.marker
    // A list that begins again stands one level deeper, but once: what begins a third time is a sibling of the second.
    if level.series == candidate.series {
      return !isLabelled && !levels[..<index].contains { $0.series == candidate.series }
    }
    // Articles are numbered through all chapters of a law, so that they go on says nothing about a chapter's place.
    if marker.traits.rank == .division { return marker.traits.significance > level.traits.significance }
    if !marker.series.prefix.isEmpty, marker.series.prefix.count == level.marker.series.prefix.count { return false }
    if marker.traits.significance >= level.traits.significance { return true }
    if wasSeen(marker, under: level.marker) { return true }
    return company.hasNext(level.series, level.last + 1)
  }

  /// Whether a marker of this family was taken right under one of the other.
  private func wasSeen(_ inner: Marker, under outer: Marker) -> Bool {
    !seen.isEmpty && seen[outer.series.family].inner >> UInt64(inner.series.family) & 1 != 0
  }

  private mutating func note(_ inner: Marker, under outer: Marker) {
    if seen.isEmpty { seen.append(contentsOf: repeatElement(Seen(), count: seriesCount)) }
    seen[outer.series.family].inner |= 1 << UInt64(inner.series.family)
  }

  /// Takes a marker at its place and makes it the innermost section.
  mutating func take(_ candidate: MarkerCandidate, id: Int, at place: Place) {
    let marker = candidate.marker
    switch place {
    case .continues(let depth, _):
      close(downTo: depth + 1)
      levels[depth].last = marker.ordinal
      levels[depth].section = id
    case .begins(let depth, _):
      close(downTo: depth)
      if let outer = levels.last { note(marker, under: outer.marker) }
      levels.append(
        Level(
          series: candidate.series, marker: marker, last: marker.ordinal, section: id, isInline: candidate.isInline))
    case .none: break
    }
  }

  /// Closes the series that ran inside a paragraph, at its end.
  mutating func closeInline() {
    guard let first = levels.firstIndex(where: \.isInline) else { return }
    close(downTo: first)
  }

  private mutating func close(downTo depth: Int) {
    while levels.count > depth {
      if seen.isEmpty { seen.append(contentsOf: repeatElement(Seen(), count: seriesCount)) }
      seen[levels[levels.count - 1].series].last = levels[levels.count - 1].last
      levels.removeLast()
    }
  }
}
