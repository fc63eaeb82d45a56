/// A day of the proleptic Gregorian calendar, as ISO 8601 has it.
public struct CivilDay: Sendable, Hashable, Comparable {
  /// The year, from 1.
  public let year: Int
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a day, or nil where the calendar has none such; years are 1…9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), day >= 1, day <= CivilCalendar.days(inMonth: month, of: year) else { return nil }
    self.init(unchecked: (year, month, day))
  }

  /// Reads `2026-11-22`; nil for anything else. Of a time stamp, `2026-11-22T08:30:00Z`, the day is read.
  public init?(_ iso: String) {
    let text = iso.utf8.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false).first
    let parts = (text ?? iso.utf8[...]).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { part in part.allSatisfy { (0x30...0x39).contains($0) } ? Int(Substring(part)) : nil
    }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private init(unchecked parts: (year: Int, month: Int, day: Int)) {
    (year, month, day) = parts
  }

  /// The day of the week, 1 for Monday to 7 for Sunday.
  public var weekday: Int { CivilCalendar.weekday(year: year, month: month, day: day) }

  /// As `2026-11-22`.
  public var description: String { EDTFDate(self).description }

  /// Orders days by time.
  public static func < (left: CivilDay, right: CivilDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  // MARK: Reckoning

  /// The day so many days later; the calendar's first or last where it would lie outside.
  func adding(days: Int) -> CivilDay { CivilDay(ordinal: ordinal + days) }

  /// The first day of the month so many months later.
  func month(adding months: Int) -> CivilDay {
    let index = min(max(year * 12 + month - 1 + months, 12), 9999 * 12 + 11)
    return CivilDay(unchecked: (index / 12, index % 12 + 1, 1))
  }

  /// The Monday of its week.
  var monday: CivilDay { adding(days: 1 - weekday) }

  /// The last day of its month.
  var endOfMonth: CivilDay { CivilDay(unchecked: (year, month, CivilCalendar.days(inMonth: month, of: year))) }

  /// The days since 0000-03-01, by the count of days in 400-year cycles (Howard Hinnant, "chrono-compatible low-level date
  /// algorithms").
  private var ordinal: Int {
    let shifted = month > 2 ? year : year - 1
    let cycle = shifted / 400
    let yearOfCycle = shifted - cycle * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return cycle * 146_097 + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
  }

  private init(ordinal: Int) {
    let ordinal = min(max(ordinal, 306), 3_652_364)
    let cycle = ordinal / 146_097
    let dayOfCycle = ordinal - cycle * 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      unchecked: (
        yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
      ))
  }
}

extension EDTFDate {
  /// A day that is known in full.
  init(_ day: CivilDay) {
    self.init(
      year: DigitPattern(day.year, width: 4), month: DigitPattern(day.month, width: 2),
      day: DigitPattern(day.day, width: 2))
  }
}
