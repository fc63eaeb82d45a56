/// The day on which a page was read at the latest: it names no day of the week in a year long after it.
///
///     DateReader().dates(in: text, bound: YearBound(day, from: .fetched))
public struct YearBound: Sendable, Hashable {
  /// How the day is known, as `evidence` names it.
  public enum Source: String, Sendable, Hashable {
    /// The user said so.
    case asOf = "as_of"
    /// The archive that holds the page tells when it was fetched (WARC-Date).
    case fetched
    /// The page tells when it was published.
    case published
  }

  /// The day.
  public let day: CivilDay
  /// How it is known.
  public let source: Source

  /// Makes a bound.
  public init(_ day: CivilDay, from source: Source) {
    self.day = day
    self.source = source
  }

  /// As `fetched:2026-11-22`.
  var evidence: String { source.rawValue + ":" + day.description }

  /// Whether a date of a year and a month can stand in the page: a plan names days of the weeks ahead, and in December those
  /// of the next spring, but no further than half a year.
  func admits(year: Int, month: Int?) -> Bool {
    if year <= day.year { return true }
    guard let month else { return false }
    return 12 * (year - day.year) + month - day.month <= Self.monthsAhead
  }

  private static let monthsAhead = 6
}
