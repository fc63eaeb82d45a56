import GangmuDates

extension YearBound {
  /// The earlier of the days on which a page was published and fetched, as it and its archive say; nil where neither is known.
  ///
  /// - Parameters:
  ///   - published: As `2019-09-07`.
  ///   - fetched: The same, or a time stamp: `2019-09-07T08:30:00Z` of a WARC record, `20190907083000` of an ARC record.
  init?(published: String?, fetched: String?) {
    let published = published.flatMap { CivilDay($0) }.map { YearBound($0, from: .published) }
    let fetched = fetched.flatMap { CivilDay($0) ?? Self.day(ofARC: $0) }.map { YearBound($0, from: .fetched) }
    guard let earlier = [published, fetched].compactMap(\.self).min(by: { $0.day < $1.day }) else { return nil }
    self = earlier
  }

  private static func day(ofARC stamp: String) -> CivilDay? {
    let digits = Array(stamp.utf8)
    guard digits.count == 14 else { return nil }
    func text(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
    return CivilDay(text(0..<4) + "-" + text(4..<6) + "-" + text(6..<8))
  }
}
