import HanText

extension DateText {
  /// The expression that a point alone makes, with what follows it: 9月19日, 9月19日前, 2012年起.
  func single(_ point: CalendarPoint) -> FoundDate? {
    let dates = point.dates
    let tail = tail(at: point.end, of: point.start)
    guard isDate(point, tail: tail?.tail) else { return nil }
    var found = FoundDate(
      shape: shape(of: point), form: dates.first == dates.last ? .single : .range, span: point.start..<point.end,
      interval: EDTFInterval(start: dates.first, end: dates.last), points: [point])
    guard let tail else {
      if found.form == .single, let opener = deadlineOpener(before: point.start) {
        (found.shape, found.form) = (.deadline, .deadline)
        found.span = opener..<point.end
        found.interval = EDTFInterval(start: nil, end: dates.last)
      }
      return found
    }
    found.span = point.start..<tail.end
    switch tail.tail {
    case .before, .until:
      found.shape = .deadline
      found.form = .deadline
      found.interval = EDTFInterval(start: nil, end: dates.last)
      // 至9月30日止: its 至 belongs to it.
      if tail.tail == .until, self[point.start - 1] == "至" { found.span = point.start - 1..<tail.end }
      if let opener = deadlineOpener(before: point.start) { found.span = opener..<tail.end }
    case .from, .after:
      found.shape = .openStart
      found.form = .openStart
      found.interval = EDTFInterval(start: dates.first, end: nil)
    case .about:
      guard dates.first == dates.last else { return found }
      var date = dates.first
      date.isApproximate = true
      found.interval = EDTFInterval(start: date, end: date)
    }
    return found
  }

  /// Where 最遲於, 不晚於 begins, if it stands right before a date.
  private func deadlineOpener(before start: Int) -> Int? {
    switch self[start - 1] {
    case "于", "迟", "晚", "在", "到":
      for length in 2...5 {
        if let word = match(Self.deadlineOpeners, at: start - length), word.end == start { return start - length }
      }
      return nil
    default: return nil
    }
  }

  private static let deadlineOpeners = PhraseTable<Bool>(
    ["最迟", "最晚", "至迟", "不迟", "不晚", "不得迟", "不得晚"].flatMap { [$0, $0 + "于", $0 + "在", $0 + "到"] })

  /// 年底前, at its 年, with no year before it: the year in which the page was written.
  func endOfThisYear(at offset: Int) -> FoundDate? {
    guard self[offset + 1] == "底" || self[offset + 1] == "末", !self[offset - 1].isAny([.digit, .hanNumeral]),
      !Self.isRedaction(self[offset - 1]), let tail = tail(at: offset + 2, of: offset), tail.tail == .before
    else { return nil }
    var point = CalendarPoint(start: offset)
    point.month = DigitPattern(12, width: 2)
    point.portion = .lastDay
    point.end = offset + 2
    return single(point)
  }

  /// Whether a point says enough to be a date of its own.
  private func isDate(_ point: CalendarPoint, tail: DateTail?) -> Bool {
    if point.isDayAlone { return isDayDate(point) }
    if point.isYearAlone { return isYearDate(point, tail: tail) }
    guard point.isMonth else { return true }
    if point.style == .numeric, self[point.start - 1] == "-" || self[point.start - 1] == "~" { return false }
    if isTraditionalDay(after: point) { return false }
    if point.month?.isUnknown ?? true, point.year?.isUnknown ?? true { return false }
    if point.year != nil { return true }
    if DateVeto.beforeMonthAlone.contains(self[point.start - 1]), !isItem(before: point.start) { return false }
    if match(DateVeto.beforeDuration, at: point.start - 2) != nil { return false }
    // 2.5月/人, 3月×2次
    if self[point.end] == "/" || (Self.isRedaction(self[point.end]) && self[point.end + 1].digitValue != nil) {
      return false
    }
    // 三月後 is three months later as often as after March.
    if point.style == .hanMonth, tail == .before || tail == .after { return false }
    if point.style == .hanMonth, match(DateVeto.afterHanMonth, at: point.end) != nil { return false }
    return match(DateVeto.afterMonthAlone, at: point.end) == nil
  }

  /// A day without its month is a date after 本月 or 於, and beside a time of day; elsewhere 15日 counts days.
  private func isDayDate(_ point: CalendarPoint) -> Bool {
    guard point.day?.isUnknown == false else { return false }
    if match(DateVeto.afterDayAlone, at: point.end) != nil {
      // 本月25日前, 請於25日前: not so many days before.
      return tail(at: point.end, of: point.start)?.tail == .before && self[point.start].digitValue != nil
        && isOpenedDay(point.start)
    }
    // 9日上午: its company makes it a day.
    if point.time != nil || !point.weekdays.isEmpty { return true }
    if self[point.end - 1] != "日", self[point.end - 1] != "号" { return true }
    // 不少於十五日 compares.
    if self[point.start - 1] == "于", DateVeto.beforeThan.contains(self[point.start - 2]) { return false }
    return isOpenedDay(point.start) || isDayOfNews(point)
  }

  /// 14日邀請: a news page leaves out the month, and begins a clause with the day. 3日無理由退貨 counts.
  private func isDayOfNews(_ point: CalendarPoint) -> Bool {
    let (before, after) = (self[point.start - 1], self[point.end])
    guard self[point.start].digitValue != nil, self[point.end - 1] == "日",
      before == "," || before == ";" || before.isAny(.sentenceEnd)
    else { return false }
    return after == "," || (after.isAny(.han) && !DateVeto.afterDayOfClause.contains(after))
  }

  /// Whether 於 or 本月 stands before a day.
  func isOpenedDay(_ start: Int) -> Bool {
    match(Self.dayOpeners, at: start - 1) != nil || match(Self.dayOpeners, at: start - 2) != nil
  }

  private static let dayOpeners = PhraseTable<Bool>(["于", "本月", "当月", "同月", "次月", "下月", "上月", "该月", "是月"])

  /// 八月十五, 五月初五: a month of the traditional calendar, told by a day in Han numerals without 日.
  private func isTraditionalDay(after point: CalendarPoint) -> Bool {
    if self[point.start - 1] == "闰" || self[point.end] == "初" { return true }
    guard self[point.end].isAny(.hanNumeral), let number = number(at: point.end) else { return false }
    // 三月三, 九月九
    if point.style == .hanMonth, number.value == point.month?.value { return true }
    return number.value >= 10 && number.value <= 30
  }

  /// Whether the number of an item that begins its line stands before an offset: 3.5月:宣傳發動 is not three and a half.
  private func isItem(before offset: Int) -> Bool {
    guard self[offset - 1] == "." else { return false }
    var start = offset - 1
    while start > offset - 4, self[start - 1].digitValue != nil { start -= 1 }
    return start < offset - 1 && self[skippingSpacesBack(from: start) - 1] == "\n"
  }

  /// A year alone is left out; 2012年起 and 2020年前 are not, 100年前 and 2000年前 count years.
  private func isYearDate(_ point: CalendarPoint, tail: DateTail?) -> Bool {
    guard let tail, let year = point.year, tail != .about, tail != .until else { return false }
    if let value = year.value, !(1900...2100).contains(value) || (value % 1000 == 0 && tail != .from) { return false }
    if point.yearNotation == .republic { return countsFromRepublic && tail == .from }
    return !year.isUnknown
  }

  private func shape(of point: CalendarPoint) -> DateShape {
    switch (point.style, point.portion) {
    case (.numeric, _): point.day == nil ? .numericMonth : .numericDay
    case (.compact, _): .compactDay
    case (.named, _): .namedDay
    case (.unitless, _): point.day == nil ? .listed : .unitlessDay
    case (.hanMonth, nil): .hanMonth
    case (_, .week), (_, .weekdayOrdinal), (_, .yearWeek): .week
    // 七八月份
    case (_, .months) where point.year == nil: .month
    case (_, .some): point.month == nil ? .yearPart : .monthPart
    default: point.day == nil ? .month : point.month == nil ? .dayAlone : .day
    }
  }
}
