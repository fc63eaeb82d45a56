/// Tells whether a string is a value of the Extended Date/Time Format, levels 0 to 2: Library of Congress, "EDTF
/// Specification" (2019), which is ISO 8601-2:2019, clause 4 and annex A.
///
/// Beyond the syntax it looks at the calendar: no month 13, no 30th of February, no 29th of February in a year that has none.
/// An interval whose start lies after its end is refused where all digits of both are known.
public enum EDTFValidator {
  /// Whether a string is valid at any level.
  public static func isValid(_ value: String) -> Bool { level(of: value) != nil }

  /// The lowest level at which a string is valid: 0, 1 or 2; nil where it is valid at none.
  public static func level(of value: String) -> Int? {
    let text = Array(value.utf8)
    guard let first = text.first, let last = text.last else { return nil }
    if first == UInt8(ascii: "["), last == UInt8(ascii: "]") { return setLevel(text[1..<(text.count - 1)]) }
    if first == UInt8(ascii: "{"), last == UInt8(ascii: "}") { return setLevel(text[1..<(text.count - 1)]) }
    let sides = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    switch sides.count {
    case 1: return EDTFTime.level(of: text[...]) ?? EDTFComponents(text[...])?.level
    case 2: return intervalLevel(sides[0], sides[1])
    default: return nil
    }
  }

  /// `2004/2005`, `../1985-04-12`, `1985/`, `/1985`: a side that is open (`..`) or unknown (nothing), not both.
  private static func intervalLevel(_ start: ArraySlice<UInt8>, _ end: ArraySlice<UInt8>) -> Int? {
    let first = EDTFComponents(start)
    let last = EDTFComponents(end)
    switch (first, last) {
    case (let first?, let last?):
      if let left = first.extent, let right = last.extent, left.lowerBound > right.upperBound { return nil }
      // The specification has unknown digits inside an interval at level 2.
      return first.isUnspecified || last.isUnspecified ? 2 : max(first.level, last.level)
    case (let one?, nil): return isBlank(end) ? max(1, one.level) : nil
    case (nil, let one?): return isBlank(start) ? max(1, one.level) : nil
    case (nil, nil): return nil
    }
  }

  private static func isBlank(_ side: ArraySlice<UInt8>) -> Bool {
    side.isEmpty || side.elementsEqual("..".utf8)
  }

  /// `1667,1668,1670..1672`, `..1983-12-31`, `1670..`: the members of a set.
  private static func setLevel(_ members: ArraySlice<UInt8>) -> Int? {
    for member in members.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      var text = member
      if text.first == UInt8(ascii: " ") { text = text.dropFirst() }
      guard let dots = text.indices.first(where: { text[$0] == 0x2E }) else {
        guard EDTFComponents(text) != nil else { return nil }
        continue
      }
      let after = text.index(after: dots)
      guard after < text.endIndex, text[after] == 0x2E else { return nil }
      let start = text[..<dots]
      let end = text[(after + 1)...]
      guard !start.isEmpty || !end.isEmpty, start.isEmpty || EDTFComponents(start) != nil,
        end.isEmpty || EDTFComponents(end) != nil
      else { return nil }
    }
    return 2
  }
}

/// A date and a time of day of level 0: `1985-04-12T23:20:30Z`.
private enum EDTFTime {
  static func level(of text: ArraySlice<UInt8>) -> Int? {
    let parts = text.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
    guard parts.count == 2, let date = EDTFComponents(parts[0]), date.level == 0, date.isDay, isTime(parts[1]) else {
      return nil
    }
    return 0
  }

  /// `23:20:30`, with `Z`, `+04`, `-04:30` or nothing behind it.
  private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 8 else { return false }
    let clock = text.prefix(8).split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(number)
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2], minute < 60, second < 61,
      hour < 24 || (hour == 24 && minute == 0 && second == 0)
    else { return false }
    let zone = text.dropFirst(8)
    guard let sign = zone.first else { return true }
    if sign == UInt8(ascii: "Z") { return zone.count == 1 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
    let offset = zone.dropFirst().split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(number)
    guard (1...2).contains(offset.count), let hours = offset[0], hours < 24 else { return false }
    return offset.count == 1 || (offset[1] ?? 60) < 60
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.count == 2, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}
