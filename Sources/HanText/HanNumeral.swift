/// Reads whole numbers as Chinese pages write them: 12, １２, 十二, 一百零三, 二〇一六, 廿三, 拾贰.
public enum HanNumeral {
  /// A number that was read.
  public struct Reading: Sendable, Hashable {
    /// Its value.
    public let value: Int
    /// The offset after its last unit.
    public let end: Int

    /// Makes a reading.
    public init(value: Int, end: Int) {
      self.value = value
      self.end = end
    }
  }

  /// The run of Han numerals at an offset, read by value (一百零三, 十二) or digit by digit (二〇一六), or nil where no Han
  /// numeral stands or the run is no number. Runs beyond `maximumLength` units are no numbers.
  public static func readHan(in text: FoldedText, at offset: Int, limit: Int) -> Reading? {
    var end = offset
    var total = 0
    var section = 0
    var digits = 0
    var pending: Int?
    var isPositional = true
    while end < limit, end - offset <= maximumLength {
      let unit = text[end]
      if let digit = hanDigitValue(unit) {
        if let before = pending, !isPositional, before != 0 { return nil }
        pending = digit
        digits = digits * 10 + digit
      } else if let multiplier = multiplierValue(unit) {
        isPositional = false
        switch unit {
        case "廿", "卅": section += multiplier
        case "万":
          total += (section + (pending ?? 0)) * multiplier
          section = 0
        default: section += (pending ?? 1) * multiplier
        }
        pending = nil
      } else {
        break
      }
      end += 1
    }
    guard end > offset, end - offset <= maximumLength else { return nil }
    return Reading(value: isPositional ? digits : total + section + (pending ?? 0), end: end)
  }

  /// The run of decimal digits at an offset, or nil where none stands or it has more than `maximumLength`.
  public static func readDecimal(in text: FoldedText, at offset: Int, limit: Int) -> Reading? {
    var end = offset
    var value = 0
    while end < limit, let digit = text[end].digitValue {
      guard end - offset < maximumLength else { return nil }
      value = value * 10 + digit
      end += 1
    }
    return end > offset ? Reading(value: value, end: end) : nil
  }

  /// The longest numeral that is read; what is longer is no ordinal, date or count, and would overflow.
  public static let maximumLength = 9

  /// The value of a Han numeral that stands for one digit.
  public static func hanDigitValue(_ unit: FoldUnit) -> Int? {
    switch unit {
    case "〇", "零", "○": 0
    case "一", "壹": 1
    case "二", "贰", "两": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  private static func multiplierValue(_ unit: FoldUnit) -> Int? {
    switch unit {
    case "十", "拾": 10
    case "廿": 20
    case "卅": 30
    case "百", "佰": 100
    case "千", "仟": 1000
    case "万": 10000
    default: nil
    }
  }
}
