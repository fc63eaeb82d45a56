import HanText

extension DateText {
  /// 每年9月份第三周, 每年4月23日, 每月15日, 每週三, 隔周周三: an expression without a value, its rule in RFC 5545's words.
  ///
  /// The rule is nil where no single one says it: 每年6月30日和12月31日, 每年11月25日至12月25日.
  func recurrence(at offset: Int) -> FoundDate? {
    guard let period = match(Self.periods, at: offset) else { return nil }
    var start = skippingSpaces(at: period.end)
    if self[start] == "的" { start += 1 }
    switch period.payload {
    case .yearly: return yearly(at: start, from: offset)
    case .quarterly: return quarterly(at: start, from: offset)
    case .workdays: return workdays(at: period.end, from: offset)
    case .monthly: return monthly(at: start, from: offset)
    case .weekly(let interval): return weekly(at: start, from: offset, interval: interval)
    }
  }

  private enum Period {
    case yearly
    case quarterly
    case monthly
    case weekly(Int)
    case workdays
  }

  private static let periods = PhraseTable<Period>([
    ("每年", .yearly), ("每一年", .yearly), ("逐年", .yearly), ("历年", .yearly), ("每年度", .yearly),
    ("每季度", .quarterly), ("每个季度", .quarterly), ("每季", .quarterly), ("每周工作日", .workdays), ("每个工作日", .workdays),
    ("每月", .monthly), ("每个月", .monthly), ("每月份", .monthly),
    ("每周", .weekly(1)), ("每星期", .weekly(1)), ("每礼拜", .weekly(1)), ("每逢周", .weekly(1)), ("每逢星期", .weekly(1)),
    ("每个周", .weekly(1)), ("每个星期", .weekly(1)), ("每个礼拜", .weekly(1)), ("逢周", .weekly(1)), ("逢星期", .weekly(1)),
    ("每两周", .weekly(2)), ("每双周", .weekly(2)), ("每隔一周", .weekly(2)), ("隔周", .weekly(2)),
  ])

  func recurring(
    _ span: Range<Int>, _ points: [CalendarPoint] = [], rrule: String?, at time: TimeOfDay? = nil
  ) -> FoundDate {
    FoundDate(
      shape: .recurring, form: .recurring, span: span, interval: nil, points: points, rrule: rrule,
      recurringTime: time?.clock)
  }

  // MARK: Every year

  private func yearly(at start: Int, from offset: Int) -> FoundDate? {
    let portion = quarters(at: start) ?? match(MonthPortion.ofYear, at: start)
    if let portion, case .months(let first, let last) = portion.payload {
      return recurring(offset..<portion.end, rrule: "FREQ=YEARLY;BYMONTH=" + list(first...last))
    }
    if let end = endOfYear(at: start, from: offset) {
      return recurring(offset..<end, rrule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1")
    }
    if let name = namedDay(at: start) { return recurring(offset..<name.end, rrule: yearlyRule(name.day)) }
    if let months = months(at: start) {
      return recurring(offset..<months.end, rrule: "FREQ=YEARLY;BYMONTH=" + list(months.values))
    }
    guard let left = point(at: start), left.year == nil, left.month != nil else { return nil }
    if let range = range(from: left), let right = range.points.last, right.year == nil {
      return recurring(offset..<range.span.upperBound, range.points, rrule: yearlyRule(left, right))
    }
    if let days = yearlyDays(after: left) {
      return recurring(offset..<days.end, [left], rrule: days.rule)
    }
    let end = tail(at: left.end, of: left.start)?.end ?? left.end
    return recurring(offset..<end, [left], rrule: yearlyRule(left))
  }

  /// 每年底, 每年年末前
  private func endOfYear(at start: Int, from offset: Int) -> Int? {
    let sign = self[start] == "年" ? start + 1 : start
    guard self[sign] == "底" || self[sign] == "末" else { return nil }
    return tail(at: sign + 1, of: offset)?.end ?? sign + 1
  }

  /// 3月、9月 and 1、4、7、10月: months of a list, at least two.
  private func months(at start: Int) -> (values: [Int], end: Int)? {
    var values: [Int] = []
    var next = start
    while values.count < 12, let number = number(at: next), let month = number.twoDigits?.value,
      (1...12).contains(month), values.last.map({ $0 < month }) ?? true
    {
      values.append(month)
      let end = self[number.end] == "月" ? number.end + (self[number.end + 1] == "份" ? 2 : 1) : number.end
      if let joint = listJoint(at: end), self.number(at: joint) != nil {
        next = joint
      } else {
        return values.count > 1 && end > number.end && day(at: end) == nil
          && match(MonthPortion.ofMonth, at: end) == nil
          ? (values, end) : nil
      }
    }
    return nil
  }

  /// 9月9日、19日 in one rule; 6月30日和12月31日 in none.
  private func yearlyDays(after left: CalendarPoint) -> (end: Int, rule: String?)? {
    guard let month = left.month?.value, let first = left.day?.value else { return nil }
    var days = [first]
    var end = left.end
    var isOneMonth = true
    while days.count < 31, let joint = listJoint(at: end), let next = point(at: joint), next.year == nil,
      let day = next.day?.value
    {
      if next.month != nil { isOneMonth = false }
      days.append(day)
      end = next.end
    }
    guard days.count > 1 else { return nil }
    end = tail(at: end, of: left.start)?.end ?? end
    return (end, isOneMonth ? "FREQ=YEARLY;BYMONTH=\(month);BYMONTHDAY=" + list(days) : nil)
  }

  private func yearlyRule(_ day: NamedDay) -> String {
    switch day {
    case .fixed(let month, let day): "FREQ=YEARLY;BYMONTH=\(month);BYMONTHDAY=\(day)"
    case .ordinal(let month, let ordinal, let weekday):
      "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(ordinal)" + Self.dayName(weekday)
    }
  }

  private func yearlyRule(_ point: CalendarPoint) -> String? {
    guard let month = point.month?.value else { return nil }
    let base = "FREQ=YEARLY;BYMONTH=\(month)"
    if let day = point.day { return day.value.map { base + ";BYMONTHDAY=\($0)" } }
    return base + (point.portion.map(ruleOfPortion) ?? "")
  }

  /// A range within one month gives its days, one of whole months its months; what crosses a month's end has no one rule.
  private func yearlyRule(_ left: CalendarPoint, _ right: CalendarPoint) -> String? {
    guard let first = left.month?.value, let last = right.month?.value, first <= last else { return nil }
    if left.isMonth, right.isMonth { return "FREQ=YEARLY;BYMONTH=" + list(first...last) }
    guard first == last, let from = left.dates.first.day?.value, let to = right.dates.last.day?.value, from <= to else {
      return nil
    }
    return "FREQ=YEARLY;BYMONTH=\(first);BYMONTHDAY=" + list(from...to)
  }

  /// A week of a month begins with its Monday, so 第三周 is the third Monday's.
  func ruleOfPortion(_ portion: MonthPortion) -> String {
    switch portion {
    case .days(let from, let to?): ";BYMONTHDAY=" + list(from...to)
    case .days(let from, nil): ";BYMONTHDAY=" + list(from...31)
    case .lastDay: ";BYMONTHDAY=-1"
    case .week(let ordinal): ";BYDAY=\(ordinal)MO"
    case .weekdayOrdinal(let ordinal, let day): ";BYDAY=\(ordinal)" + Self.dayName(day)
    case .vague, .months, .yearWeek, .yearDay: ""
    }
  }

  // MARK: Every quarter

  /// 每季度末, 每季度首月, 每季度第一個月10日前; 每季度 alone names no day.
  private func quarterly(at start: Int, from offset: Int) -> FoundDate? {
    guard let part = match(Self.quarterParts, at: start) else { return nil }
    var (rule, end) = (part.payload, part.end)
    if let day = day(at: self[end] == "的" ? end + 1 : end), let value = day.digits.value, !rule.contains("DAY") {
      rule += ";BYMONTHDAY=\(value)"
      end = day.end
    }
    return recurring(offset..<(tail(at: end, of: offset)?.end ?? end), rrule: "FREQ=YEARLY;" + rule)
  }

  private static let quarterParts = PhraseTable<String>([
    ("末", "BYMONTH=3,6,9,12;BYMONTHDAY=-1"), ("底", "BYMONTH=3,6,9,12;BYMONTHDAY=-1"), ("首月", "BYMONTH=1,4,7,10"),
    ("第一个月", "BYMONTH=1,4,7,10"), ("第二个月", "BYMONTH=2,5,8,11"), ("第三个月", "BYMONTH=3,6,9,12"),
    ("末月", "BYMONTH=3,6,9,12"), ("最后一个月", "BYMONTH=3,6,9,12"), ("最后1个月", "BYMONTH=3,6,9,12"),
  ])

  // MARK: Writing rules

  static func dayName(_ weekday: Int) -> String {
    dayNames[(weekday - 1) % 7]
  }

  private static let dayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  func list(_ numbers: some Sequence<Int>) -> String {
    numbers.map(String.init).joined(separator: ",")
  }
}
