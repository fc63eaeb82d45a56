import HanText

extension DateText {
  /// The four digits of a year that no single way of writing numerals covers, before its 年:
  ///
  /// - digits among which a zero is a 0 or the letter O, or some were taken out: 二0一八年, 二O一八年, 2O18年, 二〇××年, 20X8年;
  /// - a redaction by dashes or in pieces: 20--年, 20——年, 20_ _年.
  func unusualYear(at offset: Int) -> (digits: DigitPattern, end: Int)? {
    switch self[offset] {
    case "一", "二": mixedYear(at: offset)
    case "1", "2": mixedYear(at: offset) ?? brokenYear(at: offset)
    default: nil
    }
  }

  private func mixedYear(at offset: Int) -> (digits: DigitPattern, end: Int)? {
    guard self[offset + 4] == "年" else { return nil }
    let isHan = self[offset].digitValue == nil
    var digits = DigitPattern.empty
    var century = 0
    for place in offset..<offset + 4 {
      let unit = self[place]
      // ○ is a zero among Han digits, a redaction among others.
      if let digit = unit.digitValue ?? (isHan ? HanNumeral.hanDigitValue(unit) : nil) ?? (unit == "o" ? 0 : nil) {
        digits.append(digit)
        if place < offset + 2 { century = century * 10 + digit }
      } else if Self.isRedaction(unit) {
        digits.append(nil)
        if place < offset + 2 { return nil }
      } else {
        return nil
      }
    }
    return century == 20 || century == 19 ? (digits, offset + 4) : nil
  }

  private func brokenYear(at offset: Int) -> (digits: DigitPattern, end: Int)? {
    guard self[offset] == "1" ? self[offset + 1] == "9" : self[offset + 1] == "0" else { return nil }
    var end = offset + 2
    var isMarked = false
    while end <= offset + Self.longestNumeral, self[end] != "年" {
      let isMark = self[end] == "-" || Self.isRedaction(self[end])
      guard isMark || self[end] == " " else { return nil }
      if isMark { isMarked = true }
      end += 1
    }
    guard isMarked, self[end] == "年" else { return nil }
    return (DigitPattern(leading: self[offset] == "1" ? 19 : 20, count: 2, width: 4), end)
  }
}
