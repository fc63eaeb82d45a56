import HanText

/// One end of an expression as it is written, before it takes what it leaves out from the other end.
struct CalendarPoint {
  var start: Int
  var end: Int
  var year: DigitPattern?
  var yearNotation: YearReading.Notation?
  var yearWord: YearWord?
  var month: DigitPattern?
  var portion: MonthPortion?
  var day: DigitPattern?
  var weekdays: WeekdayMarks = []
  var time: ClockTime?
  /// Whether its month is that of the reference date, not its own.
  var isMonthGiven = false
  /// How its last part is written.
  var style = Style.worded

  enum Style {
    /// 9月19日
    case worded
    /// 9月19, with its unit lost or left to the other end.
    case unitless
    /// 2016-09-19, 2016.9.19
    case numeric
    /// 20160919
    case compact
    /// 2016年國慶節
    case named
    /// 十月, a month in Han numerals without anything else.
    case hanMonth
  }

  init(start: Int) {
    self.start = start
    end = start
  }

  /// Whether it is a year and nothing more.
  var isYearAlone: Bool { year != nil && month == nil && portion == nil }
  /// Whether it is a day of a month that it does not name.
  var isDayAlone: Bool { day != nil && (month == nil || isMonthGiven) }
  /// Whether it is a month without a day or a part.
  var isMonth: Bool { month != nil && day == nil && portion == nil }

  /// Whether it is 3 of 2018年3、6、9月, whose year goes for the others.
  var isMonthOfList: Bool { style == .unitless && month != nil && day == nil }

  /// The first and the last date that it stands for; equal where it is one date.
  var dates: (first: EDTFDate, last: EDTFDate) {
    let base = EDTFDate(year: year ?? .unknown(width: 4), month: month, day: day)
    var first = base
    var last = base
    // 9日: some month's ninth.
    if day != nil, month == nil {
      first.month = .unknown(width: 2)
      last.month = first.month
    }
    switch portion {
    case nil, .vague: break
    case .week, .weekdayOrdinal, .yearWeek, .yearDay:
      if let days = countedDays { (first, last) = (EDTFDate(days.first), EDTFDate(days.last)) }
    case .days(let from, let to):
      first.day = DigitPattern(from, width: 2)
      last.day = to.map { DigitPattern($0, width: 2) } ?? base.lastDay
    case .lastDay:
      if month == nil { (first.month, last.month) = (DigitPattern(12, width: 2), DigitPattern(12, width: 2)) }
      first.day = first.lastDay
      last.day = last.lastDay
    case .months(let from, let to):
      first.month = DigitPattern(from, width: 2)
      last.month = DigitPattern(to, width: 2)
    }
    return (first, last)
  }

  /// The days of a week or a weekday that is counted in a year that is known.
  ///
  /// Weeks of a month are counted from its first Monday, as `BYDAY=3MO` does for 每年9月份第三周; weeks of a year as ISO 8601
  /// does, from the one that holds the fourth of January.
  private var countedDays: (first: CivilDay, last: CivilDay)? {
    guard let year = year?.value else { return nil }
    switch portion {
    case .week(let ordinal):
      guard let month = month?.value,
        let day = CivilCalendar.day(ordinal: ordinal, weekday: 1, month: month, year: year),
        let monday = CivilDay(year: year, month: month, day: day)
      else { return nil }
      return (monday, monday.adding(days: 6))
    case .weekdayOrdinal(let ordinal, let weekday):
      guard let month = month?.value,
        let day = CivilCalendar.day(ordinal: ordinal, weekday: weekday, month: month, year: year),
        let found = CivilDay(year: year, month: month, day: day)
      else { return nil }
      return (found, found)
    case .yearWeek(let ordinal):
      let monday = CivilDay(year: year, month: 1, day: 4)?.monday.adding(days: 7 * (ordinal - 1))
      return monday.map { ($0, $0.adding(days: 6)) }
    case .yearDay(let ordinal):
      let day = CivilDay(year: year, month: 1, day: 1)?.adding(days: ordinal - 1)
      return day.flatMap { $0.year == year ? ($0, $0) : nil }
    default: return nil
    }
  }
}

extension EDTFDate {
  /// The last day of its month, with `X` where the year or the month leaves it open: `2X` for a February.
  var lastDay: DigitPattern {
    guard let month = month?.value else { return .unknown(width: 2) }
    if month == 2, year.value == nil { return DigitPattern(leading: 2, count: 1, width: 2) }
    return DigitPattern(CivilCalendar.days(inMonth: month, of: year.value), width: 2)
  }
}
