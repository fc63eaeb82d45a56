import HanText

/// Reads telephone numbers and mail addresses.
enum AddressReader {
  private static let inner = UnitSet("-()#*转+")
  private static let mail = UnitSet("0123456789abcdefghijklmnopqrstuvwxyz._-+")

  /// The telephone numbers in a span: seven digits or more (five with a label before them would do, extension or area code
  /// included), `138****1234` too.
  static func phones(in span: Range<Int>, of text: FoldedText) -> [Range<Int>] {
    var phones: [Range<Int>] = []
    var offset = span.lowerBound
    while offset < span.upperBound {
      guard text[offset].digitValue != nil || text[offset] == "(" || text[offset] == "+" else {
        offset += 1
        continue
      }
      var end = offset
      var digits = 0
      var last = offset
      while end < span.upperBound, end - offset < 40 {
        if text[end].digitValue != nil || text[end] == "*" && digits > 0 {
          digits += 1
          last = end + 1
        } else if text[end] == " " {
          // A space parts an area code from its number, but two numbers too.
          guard digits <= 4, text.unit(at: end + 1)?.digitValue != nil else { break }
        } else if !inner.contains(text[end]) {
          break
        }
        end += 1
      }
      if digits >= 5, text.unit(at: last) != "@" {
        if last < span.upperBound, text[last] == ")", text[offset] == "(",
          !(offset + 1..<last).contains(where: { text[$0] == ")" })
        {
          last += 1
        }
        // (0571)85711183 begins with an area code; (13812345678) is a number in brackets.
        let isBracketed = text[offset] == "(" && (text.firstIndex(of: ")", in: offset..<last) ?? last) - offset > 6
        let end = isBracketed && text[last - 1] == ")" ? last - 1 : last
        phones.append((isBracketed ? offset + 1 : offset)..<end)
      }
      offset = max(end, offset + 1)
    }
    return phones
  }

  /// The mail address in a span, or nil.
  static func email(in span: Range<Int>, of text: FoldedText) -> Range<Int>? {
    guard let at = text.firstIndex(of: "@", in: span) else { return nil }
    var lower = at
    var upper = at + 1
    while lower > span.lowerBound, mail.contains(text[lower - 1]) { lower -= 1 }
    while upper < span.upperBound, mail.contains(text[upper]) { upper += 1 }
    while upper > at + 1, text[upper - 1] == "." { upper -= 1 }
    return lower < at && upper > at + 1 ? lower..<upper : nil
  }
}
