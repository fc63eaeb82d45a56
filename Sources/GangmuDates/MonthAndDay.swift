import HanText

extension DateText {
  /// 9月, 九月份, 元月, xx月; with its 月 or 月份.
  func month(at offset: Int) -> (digits: DigitPattern, end: Int, number: CalendarNumber?)? {
    if self[offset] == "元", self[offset + 1] == "月" { return (DigitPattern(1, width: 2), offset + 2, nil) }
    guard let number = number(at: offset), let digits = number.twoDigits else { return nil }
    let sign = skippingSpaces(at: number.end)
    guard self[sign] == "月", match(DateVeto.afterMonth, at: sign + 1) == nil else { return nil }
    if number.notation != .arabic, number.value > 12 { return nil }
    return (digits, self[sign + 1] == "份" ? sign + 2 : sign + 1, number)
  }

  /// 20日, 二十號, __日; with its 日.
  func day(at offset: Int) -> (digits: DigitPattern, end: Int)? {
    guard let number = number(at: offset), let digits = number.twoDigits else { return nil }
    let sign = skippingSpaces(at: number.end)
    guard self[sign] == "日" || self[sign] == "号" else { return nil }
    return (digits, sign + 1)
  }

  /// A day whose 日 was lost, as in 9月20為主題教育日: decimal, in the calendar, and before what may follow a date.
  func unitlessDay(at offset: Int) -> (digits: DigitPattern, end: Int)? {
    guard let number = number(at: offset), number.notation == .arabic, number.markCount == 0,
      number.knownCount <= 2, (1...31).contains(number.value), let digits = number.twoDigits
    else { return nil }
    let next = self[number.end]
    let mayFollow = next.isAny(.boundary) || next == "-" || next == "~" || (next.isAny(.han) && !isMeasured(number.end))
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
