import HanText

extension DateText {
  /// 2016-09-20, 2016.9.20, 2016/9/20, 20xx.9.20, and 20160920.
  func numericPoint(at offset: Int) -> CalendarPoint? {
    guard let number = number(at: offset), number.notation == .arabic, isNumericStart(offset) else { return nil }
    if number.knownCount == 8, self[offset - 1] != "-" { return compactPoint(number, at: offset) }
    let separator = self[number.end]
    guard Self.isSeparator(separator), number.knownCount + number.markCount == 4 || number.markCount > 0,
      let (year, notation) = yearDigits(number), notation == .full,
      let month = numericPart(at: number.end + 1)
    else { return nil }
    var point = CalendarPoint(start: offset)
    point.year = year
    point.yearNotation = .full
    point.month = month.digits
    point.style = .numeric
    point.end = month.end
    if self[month.end] == separator, let glued = gluedDay(at: month.end + 1) {
      point.day = glued.digits
      point.end = glued.end
      finish(&point)
      return point
    }
    if self[month.end] == separator, let day = numericPart(at: month.end + 1) {
      point.day = day.digits
      point.end = self[day.end] == "日" || self[day.end] == "号" ? day.end + 1 : day.end
      if self[point.end] == "-", let time = timeOfDay(at: point.end + 1), time.clock != nil, self[point.end + 3] == ":"
      {
        (point.time, point.end) = (time.clock, time.end)
        return point
      }
      guard isNumericEnd(point.end) else { return nil }
      if self[point.end] == "t", self[point.end + 1].digitValue != nil { point.end += 1 }
      let end = point.end
      finish(&point)
      if point.end == end, self[end - 1] == "t" { point.end -= 1 }
      return point
    }
    // 2016.09 may be a price: the month must be written in two digits and stand free.
    guard month.end == number.end + 3, year.value.map({ (1900...2099).contains($0) }) ?? true, isNumericEnd(point.end),
      (1...12).contains(where: month.digits.admits), !self[point.end].isAny(.han) || rangeJoint(at: point.end) != nil
    else { return nil }
    return point
  }

  /// The right end of 2016.9.17—9.23 and of 2016.9.17-23, after a left end in figures.
  func numericRest(at offset: Int) -> CalendarPoint? {
    guard let first = numericPart(at: offset) else { return nil }
    var point = CalendarPoint(start: offset)
    point.style = .numeric
    if Self.isSeparator(self[first.end]), let second = numericPart(at: first.end + 1) {
      point.month = first.digits
      point.day = second.digits
      point.end = second.end
    } else {
      point.day = first.digits
      point.end = first.end
    }
    if self[point.end] == "日" || self[point.end] == "号" { point.end += 1 }
    guard isNumericEnd(point.end) else { return nil }
    finish(&point)
    return point
  }

  private func numericPart(at offset: Int) -> (digits: DigitPattern, end: Int)? {
    guard let number = number(at: offset), number.notation == .arabic, let digits = number.twoDigits else { return nil }
    return (digits, number.end)
  }

  private func compactPoint(_ number: CalendarNumber, at offset: Int) -> CalendarPoint? {
    let (year, month, day) = (number.value / 10000, number.value / 100 % 100, number.value % 100)
    guard number.markCount == 0, (1950...YearNarrowing.lastYear).contains(year), (1...12).contains(month),
      (1...CivilCalendar.days(inMonth: month, of: year)).contains(day), isNumericEnd(number.end)
    else { return nil }
    var point = CalendarPoint(start: offset)
    point.year = DigitPattern(year, width: 4)
    point.yearNotation = .full
    point.month = DigitPattern(month, width: 2)
    point.day = DigitPattern(day, width: 2)
    point.style = .compact
    point.end = number.end
    return point
  }

  private static func isSeparator(_ unit: FoldUnit) -> Bool {
    unit == "-" || unit == "." || unit == "/" || unit == "·"
  }

  /// Whether figures at an offset are not the tail of an address, a version, a path or a number.
  private func isNumericStart(_ offset: Int) -> Bool {
    let before = self[offset - 1]
    return !before.isAny([.digit, .latin]) && before != "." && before != "/" && before != "_" && before != "="
      && before != "%"
  }

  private func isNumericEnd(_ offset: Int) -> Bool {
    let after = self[offset]
    if after == "t", self[offset + 1].digitValue != nil { return true }
    if after.isAny([.digit, .latin]) || after == "/" || after == "_" || after == "%" { return false }
    if after == ":", self[offset + 1].digitValue != nil { return false }
    return !((after == "." || after == "-") && self[offset + 1].isAny([.digit, .latin]) && !isJointToDate(offset))
  }

  /// 2016.9.17-9.23 and 2016-09-17-2016-09-23: a hyphen that joins, not a part of a number. After parts that hyphens
  /// part, only a full date is joined.
  private func isJointToDate(_ offset: Int) -> Bool {
    guard self[offset] == "-", self[offset - 1].digitValue != nil, let right = number(at: offset + 1) else {
      return false
    }
    if right.knownCount == 4 { return Self.isSeparator(self[right.end]) }
    let isHyphenated = self[offset - 2] == "-" || self[offset - 3] == "-"
    return !isHyphenated && right.notation == .arabic && right.knownCount <= 2 && (1...31).contains(right.value)
  }
}

// MARK: - Figures without a year, or with the year last

extension DateText {
  /// 9.17(周六), 11/3號, 09-01 20:01, 時間:9.19-9.25: two figures are a date only with company that numbers do not keep.
  func shortNumericPoint(at offset: Int) -> CalendarPoint? {
    guard let first = number(at: offset), first.notation == .arabic, first.markCount == 0, isNumericStart(offset),
      (1...12).contains(first.value), let month = first.twoDigits, Self.isSeparator(self[first.end]),
      let second = number(at: first.end + 1), second.notation == .arabic, second.markCount == 0,
      (1...31).contains(second.value), let day = second.twoDigits, self[second.end] != self[first.end]
    else { return nil }
    var point = CalendarPoint(start: offset)
    point.month = month
    point.day = day
    point.style = .numeric
    point.end = second.end
    if self[point.end] == "日" || self[point.end] == "号" {
      point.end += 1
      finish(&point)
      return point
    }
    guard isNumericEnd(point.end) else { return nil }
    let isHyphen = self[first.end] == "-"
    finish(&point)
    // 09-01 20:01 has a clock; 3-5 下午 counts.
    let isTimed =
      point.time != nil && self[second.end] == " " && first.knownCount + second.knownCount >= (isHyphen ? 4 : 3)
    if isTimed || (!point.weekdays.isEmpty && !isHyphen) { return point }
    guard !isHyphen, isLabelled(offset) || isLabelledRange(offset) else { return nil }
    return point
  }

  /// Whether 時間: or 日期: stands right before an offset.
  private func isLabelled(_ offset: Int) -> Bool {
    let colon = self[offset - 1] == " " ? offset - 2 : offset - 1
    return self[colon] == ":" && match(Self.timeLabels, at: colon - 2) != nil
  }

  /// The right end of 時間:9.19-9.25.
  private func isLabelledRange(_ offset: Int) -> Bool {
    for back in 1...6 where self[offset - back] == ":" { return isLabelled(offset - back + 1) }
    return false
  }

  private static let timeLabels = PhraseTable<Bool>(["时间", "日期"])

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
