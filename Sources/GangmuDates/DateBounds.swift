/// The first and the last day of a value, so that tables of dates can be sorted and joined.
///
/// Digits of the year that are unknown stay `X` (`XXXX-09-19`, `20XX-04-30`): nothing bounds them but evidence, which
/// `year_candidates` holds. Unknown digits of the month and the day are bounded by the calendar: `XXXX-09-XX` runs from
/// `XXXX-09-01` to `XXXX-09-30`, `20XX-02` to `20XX-02-2X`, as the year may be a leap year. An open side has no bound.
struct DateBounds {
  let first: String?
  let last: String?
  /// Whether both are one day, written as the value is.
  let isOneDay: Bool

  init(_ interval: EDTFInterval) {
    first = interval.start.map { Self.bound($0, isFirst: true) }
    isOneDay =
      interval.start?.day?.value != nil && interval.start?.month?.value != nil && interval.start == interval.end
    last = isOneDay ? first : interval.end.map { Self.bound($0, isFirst: false) }
  }

  private static func bound(_ date: EDTFDate, isFirst: Bool) -> String {
    var bound = EDTFDate(year: date.year, month: date.month, day: date.day)
    if date.month?.value != nil, date.day?.value != nil { return bound.description }
    let tried = (date.month?.value.map { $0...$0 } ?? 1...12).clamped(to: 1...12)
    let mayHold = { (month: Int) -> Bool in
      guard date.month?.admits(month) ?? true else { return false }
      guard let day = date.day else { return true }
      return (1...CivilCalendar.days(inMonth: month, of: date.year.value)).contains(where: day.admits)
    }
    let month = (isFirst ? tried.first(where: mayHold) : tried.last(where: mayHold)) ?? 1
    bound.month = DigitPattern(month, width: 2)
    guard date.day?.value == nil else { return bound.description }
    guard isFirst || date.day?.isUnknown == false else {
      bound.day = bound.lastDay
      return bound.description
    }
    let days = 1...max(CivilCalendar.days(inMonth: month, of: date.year.value), 1)
    let admits = { (day: Int) in date.day?.admits(day) ?? true }
    let day = (isFirst ? days.first(where: admits) : days.last(where: admits)) ?? 1
    bound.day = DigitPattern(day, width: 2)
    return bound.description
  }
}
