import HanText

extension DateText {
  /// What follows 每月: 15日, 1日、15日, 5-10日, 上旬, 底, 第一個周五, 第二、四周周五, 最後一天, 最後一個工作日.
  func monthly(at start: Int, from offset: Int) -> FoundDate? {
    if let portion = match(MonthPortion.ofMonth, at: start), portion.payload != .vague {
      return monthly(offset, portion.end, ruleOfPortion(portion.payload))
    }
    if let last = match(Self.lastDays, at: start) { return monthly(offset, last.end, last.payload) }
    if let weekdays = countedWeekdays(at: start) { return monthly(offset, weekdays.end, weekdays.rule) }
    if let week = weekOfMonth(at: start) { return monthly(offset, week.end, ruleOfPortion(week.portion)) }
    return monthlyDays(at: start, from: offset)
  }

  private func monthly(_ offset: Int, _ end: Int, _ rule: String) -> FoundDate {
    let time = timeOfDay(at: skippingSpaces(at: end))
    let end = time?.end ?? end
    return recurring(offset..<(tail(at: end, of: offset)?.end ?? end), rrule: "FREQ=MONTHLY" + rule, at: time)
  }

  private static let lastDays: PhraseTable<String> = {
    let workdays = ";BYDAY=MO,TU,WE,TH,FR;BYSETPOS="
    return PhraseTable([
      ("最后一天", ";BYMONTHDAY=-1"), ("最后1天", ";BYMONTHDAY=-1"), ("最后一日", ";BYMONTHDAY=-1"),
      ("最后一个工作日", workdays + "-1"), ("最后1个工作日", workdays + "-1"), ("第一个工作日", workdays + "1"),
      ("首个工作日", workdays + "1"), ("第1个工作日", workdays + "1"), ("第一天", ";BYMONTHDAY=1"),
    ])
  }()

  /// 第一、三個星期三, 第二、四周周五: more than one week, or a week and its weekday.
  private func countedWeekdays(at offset: Int) -> (rule: String, end: Int)? {
    guard self[offset] == "第" else { return nil }
    var ordinals: [Int] = []
    var end = offset + 1
    while ordinals.count < 5, let number = number(at: end), (1...5).contains(number.value), number.markCount == 0 {
      ordinals.append(number.value)
      end = number.end
      guard let joint = listJoint(at: end) else { break }
      end = self[joint] == "第" ? joint + 1 : joint
    }
    if self[end] == "个" { end += 1 }
    guard !ordinals.isEmpty, let word = match(WeekdayMark.words, at: end) else { return nil }
    end = word.end
    // 第二周周五
    if let second = match(WeekdayMark.words, at: self[end] == "的" ? end + 1 : end) { end = second.end }
    if let day = WeekdayMark.value(of: self[end]), self[end].digitValue == nil, self[end] != "末" {
      return (";BYDAY=" + ordinals.map { "\($0)" + Self.dayName(day) }.joined(separator: ","), end + 1)
    }
    guard ordinals.count > 1, end == word.end else { return nil }
    return (";BYDAY=" + ordinals.map { "\($0)MO" }.joined(separator: ","), end)
  }

  private func monthlyDays(at start: Int, from offset: Int) -> FoundDate? {
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
    let isRising = zip(days, days.dropFirst()).allSatisfy(<)
    let named = isRange && days.count == 2 && isRising ? list(days[0]...days[1]) : list(days)
    return monthly(offset, end, ";BYMONTHDAY=" + named)
  }

  /// 15日, or 15 where another day follows that has the 日.
  private func monthlyDay(at offset: Int) -> (day: Int, end: Int)? {
    guard let number = number(at: offset), let day = number.twoDigits?.value, (1...31).contains(day) else { return nil }
    let sign = skippingSpaces(at: number.end)
    if self[sign] == "日" || self[sign] == "号" { return (day, sign + 1) }
    return joint(at: number.end) == nil ? nil : (day, number.end)
  }

  /// What joins two days of a recurrence: the joint of a range, or that of a list.
  func joint(at offset: Int) -> (end: Int, isRange: Bool)? {
    if let end = rangeJoint(at: offset) { return (end, true) }
    return listJoint(at: offset).map { ($0, false) }
  }
}
