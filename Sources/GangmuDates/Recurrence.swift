import HanText

extension DateText {
  /// 每年9月份第三周, 每年4月23日, 每月15日, 每週三: an expression without a value, its rule in RFC 5545's words.
  func recurrence(at offset: Int) -> FoundDate? {
    guard let period = match(Self.periods, at: offset) else { return nil }
    var start = skippingSpaces(at: period.end)
    if self[start] == "的" { start += 1 }
    switch period.payload {
    case .yearly: return yearly(at: start, from: offset)
    case .quarterly: return quarterly(at: start, from: offset)
    case .workdays: return workdays(at: period.end, from: offset)
    case .monthly: return monthly(at: start, from: offset)
    case .weekly: return weekly(at: start, from: offset)
    }
  }

  private enum Period {
    case yearly
    case quarterly
    case monthly
    case weekly
    case workdays
  }

  private static let periods = PhraseTable<Period>([
    ("每年", .yearly), ("每一年", .yearly), ("逐年", .yearly), ("历年", .yearly), ("每年度", .yearly),
    ("每季度", .quarterly), ("每个季度", .quarterly), ("每季", .quarterly), ("每周工作日", .workdays), ("每个工作日", .workdays),
    ("每月", .monthly), ("每个月", .monthly), ("每月份", .monthly),
    ("每周", .weekly), ("每星期", .weekly), ("每礼拜", .weekly), ("每逢周", .weekly), ("每逢星期", .weekly), ("每个周", .weekly),
    ("每个星期", .weekly), ("逢周", .weekly), ("逢星期", .weekly),
  ])

  private func recurring(_ span: Range<Int>, _ points: [CalendarPoint], rrule: String?) -> FoundDate {
    FoundDate(shape: .recurring, form: .recurring, span: span, interval: nil, points: points, rrule: rrule)
  }

  // MARK: Every year

  private func yearly(at start: Int, from offset: Int) -> FoundDate? {
    if let portion = match(MonthPortion.ofYear, at: start), case .months(let first, let last) = portion.payload {
      return recurring(offset..<portion.end, [], rrule: "FREQ=YEARLY;BYMONTH=" + list(first...last))
    }
    if let name = namedDay(at: start) { return recurring(offset..<name.end, [], rrule: yearlyRule(name.day)) }
    guard let left = point(at: start), left.year == nil, left.month != nil else { return nil }
    if let range = range(from: left), let right = range.points.last, right.year == nil {
      return recurring(offset..<range.span.upperBound, range.points, rrule: yearlyRule(left, right))
    }
    let end = tail(at: left.end, of: left.start)?.end ?? left.end
    return recurring(offset..<end, [left], rrule: yearlyRule(left))
  }

  private func yearlyRule(_ day: NamedDay) -> String {
    switch day {
    case .fixed(let month, let day): "FREQ=YEARLY;BYMONTH=\(month);BYMONTHDAY=\(day)"
    case .ordinal(let month, let ordinal, let weekday):
      "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(ordinal)" + Self.dayNames[(weekday - 1) % 7]
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
  private func ruleOfPortion(_ portion: MonthPortion) -> String {
    switch portion {
    case .days(let from, let to?): ";BYMONTHDAY=" + list(from...to)
    case .days(let from, nil): ";BYMONTHDAY=" + list(from...31)
    case .lastDay: ";BYMONTHDAY=-1"
    case .week(let ordinal): ";BYDAY=\(ordinal)MO"
    case .weekdayOrdinal(let ordinal, let day): ";BYDAY=\(ordinal)" + Self.dayNames[(day - 1) % 7]
    case .vague, .months, .yearWeek, .yearDay: ""
    }
  }

  // MARK: Every quarter, every workday

  /// 每季度末, 每季度首月, 每季度最後一個月; 每季度 alone names no day.
  private func quarterly(at start: Int, from offset: Int) -> FoundDate? {
    guard let part = match(Self.quarterParts, at: start) else { return nil }
    let end = tail(at: part.end, of: offset)?.end ?? part.end
    return recurring(offset..<end, [], rrule: "FREQ=YEARLY;" + part.payload)
  }

  private static let quarterParts = PhraseTable<String>([
    ("末", "BYMONTH=3,6,9,12;BYMONTHDAY=-1"), ("底", "BYMONTH=3,6,9,12;BYMONTHDAY=-1"), ("首月", "BYMONTH=1,4,7,10"),
    ("第一个月", "BYMONTH=1,4,7,10"), ("第二个月", "BYMONTH=2,5,8,11"), ("第三个月", "BYMONTH=3,6,9,12"),
    ("末月", "BYMONTH=3,6,9,12"), ("最后一个月", "BYMONTH=3,6,9,12"),
  ])

  private func workdays(at start: Int, from offset: Int) -> FoundDate? {
    let next = self[start] == "的" ? start + 1 : start
    let time = timeOfDay(at: skippingSpaces(at: next))
    return recurring(offset..<(time?.end ?? start), [], rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
  }

  // MARK: Every month

  private func monthly(at start: Int, from offset: Int) -> FoundDate? {
    if let portion = match(MonthPortion.ofMonth, at: start), portion.payload != .vague {
      let end = tail(at: portion.end, of: offset)?.end ?? portion.end
      return recurring(offset..<end, [], rrule: "FREQ=MONTHLY" + ruleOfPortion(portion.payload))
    }
    if let week = weekOfMonth(at: start) {
      return recurring(offset..<week.end, [], rrule: "FREQ=MONTHLY" + ruleOfPortion(week.portion))
    }
    guard let first = monthlyDay(at: start) else { return nil }
    var days = [first.day]
    var end = first.end
    var isRange = false
    while days.count < 8, let next = joint(at: end), let day = monthlyDay(at: next.end) {
      if next.isRange { isRange = days.count == 1 }
      days.append(day.day)
      end = day.end
    }
    guard self[end - 1] == "日" || self[end - 1] == "号" else { return nil }
    if let time = timeOfDay(at: skippingSpaces(at: end)) { end = time.end }
    end = tail(at: end, of: offset)?.end ?? end
    let isRising = zip(days, days.dropFirst()).allSatisfy(<)
    let named = isRange && days.count == 2 && isRising ? list(days[0]...days[1]) : list(days)
    return recurring(offset..<end, [], rrule: "FREQ=MONTHLY;BYMONTHDAY=" + named)
  }

  /// 15日, or 15 where another day follows that has the 日.
  private func monthlyDay(at offset: Int) -> (day: Int, end: Int)? {
    guard let number = number(at: offset), let day = number.twoDigits?.value, (1...31).contains(day) else { return nil }
    let sign = skippingSpaces(at: number.end)
    if self[sign] == "日" || self[sign] == "号" { return (day, sign + 1) }
    return joint(at: number.end) == nil ? nil : (day, number.end)
  }

  // MARK: Every week

  private func weekly(at start: Int, from offset: Int) -> FoundDate? {
    if self[start] == "末" {
      let time = timeOfDay(at: skippingSpaces(at: start + 1))
      return recurring(offset..<(time?.end ?? start + 1), [], rrule: "FREQ=WEEKLY;BYDAY=SA,SU")
    }
    guard let first = WeekdayMark.value(of: self[start]), self[start].digitValue == nil, self[start] != "末" else {
      return nil
    }
    var days = [first]
    var end = start + 1
    var isRange = false
    while days.count < 7, let next = joint(at: end) {
      let place = match(WeekdayMark.words, at: next.end)?.end ?? next.end
      guard let day = WeekdayMark.value(of: self[place]), self[place].digitValue == nil, self[place] != "末" else {
        break
      }
      if next.isRange { isRange = days.count == 1 }
      days.append(day)
      end = place + 1
    }
    // 每周一次 counts, 每周一課 does too.
    guard days.count > 1 || match(DateVeto.afterWeekday, at: end) == nil else { return nil }
    if let time = timeOfDay(at: skippingSpaces(at: end)) { end = time.end }
    if isRange, days.count == 2, days[0] < days[1] { days = Array(days[0]...days[1]) }
    let names = days.map { Self.dayNames[($0 - 1) % 7] }.joined(separator: ",")
    return recurring(offset..<end, [], rrule: "FREQ=WEEKLY;BYDAY=" + names)
  }

  private func joint(at offset: Int) -> (end: Int, isRange: Bool)? {
    if let end = rangeJoint(at: offset) { return (end, true) }
    let next = self[offset]
    return next == "、" || next == "和" || next == "及" || next == "," || next == "与" ? (offset + 1, false) : nil
  }

  private static let dayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  private func list(_ numbers: some Sequence<Int>) -> String {
    numbers.map(String.init).joined(separator: ",")
  }
}
