import HanText

extension DateText {
  /// 2016-09-20, 2016.9.20, 2016/9/20, 20xx.9.20, 2016. 9. 20, and 20160920.
  func numericPoint(_ number: CalendarNumber, at offset: Int) -> CalendarPoint? {
    guard isNumericStart(offset) else { return nil }
    if number.knownCount == 8, self[offset - 1] != "-" { return compactPoint(number, at: offset) }
    if number.knownCount == 3, number.markCount == 0 { return republicPoint(number, at: offset, start: offset) }
    guard number.knownCount + number.markCount == 4 || number.markCount > 0, let (year, notation) = yearDigits(number),
      notation == .full
    else { return nil }
    return numericPoint(after: number, of: year, start: offset)
  }

  /// 民國105.9.20: a year of the Republic in figures.
  func republicFigures(at offset: Int) -> CalendarPoint? {
    guard let era = match(YearReading.eras, at: offset) else { return nil }
    let start = skippingSpaces(at: era.end)
    guard let number = number(at: start), number.notation == .arabic, (2...3).contains(number.knownCount) else {
      return nil
    }
    return republicPoint(number, at: start, start: offset)
  }

  /// 105.9.20 in a page that counts so, and 105/09/20 in any: three figures, a month and a day of two are no fraction.
  private func republicPoint(_ number: CalendarNumber, at offset: Int, start: Int) -> CalendarPoint? {
    guard Self.isSeparator(self[number.end]), let (year, _) = yearDigits(number, isRepublic: true),
      let point = numericPoint(after: number, of: year, start: start), point.day != nil,
      point.month?.value.map({ (1...12).contains($0) }) ?? false
    else { return nil }
    if start < offset { return point }
    guard RepublicEra.bareYears.contains(number.value) else { return nil }
    let isPadded = self[number.end] == "/" && self[number.end + 3] == "/" && self[number.end + 5].digitValue != nil
    return isPadded || !point.weekdays.isEmpty || countsFromRepublic || isRepublicRange(point, at: offset)
      ? point : nil
  }

  /// 113.3.1～113.3.31: the other end has the same three figures or those of the next year.
  private func isRepublicRange(_ point: CalendarPoint, at offset: Int) -> Bool {
    func isYear(_ start: Int) -> Bool {
      guard let other = number(at: start), other.notation == .arabic, other.markCount == 0 else { return false }
      return RepublicEra.bareYears.contains(other.value) && Self.isSeparator(self[other.end])
    }
    if let joint = rangeJoint(at: point.end), isYear(joint) { return true }
    let before = self[offset - 1]
    guard before == "~" || before == "-" || before == "至" || before == "到" else { return false }
    // The left end has eleven units at most.
    return (offset - 11..<offset - 6).contains { self[$0 - 1].digitValue == nil && isYear($0) }
  }

  /// Month and day after the figures of a year.
  private func numericPoint(after number: CalendarNumber, of year: DigitPattern, start: Int) -> CalendarPoint? {
    let separator = self[number.end]
    guard Self.isSeparator(separator), let month = numericPart(at: afterSeparator(number.end)) else { return nil }
    var point = CalendarPoint(start: start)
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
    if self[month.end] == separator, let day = numericPart(at: afterSeparator(month.end)) {
      point.day = day.digits
      point.end = self[day.end] == "日" || self[day.end] == "号" ? day.end + 1 : day.end
      if self[point.end] == "-", let time = timeOfDay(at: point.end + 1), time.clock != nil, self[point.end + 3] == ":"
      {
        point.time = time.clock
        point.end = time.end
        return point
      }
      guard isNumericEnd(point.end) else { return nil }
      if self[point.end] == "t", self[point.end + 1].digitValue != nil { point.end += 1 }
      let end = point.end
      finish(&point)
      if point.end == end, self[end - 1] == "t" { point.end -= 1 }
      return point
    }
    if isMonthOfRange(month.end, separator: separator, start: start) { return point }
    // 2016.09 may be a price: the month must be written in two digits and stand free.
    guard !isNumbered(start), month.end == number.end + 3, year.value.map({ (1900...2099).contains($0) }) ?? true,
      isNumericEnd(point.end),
      (1...12).contains(where: month.digits.admits), !self[point.end].isAny(.han) || rangeJoint(at: point.end) != nil
    else { return nil }
    return point
  }

  /// The offset after a separator, and after the space that some put behind a dot: 2016. 9. 20.
  private func afterSeparator(_ offset: Int) -> Int {
    self[offset] == "." && self[offset + 1] == " " ? offset + 2 : offset + 1
  }

  /// Whether 2018.9 is one end of 2018.9—2019.6: the other end shows that it is no price.
  private func isMonthOfRange(_ end: Int, separator: FoldUnit, start: Int) -> Bool {
    if let joint = rangeJoint(at: end), let other = number(at: joint), other.notation == .arabic,
      other.knownCount + other.markCount == 4, self[other.end] == separator, let (_, notation) = yearDigits(other),
      notation == .full, let month = numericPart(at: other.end + 1)
    {
      return (1...12).contains(where: month.digits.admits)
    }
    // 2018.9-至今
    if let tail = match(DateTail.words, at: end), self[tail.end - 1] == "今" { return true }
    let before = self[start - 1]
    guard before == "-" || before == "~" || before == "至" || before == "到" else { return false }
    let last = self[start - 2] == "-" ? start - 3 : start - 2
    return Self.isRedaction(self[last]) || self[last].digitValue != nil
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

  func numericPart(at offset: Int) -> (digits: DigitPattern, end: Int)? {
    guard let number = number(at: offset), number.notation == .arabic, let digits = number.twoDigits else { return nil }
    return (digits, number.end)
  }

  private func compactPoint(_ number: CalendarNumber, at offset: Int) -> CalendarPoint? {
    let (year, month, day) = (number.value / 10000, number.value / 100 % 100, number.value % 100)
    guard number.markCount == 0, !isNumbered(offset), (1950...YearNarrowing.lastYear).contains(year),
      (1...12).contains(month),
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

  /// Whether 第 or 編號 stands before figures.
  private func isNumbered(_ offset: Int) -> Bool {
    self[offset - 1] == "第" || self[offset - 1] == "号"
  }

  static func isSeparator(_ unit: FoldUnit) -> Bool {
    unit == "-" || unit == "." || unit == "/" || unit == "·"
  }

  /// Whether figures at an offset are not the tail of an address, a version, a path or a number.
  func isNumericStart(_ offset: Int) -> Bool {
    let before = self[offset - 1]
    return !before.isAny([.digit, .latin]) && before != "." && before != "/" && before != "_" && before != "="
      && before != "%"
  }

  func isNumericEnd(_ offset: Int) -> Bool {
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
