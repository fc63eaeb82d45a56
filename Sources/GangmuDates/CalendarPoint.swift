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
  var time: String?
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

extension DateText {
  /// The point at an offset: with or without a year, down to a month, a part of it or a day.
  func point(at offset: Int) -> CalendarPoint? {
    if let numeric = numericPoint(at: offset) ?? shortNumericPoint(at: offset) ?? monthFirstPoint(at: offset) {
      return numeric
    }
    var point = CalendarPoint(start: offset)
    if let year = year(at: offset) {
      point.year = year.digits
      point.yearNotation = year.notation
      point.yearWord = year.word
      point.end = year.end
    }
    let next = point.year == nil ? offset : afterYear(point.end)
    if let month = month(at: next) ?? bareMonth(at: next) {
      point.month = month.digits
      point.end = month.end
      readWithinMonth(&point, numeral: month.number)
    } else if point.year != nil {
      readWithinYear(&point, at: next)
    } else if point.year == nil, let day = day(at: offset) {
      point.day = day.digits
      point.end = day.end
      finish(&point)
    }
    // 16年 counts years as often as it names one, and 今年 is no date before a month makes it one.
    if point.isYearAlone, point.yearNotation == .deictic || point.yearNotation == .twoDigit { return nil }
    return point.end > offset ? point : nil
  }

  /// 2016年的9月, 2016年 9月.
  private func afterYear(_ end: Int) -> Int {
    let next = skippingSpaces(at: end)
    return self[next] == "的" || self[next] == "之" ? next + 1 : next
  }

  /// The left end of 9—10月, which leaves its 月 to the right.
  private func bareMonth(at offset: Int) -> (digits: DigitPattern, end: Int, number: CalendarNumber?)? {
    guard let number = number(at: offset), let digits = number.twoDigits, number.markCount == 0,
      (1...12).contains(number.value), let joint = rangeJoint(at: number.end), self.number(at: joint) != nil,
      let right = month(at: joint)
    else { return nil }
    // 9-10月 is a range of months; in 9-10月5日 the hyphen is another thing.
    return day(at: skippingSpaces(at: right.end)) == nil ? (digits, number.end, nil) : nil
  }

  private func readWithinMonth(_ point: inout CalendarPoint, numeral: CalendarNumber?) {
    let next = skippingSpaces(at: point.end)
    if let day = day(at: next) ?? hanDayAfterHanMonth(at: next, month: numeral) {
      point.day = day.digits
      point.end = day.end
      finish(&point)
    } else if self[point.end - 1] == "月", let day = unitlessDay(at: point.end) {
      point.day = day.digits
      point.end = day.end
      point.style = .unitless
      finish(&point)
    } else if let portion = match(MonthPortion.ofMonth, at: self[next] == "的" ? next + 1 : next),
      self[portion.end - 1] != "初" || !self[portion.end].isAny([.hanNumeral, .digit])
    {
      point.portion = portion.payload
      point.end = portion.end
    } else if let week = weekOfMonth(at: next) {
      point.portion = week.portion
      point.end = week.end
    } else if let month = point.month?.value, month != 2 || point.year?.value != nil,
      let days = countedDays(at: next, of: CivilCalendar.days(inMonth: month, of: point.year?.value))
    {
      point.portion = days.portion
      point.end = days.end
    } else if let numeral, numeral.notation != .arabic, self[point.end - 1] == "月", point.year == nil {
      point.style = .hanMonth
    }
  }

  /// 九月二十 with 日 lost, only where a weekday follows in brackets: 八月十五 is the Moon Festival.
  private func hanDayAfterHanMonth(at offset: Int, month: CalendarNumber?) -> (digits: DigitPattern, end: Int)? {
    guard let month, month.notation != .arabic, let number = number(at: offset), number.notation != .arabic,
      let digits = number.twoDigits, !company(at: number.end).weekdays.isEmpty
    else { return nil }
    return (digits, number.end)
  }

  func readWithinYear(_ point: inout CalendarPoint, at next: Int) {
    if let name = namedDay(at: self[next] == "的" ? next + 1 : next), let day = name.day.day(in: point.year?.value) {
      point.month = DigitPattern(name.day.month, width: 2)
      point.day = DigitPattern(day, width: 2)
      point.style = .named
      point.end = name.end
      finish(&point)
      return
    }
    // 今年上半年 says no more than 上半年, unless a reference date makes a year of it.
    guard point.yearNotation != .deictic else { return }
    if let portion = match(MonthPortion.ofYear, at: next) {
      point.portion = portion.payload
      point.end = portion.end
    } else if let portion = countedPortionOfYear(at: self[next] == "的" ? next + 1 : next) {
      if case .yearDay = portion.portion, point.year?.value == nil { return }
      if case .yearWeek = portion.portion, point.year?.value == nil { return }
      point.portion = portion.portion
      point.end = portion.end
      if case .yearDay = portion.portion { finish(&point) }
    } else if self[next] == "底" || self[next] == "末"
      || (self[next] == "年" && (self[next + 1] == "底" || self[next + 1] == "末"))
    {
      point.portion = .lastDay
      point.end = self[next] == "年" ? next + 2 : next + 1
    }
  }

  /// Takes the weekday and the time of day beside a day.
  func finish(_ point: inout CalendarPoint) {
    let company = company(at: point.end)
    point.weekdays = company.weekdays
    point.time = company.time
    point.end = company.end
  }
}
