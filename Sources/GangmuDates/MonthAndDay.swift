import HanText

/// A month that was read.
struct MonthReading {
  let digits: DigitPattern
  /// The second of two that are said in one breath: 七八月份.
  var last: Int?
  /// The offset after it and its 月 or 月份.
  let end: Int
  /// Its numeral; nil for 元月 and where its 月 stands elsewhere.
  var number: CalendarNumber?
}

extension DateText {
  /// 9月, 九月份, 元月, xx月; with its 月 or 月份.
  func month(at offset: Int) -> MonthReading? {
    month(at: offset, number(at: offset))
  }

  /// The month at an offset whose numeral was read.
  func month(at offset: Int, _ number: CalendarNumber?) -> MonthReading? {
    guard let number else {
      return self[offset] == "元" && self[offset + 1] == "月"
        ? MonthReading(digits: DigitPattern(1, width: 2), end: offset + 2) : nil
    }
    let sign = skippingSpaces(at: number.end)
    guard self[sign] == "月", let digits = number.twoDigits, match(DateVeto.afterMonth, at: sign + 1) == nil else {
      return nil
    }
    if number.notation != .arabic, number.value > 12 { return nil }
    return MonthReading(digits: digits, end: self[sign + 1] == "份" ? sign + 2 : sign + 1, number: number)
  }

  /// 七八月份, 二三月間: a month and the next.
  func monthPair(at offset: Int) -> MonthReading? {
    guard self[offset + 2] == "月", let first = HanNumeral.hanDigitValue(self[offset]),
      let last = HanNumeral.hanDigitValue(self[offset + 1]), first > 0, last == first + 1,
      match(DateVeto.afterMonth, at: offset + 3) == nil
    else { return nil }
    return MonthReading(
      digits: DigitPattern(first, width: 2), last: last, end: self[offset + 3] == "份" ? offset + 4 : offset + 3)
  }

  /// 20日, 二十號, __日; with its 日.
  func day(at offset: Int) -> (digits: DigitPattern, end: Int)? {
    number(at: offset).flatMap(day)
  }

  /// The day whose numeral was read.
  func day(_ number: CalendarNumber) -> (digits: DigitPattern, end: Int)? {
    let sign = skippingSpaces(at: number.end)
    guard self[sign] == "日" || self[sign] == "号", let digits = number.twoDigits else { return nil }
    return (digits, sign + 1)
  }

  /// A day whose 日 was lost, as in 9月20為主題教育日: decimal, in the calendar, and before what may follow a date.
  func unitlessDay(at offset: Int) -> (digits: DigitPattern, end: Int)? {
    guard let number = number(at: offset), number.notation == .arabic, let digits = number.twoDigits else { return nil }
    // 9月xx—xx日
    if number.markCount > 0 { return rangeJoint(at: number.end).flatMap(day) == nil ? nil : (digits, number.end) }
    guard (1...31).contains(number.value) else { return nil }
    let next = self[number.end]
    let mayFollow =
      next.isAny(.boundary) || next == "-" || next == "~" || isHanDash(number.end)
      || (next.isAny(.han) && !isMeasured(number.end))
    // 9月20.5 and 9月20,000 go on as numbers.
    let goesOn = (next == "." || next == "," || next == ":") && self[number.end + 1].digitValue != nil
    return mayFollow && !goesOn ? (digits, number.end) : nil
  }

  /// Whether what follows figures counts with them: 9月20家企業, 9月3次.
  private func isMeasured(_ offset: Int) -> Bool {
    if self[offset] == "起" { return !self[offset + 1].isAny(.boundary) }
    return DateVeto.measures.contains(self[offset]) || self[offset].isAny(.hanNumeral)
  }
}
