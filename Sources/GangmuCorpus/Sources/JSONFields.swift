/// Reads a few fields of a JSON object (RFC 8259) without reading the rest as values.
struct JSONFields {
  private let bytes: [UInt8]
  private var offset = 0

  /// The strings in some fields of an object, and the numbers in some, as UTF-8; nil where the bytes are no object.
  ///
  /// Half of a surrogate pair, which some scrapers write, is U+FFFD.
  static func read(
    strings: [String], orNumbers numbers: [String], in bytes: [UInt8]
  ) -> [String: [UInt8]]? {
    var reader = JSONFields(bytes: bytes)
    return reader.object(strings + numbers, numbers)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte <= 0x20 { offset += 1 }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard let byte = current, UInt32(byte) == mark.value else { return false }
    offset += 1
    return true
  }

  private mutating func object(_ names: [String], _ numbers: [String]) -> [String: [UInt8]]? {
    guard take("{") else { return nil }
    var found: [String: [UInt8]] = [:]
    if take("}") { return found }
    repeat {
      skipSpace()
      guard let key = string(), take(":") else { return nil }
      skipSpace()
      let name = String(decoding: key, as: UTF8.self)
      if names.contains(name), current == UInt8(ascii: "\"") {
        guard let value = string() else { return nil }
        found[name] = value
      } else {
        let start = offset
        guard skipValue() else { return nil }
        let value = bytes[start..<offset]
        if numbers.contains(name), let first = value.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
        {
          found[name] = Array(value)
        }
      }
    } while take(",")
    return take("}") ? found : nil
  }

  /// Moves over a value of any kind. Depth is counted, not recursed into, so nesting costs nothing.
  private mutating func skipValue() -> Bool {
    var depth = 0
    let start = offset
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        guard string() != nil else { return false }
        if depth == 0 { return true }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return offset > start }
        depth -= 1
        if depth == 0 {
          offset += 1
          return true
        }
      case UInt8(ascii: ","): if depth == 0 { return offset > start }
      default: break
      }
      offset += 1
    }
    return false
  }

  /// Reads a string.
  private mutating func string() -> [UInt8]? {
    guard current == UInt8(ascii: "\"") else { return nil }
    offset += 1
    var result: [UInt8] = []
    var start = offset
    while let byte = current {
      if byte == UInt8(ascii: "\"") {
        result += bytes[start..<offset]
        offset += 1
        return result
      }
      guard byte == UInt8(ascii: "\\") else {
        offset += 1
        continue
      }
      result += bytes[start..<offset]
      offset += 1
      guard let escape = current else { return nil }
      offset += 1
      switch escape {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"):
        guard let scalar = escapedScalar() else { return nil }
        result += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default: result.append(escape)
      }
      start = offset
    }
    return nil
  }

  private mutating func escapedScalar() -> Unicode.Scalar? {
    guard let first = hexDigits() else { return nil }
    guard first & 0xF800 == 0xD800 else { return Unicode.Scalar(first) }
    let before = offset
    if first < 0xDC00, current == UInt8(ascii: "\\"), offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "u") {
      offset += 2
      if let second = hexDigits(), second & 0xFC00 == 0xDC00 {
        return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
      }
      offset = before
    }
    return "\u{FFFD}"
  }

  private mutating func hexDigits() -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
    guard digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else { return nil }
    offset += 4
    return value
  }
}
