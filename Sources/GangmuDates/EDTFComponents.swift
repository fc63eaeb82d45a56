/// Year, month (or season) and day of one date of EDTF with their qualifiers, and the level that they need.
struct EDTFComponents {
  /// The lowest level at which the date is valid.
  private(set) var level = 0
  /// Whether a digit is `X`.
  private(set) var isUnspecified = false
  /// Whether it names a day.
  private(set) var isDay = false
  /// The first and the last day that it can stand for as numbers, 20160917; nil where a digit is unknown or a season named.
  private(set) var extent: ClosedRange<Int>?

  /// Reads a date; nil where it is none of any level.
  init?(_ text: ArraySlice<UInt8>) {
    if text.first == UInt8(ascii: "Y") {
      guard let level = Self.levelOfLongYear(text.dropFirst()) else { return nil }
      self.level = level
      return
    }
    guard var parts = Self.parts(of: text), let year = parts.first, readYear(year) else { return nil }
    parts.removeFirst()
    isUnspecified = text.contains(UInt8(ascii: "X"))
    guard let month = parts.first else {
      readQualifiers([year])
      if let value = year.value, !year.isNegative, year.significance == nil {
        extent = value * 10_000...value * 10_000 + 9999
      }
      return
    }
    guard year.significance == nil, readMonthAndDay(month, parts.dropFirst().first, after: year) else { return nil }
    readQualifiers([year] + parts)
  }

  // MARK: Parts

  /// One of year, month and day, without its qualifiers.
  private struct Part {
    var digits: [UInt8]
    /// `?2004`: it alone is qualified.
    var isQualifiedBefore = false
    /// `2004?`: it and all before it are.
    var isQualifiedAfter = false
    var isNegative = false
    /// The n of `1950S2`.
    var significance: Int?
    var isUnspecified: Bool { digits.contains(UInt8(ascii: "X")) }
    var value: Int? {
      isUnspecified ? nil : digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    func pattern(_ width: Int) -> DigitPattern? {
      guard digits.count == width else { return nil }
      return DigitPattern(digits: digits.map { $0 == UInt8(ascii: "X") ? nil : Int($0) - 0x30 })
    }
  }

  /// At most three parts that hyphens part; the hyphen of a negative year is not one of them.
  private static func parts(of text: ArraySlice<UInt8>) -> [Part]? {
    var parts: [Part] = []
    var part = Part(digits: [])
    var rest = text
    func isQualifier(_ byte: UInt8) -> Bool { "?~%".utf8.contains(byte) }
    if let first = rest.first, isQualifier(first) {
      part.isQualifiedBefore = true
      rest = rest.dropFirst()
    }
    if rest.first == UInt8(ascii: "-") {
      part.isNegative = true
      rest = rest.dropFirst()
    }
    while let byte = rest.popFirst() {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "X"):
        guard !part.isQualifiedAfter, part.significance == nil, part.digits.count < 4 else { return nil }
        part.digits.append(byte)
      case UInt8(ascii: "S"):
        let count = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard parts.isEmpty, (1...3).contains(count.count) else { return nil }
        part.significance = count.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        rest = rest.dropFirst(count.count)
      case UInt8(ascii: "-"):
        guard parts.count < 2 else { return nil }
        parts.append(part)
        part = Part(digits: [])
        if let next = rest.first, isQualifier(next) {
          part.isQualifiedBefore = true
          rest = rest.dropFirst()
        }
      default:
        guard isQualifier(byte), !part.isQualifiedAfter, !part.digits.isEmpty else { return nil }
        part.isQualifiedAfter = true
      }
    }
    return parts + [part]
  }

  // MARK: Year

  /// `1985`, `-0100`, `201X`, `1XXX`, `1950S2`.
  private mutating func readYear(_ year: Part) -> Bool {
    guard year.digits.count == 4 else { return false }
    if year.isNegative { level = 1 }
    if let significance = year.significance {
      guard (1...4).contains(significance), !year.isUnspecified else { return false }
      level = 2
    }
    if year.isUnspecified { level = max(level, Self.isUnspecifiedAtEnd(year.digits, atMost: 2) ? 1 : 2) }
    return !(year.isNegative && year.value == 0)
  }

  /// `Y170000002`, `Y-17E7`, `Y171010000S3`, without the `Y`.
  private static func levelOfLongYear(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
    func digits() -> Int {
      let count = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
      rest = rest.dropFirst(count)
      return count
    }
    let isPositive = rest.first != 0x30
    let count = digits()
    var level = 1
    for mark in "ES".utf8 where rest.first == mark {
      rest = rest.dropFirst()
      guard (1...9).contains(digits()) else { return nil }
      level = 2
    }
    // A plain year of four digits needs no Y.
    return rest.isEmpty && isPositive && count > (level == 2 ? 0 : 4) ? level : nil
  }

  /// Whether only the last digits are unknown, so many at most: level 1 has `201X` and `20XX`.
  private static func isUnspecifiedAtEnd(_ digits: [UInt8], atMost count: Int) -> Bool {
    let known = digits.prefix { $0 != UInt8(ascii: "X") }
    return digits.count - known.count <= count && digits.dropFirst(known.count).allSatisfy { $0 == UInt8(ascii: "X") }
  }

  // MARK: Month and day

  private mutating func readMonthAndDay(_ month: Part, _ day: Part?, after year: Part) -> Bool {
    guard !month.isNegative, let monthPattern = month.pattern(2), let yearPattern = year.pattern(4) else {
      return false
    }
    if let season = month.value, (21...41).contains(season) {
      level = max(level, season <= 24 ? 1 : 2)
      return day == nil
    }
    var date = EDTFDate(year: yearPattern, month: monthPattern)
    if let day {
      guard let dayPattern = day.pattern(2) else { return false }
      date.day = dayPattern
      isDay = true
    }
    // The year 0000 is 1 before Christ, and a leap year, and as EDTF has it a year like any other.
    if year.value == 0 || year.isNegative { date.year = .unknown(width: 4) }
    guard date.isPossible else { return false }
    let unspecified = [month, day].compactMap { $0 }.map { part in
      part.isUnspecified ? (part.digits.allSatisfy { $0 == UInt8(ascii: "X") } ? 1 : 2) : 0
    }
    level = max(level, unspecified.max() ?? 0)
    // What stands right of an unknown part must be unknown too at level 1.
    if month.isUnspecified, let day, !day.isUnspecified { level = 2 }
    if year.isUnspecified { level = 2 }
    if !year.isNegative, let year = year.value, let month = month.value {
      let base = (year * 100 + month) * 100
      if let day { extent = day.value.map { base + $0...base + $0 } } else { extent = base...base + 99 }
    }
    return true
  }

  /// A qualifier behind the whole is level 1, any other place level 2.
  private mutating func readQualifiers(_ parts: [Part]) {
    if parts.contains(where: \.isQualifiedBefore) || parts.dropLast().contains(where: \.isQualifiedAfter) {
      level = 2
    } else if parts.last?.isQualifiedAfter ?? false {
      level = max(level, 1)
    }
  }
}
