/// The profile of EDTF that gangmu writes: years of four digits, months 01–12, days that the month has, `X` for any digit, a
/// qualifier `?`, `~` or `%` at the end of a date, and intervals that do not run backwards and whose sides are such dates or
/// `..`. Sets, seasons, exponents and times are valid EDTF that gangmu never writes, and so is the year 0000.
extension EDTFValidator {
  /// Whether gangmu may write this value: `2016-09-26`, `20XX-11-25/20XX-12-31`, `../XXXX-09-19`.
  public static func isInProfile(_ value: String) -> Bool {
    let sides = value.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    switch sides.count {
    case 1: return date(sides[0]) != nil
    case 2:
      let open = Array("..".utf8)
      let isOpen = sides.map { $0.elementsEqual(open) }
      if isOpen[0] || isOpen[1] {
        return isOpen[0] != isOpen[1] && date(isOpen[0] ? sides[1] : sides[0]) != nil
      }
      guard let start = date(sides[0]), let end = date(sides[1]) else { return false }
      return !EDTFInterval(start: start, end: end).isBackward
    default: return false
    }
  }

  private static func date(_ text: Substring.UTF8View) -> EDTFDate? {
    var text = text
    var isApproximate = false
    if let last = text.last, "?~%".utf8.contains(last) {
      text = text.dropLast()
      isApproximate = true
    }
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let year = pattern(parts[0], width: 4) else { return nil }
    var date = EDTFDate(year: year, isApproximate: isApproximate)
    if parts.count > 1 {
      guard let month = pattern(parts[1], width: 2) else { return nil }
      date.month = month
    }
    if parts.count > 2 {
      guard let day = pattern(parts[2], width: 2) else { return nil }
      date.day = day
    }
    return date.isPossible ? date : nil
  }

  private static func pattern(_ text: Substring.UTF8View, width: Int) -> DigitPattern? {
    guard text.count == width else { return nil }
    let digits: [Int?] = text.map { $0 >= 0x30 && $0 <= 0x39 ? Int($0) - 0x30 : nil }
    guard zip(text, digits).allSatisfy({ $1 != nil || $0 == UInt8(ascii: "X") }) else { return nil }
    return DigitPattern(digits: digits)
  }
}
