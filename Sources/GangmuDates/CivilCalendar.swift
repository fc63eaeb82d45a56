/// The proleptic Gregorian calendar, as ISO 8601 has it.
enum CivilCalendar {
  /// Whether a year has a 29th of February.
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month in 1…12, or 0 for any other. Without a year, February may have 29.
  static func days(inMonth month: Int, of year: Int?) -> Int {
    switch month {
    case 2: year.map(isLeap) ?? true ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }

  /// The day of the week, 1 for Monday to 7 for Sunday.
  static func weekday(year: Int, month: Int, day: Int) -> Int {
    // Zeller's rule with March as the first month, so that the leap day comes last.
    let shifted = month < 3 ? year - 1 : year
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let sunday = (shifted + shifted / 4 - shifted / 100 + shifted / 400 + offsets[(month - 1) % 12] + day) % 7
    return sunday == 0 ? 7 : sunday
  }

  /// The day of the month that is its n-th such weekday, -1 being the last; nil where it has none.
  static func day(ordinal: Int, weekday: Int, month: Int, year: Int) -> Int? {
    let length = days(inMonth: month, of: year)
    guard length > 0, ordinal != 0 else { return nil }
    let first = 1 + (weekday - Self.weekday(year: year, month: month, day: 1) + 7) % 7
    let day = ordinal > 0 ? first + 7 * (ordinal - 1) : first + 7 * ((length - first) / 7 + ordinal + 1)
    return (1...length).contains(day) ? day : nil
  }
}
