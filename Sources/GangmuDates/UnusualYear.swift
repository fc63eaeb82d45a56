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
    var digits: [Int?] = []
    let isHan = self[offset].digitValue == nil
    for unit in units[offset..<offset + 4] {
      // ○ is a zero among Han digits, a redaction among others.
      if let digit = unit.digitValue ?? (isHan ? HanNumeral.hanDigitValue(unit) : nil) {
        digits.append(digit)
      } else if unit == "o" {
        digits.append(0)
      } else if Self.isRedaction(unit) {
        digits.append(nil)
      } else {
        return nil
      }
    }
    guard digits[0] == 2 && digits[1] == 0 || digits[0] == 1 && digits[1] == 9 else { return nil }
    return (DigitPattern(digits: digits), offset + 4)
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
