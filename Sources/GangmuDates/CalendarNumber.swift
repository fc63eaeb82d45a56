import HanText

/// A numeral of a date: 9, 09, 九, 二十, 二〇一六, 20xx, __.
struct CalendarNumber {
  /// The value of the digits that are known.
  let value: Int
  /// How many digits are known; for a Han numeral read by value (二十), the number of its units.
  let knownCount: Int
  /// How many marks stand for digits that were taken out.
  let markCount: Int
  /// Whether it is written 两, which counts (两月 is two months) and never names.
  let isCount: Bool
  /// Whether a Han zero is in it: 二三日 is two or three days, 二〇日 the twentieth.
  let hasZero: Bool
  /// How it is written.
  let notation: Notation
  /// The offset after it.
  let end: Int

  enum Notation {
    /// 9, 20xx, __
    case arabic
    /// 九, 十二, 廿三
    case han
    /// 二〇一六: digit by digit
    case positional
  }

  /// Its value as a month or a day, unless it has too many digits for one.
  var twoDigits: DigitPattern? {
    switch notation {
    case .han: value < 100 && !isCount ? DigitPattern(value, width: 2) : nil
    case .positional: value < 100 && hasZero ? DigitPattern(value, width: 2) : nil
    case .arabic where markCount == 0: knownCount <= 2 ? DigitPattern(value, width: 2) : nil
    case .arabic where knownCount == 0: markCount <= 4 ? .unknown(width: 2) : nil
    case .arabic: knownCount == 1 && markCount == 1 ? DigitPattern(leading: value, count: 1, width: 2) : nil
    }
  }
}

extension DateText {
  /// The numeral at an offset.
  func number(at offset: Int) -> CalendarNumber? {
    let unit = self[offset]
    if unit.digitValue != nil { return arabic(at: offset) }
    if unit.isAny(.hanNumeral), unit != "○" || isHanZero(at: offset) { return han(at: offset) }
    return Self.isRedaction(unit) ? arabic(at: offset) : nil
  }

  /// Whether content farms write a unit over a digit.
  @inline(__always)
  static func isRedaction(_ unit: FoldUnit) -> Bool {
    if unit.isAny(.redaction) { return true }
    switch unit {
    case "?", "#", "△", "ⅹ", "╳", "◯": return true
    default: return false
    }
  }

  /// Those beyond HanText's own set.
  static let furtherRedactions: [FoldUnit] = ["?", "#", "△", "ⅹ", "╳", "◯"]

  /// ○ is a zero among Han digits (二○一六), a redaction elsewhere (20○○, ○○年).
  func isHanZero(at offset: Int) -> Bool {
    self[offset] == "○" && self[offset + 1].isAny(.hanNumeral) && self[offset + 1] != "○"
  }

  private func arabic(at offset: Int) -> CalendarNumber? {
    var end = offset
    var value = 0
    while let digit = self[end].digitValue {
      guard end - offset < Self.longestNumeral else { return nil }
      value = value * 10 + digit
      end += 1
    }
    let known = end - offset
    while Self.isRedaction(self[end]) {
      guard end - offset < Self.longestNumeral else { return nil }
      end += 1
    }
    return CalendarNumber(
      value: value, knownCount: known, markCount: end - offset - known, isCount: false, hasZero: false,
      notation: .arabic, end: end)
  }

  private func han(at offset: Int) -> CalendarNumber? {
    var end = offset
    var isPositional = true
    var hasZero = false
    while self[end].isAny(.hanNumeral) {
      guard end - offset < Self.longestNumeral else { return nil }
      if self[end].isAny(.hanMultiplier) { isPositional = false }
      if HanNumeral.hanDigitValue(self[end]) == 0 { hasZero = true }
      end += 1
    }
    let length = end - offset
    guard let reading = HanNumeral.readHan(in: text, at: offset, limit: end), reading.end == end else { return nil }
    let notation: CalendarNumber.Notation = isPositional && length > 1 ? .positional : .han
    return CalendarNumber(
      value: reading.value, knownCount: length, markCount: 0, isCount: self[offset] == "两", hasZero: hasZero,
      notation: notation,
      end: end)
  }

  /// Longer runs are numbers of telephones, accounts and identity cards, or ruled lines.
  static let longestNumeral = 8
}
