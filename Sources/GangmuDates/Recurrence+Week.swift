import HanText

extension DateText {
  /// What follows 每周: 三, 一、三、五, 一至周五, 星期二下午, 末; every `interval` weeks.
  func weekly(at start: Int, from offset: Int, interval: Int) -> FoundDate? {
    let isRepeated = match(WeekdayMark.words, at: start)
    var start = isRepeated?.end ?? start
    // 每周的星期二
    if self[start] == "的", let word = match(WeekdayMark.words, at: start + 1) { start = word.end }
    let base = interval == 1 ? "FREQ=WEEKLY;BYDAY=" : "FREQ=WEEKLY;INTERVAL=\(interval);BYDAY="
    if self[start] == "末" {
      let time = timeOfDay(at: skippingSpaces(at: start + 1))
      return recurring(offset..<(time?.end ?? start + 1), rrule: base + "SA,SU", at: time)
    }
    guard let days = weekdays(at: start) else { return nil }
    // 每周一次 counts, 每周一課 does too.
    guard days.values.count > 1 || isRepeated != nil || match(DateVeto.afterWeekday, at: days.end) == nil else {
      return nil
    }
    return weekly(days, from: offset, base: base)
  }

  /// 周一至周五, 星期二、星期四下午: days of any week, told from one of them by their number.
  func weekdaysOfAnyWeek(at offset: Int) -> FoundDate? {
    guard let word = match(WeekdayMark.words, at: offset), !isOfOneWeek(offset), let days = weekdays(at: word.end),
      days.values.count > 1, days.isEachNamed
    else { return nil }
    // 星期一、星期二, 9月18日: the second belongs to the date.
    let last = WeekdayMark(value: days.values.last ?? 1, span: days.lastStart..<days.end)
    guard !isWeekdayOfDate(last, limit: 3) else { return nil }
    return weekly(days, from: offset, base: "FREQ=WEEKLY;BYDAY=")
  }

  /// Whether 本, 下, 這 or 第 stands before a weekday, or a date of which it is told.
  private func isOfOneWeek(_ offset: Int) -> Bool {
    switch self[offset - 1] {
    case "本", "上", "下", "这", "该", "当", "第", "次", "同", "个", "(", "日", "号": true
    default: false
    }
  }

  private func weekly(_ days: WeekdayList, from offset: Int, base: String) -> FoundDate {
    let time = timeOfDay(at: skippingSpaces(at: days.end))
    return recurring(
      offset..<(time?.end ?? days.end), rrule: base + days.values.map(Self.dayName).joined(separator: ","), at: time)
  }

  /// Weekdays that were read.
  private struct WeekdayList {
    var values: [Int]
    /// Whether each has its own 周 or 星期.
    var isEachNamed = true
    /// Where the last one begins, with its 周.
    var lastStart: Int
    var end: Int
  }

  /// 三, 一、三、五, 一至周五, after 周.
  private func weekdays(at start: Int) -> WeekdayList? {
    guard let first = weekdayUnit(at: start) else { return nil }
    var list = WeekdayList(values: [first], lastStart: start, end: start + 1)
    var isRange = false
    while list.values.count < 7, let next = joint(at: list.end) {
      let word = match(WeekdayMark.words, at: next.end)
      let place = word?.end ?? next.end
      guard let day = weekdayUnit(at: place) else { break }
      if word == nil { list.isEachNamed = false }
      if next.isRange { isRange = list.values.count == 1 }
      list.values.append(day)
      list.lastStart = next.end
      list.end = place + 1
    }
    if isRange, list.values.count == 2, list.values[0] < list.values[1] {
      list.values = Array(list.values[0]...list.values[1])
    }
    return list
  }

  private func weekdayUnit(at offset: Int) -> Int? {
    guard self[offset].digitValue == nil, self[offset] != "末" else { return nil }
    return WeekdayMark.value(of: self[offset])
  }

  /// 每個工作日9點
  func workdays(at start: Int, from offset: Int) -> FoundDate? {
    let next = self[start] == "的" ? start + 1 : start
    let time = timeOfDay(at: skippingSpaces(at: next))
    return recurring(offset..<(time?.end ?? start), rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", at: time)
  }
}
