import HanText

/// Reads telephone numbers and mail addresses.
enum AddressReader {
  private static let inner = UnitSet("-()#*+~")
  private static let extensions = PhraseTable("转 分机 内线 ext. ext #".words)
  /// Signs before and after a number that make it no telephone number: 京ICP备12345号, 3500元, 第12345期.
  private static let notAfter = UnitSet("号元年月日%字期届@")
  private static let notBefore = UnitSet("备字第no.")
  private static let extensionMarks = UnitSet(" :.")
  private static let mail = UnitSet("0123456789abcdefghijklmnopqrstuvwxyz._-+")

  /// The telephone numbers in a span: seven digits or more (five with a label before them would do, extension or area code
  /// included), `138****1234` too.
  static func phones(in span: Range<Int>, of text: FoldedText) -> [Range<Int>] {
    var phones: [Range<Int>] = []
    var offset = span.lowerBound
    while offset < span.upperBound {
      // 分机 301 on its own, after a name.
      if offset > span.lowerBound,
        let marked = extensions.longestMatch(in: text, at: offset, limit: span.upperBound), marked.span.count > 1,
        let end = extensionEnd(after: marked.span.upperBound, limit: span.upperBound, in: text)
      {
        phones.append(offset..<end)
        offset = end
        continue
      }
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
      let isNumber =
        !(last < text.count && notAfter.contains(text[last]))
        && !(offset > 0 && notBefore.contains(text[offset - 1])) && !(offset > 0 && text[offset - 1].isAny(.latin))
      if digits >= 5, isNumber {
        // 0571-88776655转801, (02)2345-6789 分机 301
        let gap = text.trimmingStart(last..<min(span.upperBound, last + 2), Trim.spaces).lowerBound
        if let marked = extensions.longestMatch(in: text, at: gap, limit: span.upperBound),
          let end = extensionEnd(after: marked.span.upperBound, limit: span.upperBound, in: text)
        {
          phones.append(offset..<end)
          offset = end
          continue
        }
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

  /// Where the number of an extension ends: 801, 1010~1012.
  private static func extensionEnd(after start: Int, limit: Int, in text: FoldedText) -> Int? {
    let start = text.trimmingStart(start..<min(limit, start + 3), extensionMarks).lowerBound
    var end = start
    while end < limit, end - start < 12,
      text[end].digitValue != nil || end > start && (text[end] == "~" || text[end] == "-" || text[end] == "、")
    {
      end += 1
    }
    while end > start, text[end - 1].digitValue == nil { end -= 1 }
    return (2...12).contains(end - start) ? end : nil
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
