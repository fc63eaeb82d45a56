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
    if self[month.end] == separator, let day = numericPart(at: month.end + 1) {
      point.day = day.digits
      point.end = self[day.end] == "日" || self[day.end] == "号" ? day.end + 1 : day.end
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
