import HanText

extension DateText {
  /// 9.17(周六), 11/3號, 09-01 20:01, 時間:9.19-9.25: two figures are a date only with company that numbers do not keep.
  func shortNumericPoint(_ first: CalendarNumber, at offset: Int) -> CalendarPoint? {
    guard var point = figurePair(first, at: offset) else { return nil }
    let end = point.end
    if self[point.end] == "日" || self[point.end] == "号" {
      point.end += 1
      finish(&point)
      return point
    }
    guard isNumericEnd(point.end) else { return nil }
    if isJoinedToDay(end) { return point }
    let isHyphen = self[first.end] == "-"
    finish(&point)
    // 09-01 20:01 has a clock; 3-5 下午 counts.
    let isTimed =
      point.time != nil && self[end] == " " && end - offset > (isHyphen ? 4 : 3)
    if isTimed || (!point.weekdays.isEmpty && !isHyphen) { return point }
    return !isHyphen && isIntroduced(offset, end) ? point : nil
  }

  /// Two figures that can be a month and a day.
  func figurePair(_ first: CalendarNumber, at offset: Int) -> CalendarPoint? {
    guard first.notation == .arabic, first.markCount == 0, isNumericStart(offset),
      (1...12).contains(first.value), let month = first.twoDigits, Self.isSeparator(self[first.end]),
      let second = number(at: first.end + 1), second.notation == .arabic, second.markCount == 0,
      (1...31).contains(second.value), let day = second.twoDigits, self[second.end] != self[first.end]
    else { return nil }
    var point = CalendarPoint(start: offset)
    point.month = month
    point.day = day
    point.style = .numeric
    point.end = second.end
    return point
  }

  /// 9.17-23日, 9.17—9.23日: the right end has the 日.
  private func isJoinedToDay(_ end: Int) -> Bool {
    guard let joint = rangeJoint(at: end), let right = number(at: joint), right.notation == .arabic else {
      return false
    }
    let pair = figurePair(right, at: joint)
    let sign = pair?.end ?? right.end
    return self[sign] == "日" || (self[sign] == "号" && pair != nil)
  }

  /// Whether what stands before two figures that end at `end`, or before the range whose right end they are, makes them a
  /// date: 時間:9.17, 活動時間 9.17-9.23, 第三周(9.17-9.23).
  private func isIntroduced(_ offset: Int, _ end: Int) -> Bool {
    var start = offset
    var isRange = rangeJoint(at: end).flatMap { number(at: $0) } != nil
    // The right end of a range: its left end is three to seven units before.
    if self[start - 1] == "-" || self[start - 1] == "~" || self[start - 1] == "至" {
      var left = start - 1
      while left > start - 9,
        self[left - 1].digitValue != nil || Self.isSeparator(self[left - 1]) || self[left - 1] == "~"
      {
        left -= 1
      }
      isRange = left < start - 2
      start = left
    }
    let opener = self[start - 1] == " " ? start - 2 : start - 1
    if self[opener] == ":" { return isTimeLabel(before: opener) }
    if self[opener] == "(", isRange {
      switch self[opener - 1] {
      case "周", "期", "段", "步", "轮", "次", "旬", "月": return true
      default: return false
      }
    }
    return isRange && opener < start - 1 && isTimeLabel(before: opener + 1)
  }

  private func isTimeLabel(before offset: Int) -> Bool {
    match(Self.timeLabels, at: offset - 2) != nil
  }

  private static let timeLabels = PhraseTable<Bool>(["时间", "日期", "阶段", "时段", "期限", "期间"])

  /// 10/31/1974 and 31/10/1974: read where only one order of day and month is possible.
  func monthFirstPoint(at offset: Int) -> CalendarPoint? {
    guard self[offset].digitValue != nil, let first = numericPart(at: offset), self[first.end] == "/",
      let second = numericPart(at: first.end + 1), self[second.end] == "/", isNumericStart(offset),
      let year = number(at: second.end + 1), year.notation == .arabic, year.knownCount == 4, year.markCount == 0,
      (1900...2099).contains(year.value), isNumericEnd(year.end), let left = first.digits.value,
      let right = second.digits.value, left == right || left > 12 || right > 12
    else { return nil }
    var point = CalendarPoint(start: offset)
    point.year = DigitPattern(year.value, width: 4)
    point.yearNotation = .full
    point.month = left > 12 ? second.digits : first.digits
    point.day = left > 12 ? first.digits : second.digits
    point.style = .numeric
    point.end = year.end
    finish(&point)
    return point
  }

  /// 2018-12-1209:03: a clock that a table's cells were run together with.
  func gluedDay(at offset: Int) -> (digits: DigitPattern, end: Int)? {
    guard let number = number(at: offset), number.notation == .arabic, number.markCount == 0, number.knownCount == 4,
      self[number.end] == ":", self[number.end + 1].digitValue != nil, number.value / 100 <= 31, number.value % 100 < 24
    else { return nil }
    return (DigitPattern(number.value / 100, width: 2), offset + 2)
  }
}
