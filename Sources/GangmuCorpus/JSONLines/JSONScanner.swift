/// Goes over the bytes of a JSON text and reads what it is asked for, without building anything of the rest.
///
/// Of a line of a corpus two or three members are needed; Foundation's decoder takes an order of magnitude longer for them
/// than the sketching of the text.
package struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  package private(set) var offset = 0
  /// Deeper JSON is refused: no record is, and a line of a million brackets must not end the process.
  package static let depthLimit = 256

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The first byte of the next value or mark, or nil at the end.
  package mutating func peek() -> UInt8? {
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): offset += 1
      case let byte: return byte
      }
    }
    return nil
  }

  /// Fails where anything but white space is left.
  package mutating func end() throws(JSONFailure) {
    if peek() != nil { throw failure("more than one value") }
  }

  /// Reads an object: `member` is called with each key, before its value, and must read or skip that.
  package mutating func object(
    _ member: (inout JSONScanner, [UInt8]) throws(JSONFailure) -> Void
  ) throws(JSONFailure) {
    try members { (scanner, key) throws(JSONFailure) in try member(&scanner, Array(key.string.utf8)) }
  }

  /// As `object`, with keys that are not copied, for objects of which few members are wanted.
  package mutating func members(
    _ member: (inout JSONScanner, JSONKey) throws(JSONFailure) -> Void
  ) throws(JSONFailure) {
    try expect(UInt8(ascii: "{"), "no object")
    if skip(UInt8(ascii: "}")) { return }
    repeat {
      guard peek() == UInt8(ascii: "\"") else { throw failure("a key is missing") }
      let start = offset + 1
      try skipString()
      let written = UnsafeBufferPointer(rebasing: bytes[start..<offset - 1])
      try expect(UInt8(ascii: ":"), "a colon is missing")
      try member(&self, JSONKey(written: written))
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"), "a comma or a closing brace is missing")
  }

  /// Reads an array: `element` is called before each value and must read or skip it.
  package mutating func array(_ element: (inout JSONScanner) throws(JSONFailure) -> Void) throws(JSONFailure) {
    try expect(UInt8(ascii: "["), "no array")
    if skip(UInt8(ascii: "]")) { return }
    repeat { try element(&self) } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"), "a comma or a closing bracket is missing")
  }

  /// Reads a string as UTF-8.
  package mutating func string() throws(JSONFailure) -> [UInt8] {
    var result: [UInt8] = []
    try string(into: &result)
    return result
  }

  /// Reads a string as UTF-8 and appends it to `result`.
  package mutating func string(into result: inout [UInt8]) throws(JSONFailure) {
    guard peek() == UInt8(ascii: "\"") else { throw failure("no string") }
    offset += 1
    var plain = offset
    while offset < bytes.count {
      skipPlain()
      guard offset < bytes.count else { break }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        result.append(contentsOf: bytes[plain..<offset])
        offset += 1
        return
      case UInt8(ascii: "\\"):
        result.append(contentsOf: bytes[plain..<offset])
        offset += 1
        try escape(into: &result)
        plain = offset
      case 0..<0x20: throw failure("a control character in a string")
      default: offset += 1
      }
    }
    throw failure("a string without end")
  }

  /// The bytes of the next value as they stand. The value is checked only as far as needed to find its end.
  package mutating func raw() throws(JSONFailure) -> Range<Int> {
    _ = peek()
    let start = offset
    try skipValue()
    return start..<offset
  }

  /// Goes over the next value.
  package mutating func skipValue() throws(JSONFailure) {
    var depth = 0
    repeat {
      switch peek() {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        guard depth <= Self.depthLimit else { throw failure("too deep") }
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { throw failure("no value") }
        depth -= 1
        offset += 1
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw failure("no value") }
        offset += 1
      case nil: throw failure("the value has no end")
      default: try skipWord()
      }
    } while depth > 0
  }

  /// Reads an integer that is not negative.
  package mutating func integer() throws(JSONFailure) -> Int {
    let range = try raw()
    var value = 0
    for byte in bytes[range] {
      guard byte.isDigit, value < Int.max / 20 else { throw failure("no integer") }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// Whether `null` comes next; it is read then.
  package mutating func null() -> Bool {
    guard peek() == UInt8(ascii: "n"), bytes[offset...].starts(with: "null".utf8) else { return false }
    offset += 4
    return true
  }

  /// Goes over bytes that mean nothing in a string, eight at a time: no quotation mark, backslash or control character.
  private mutating func skipPlain() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    while offset + 8 <= bytes.count {
      let word = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      // A byte that is 0 after the exclusive or borrows from its high bit; so does one below 0x20 from 0x20.
      let special = (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | (word &- (ones &* 0x20)) & ~word
      if special & highs != 0 { return }
      offset += 8
    }
  }

  private mutating func skipString() throws(JSONFailure) {
    offset += 1
    while offset < bytes.count {
      skipPlain()
      guard offset < bytes.count else { break }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return
      case UInt8(ascii: "\\"): offset += 2
      default: offset += 1
      }
    }
    throw failure("a string without end")
  }

  /// A number, `true`, `false` or `null`.
  private mutating func skipWord() throws(JSONFailure) {
    let start = offset
    while offset < bytes.count, Self.isWord[Int(bytes[offset])] { offset += 1 }
    let word = bytes[start..<offset]
    let isNumber = word.first.map { $0 == UInt8(ascii: "-") || $0.isDigit } ?? false
    guard
      isNumber || word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) || word.elementsEqual("null".utf8)
    else {
      throw failure("no value")
    }
  }

  private static let isWord: [Bool] = (0...255).map { byte in
    let byte = UInt8(byte)
    return byte.isDigit || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte == UInt8(ascii: "E")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }

  private mutating func skip(_ mark: UInt8) -> Bool {
    guard peek() == mark else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ mark: UInt8, _ reason: String) throws(JSONFailure) {
    guard skip(mark) else { throw failure(peek() == nil ? "the line ends too early" : reason) }
  }

  private func failure(_ reason: String) -> JSONFailure {
    JSONFailure(reason: reason, offset: min(offset, bytes.count))
  }
}

extension JSONScanner {
  /// Reads what stands after a backslash.
  private mutating func escape(into result: inout [UInt8]) throws(JSONFailure) {
    guard offset < bytes.count else { throw failure("a string without end") }
    let mark = bytes[offset]
    offset += 1
    switch mark {
    case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
    case UInt8(ascii: "r"): result.append(UInt8(ascii: "\r"))
    case UInt8(ascii: "b"): result.append(8)
    case UInt8(ascii: "f"): result.append(12)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(mark)
    case UInt8(ascii: "u"): result.append(contentsOf: Array(String(try scalar()).utf8))
    default: throw failure("an unknown escape in a string")
    }
  }

  /// Reads the digits of `\uXXXX`, and of a second one where the first is the upper half of a pair. Half a pair alone is
  /// U+FFFD.
  private mutating func scalar() throws(JSONFailure) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    let before = offset
    offset += 2
    let second = try fourDigits()
    if (0xDC00...0xDFFF).contains(second) {
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }
    offset = before
    return "\u{FFFD}"
  }

  private mutating func fourDigits() throws(JSONFailure) -> UInt32 {
    guard offset + 4 <= bytes.count else { throw failure("a string without end") }
    var value: UInt32 = 0
    for byte in bytes[offset..<offset + 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw failure("an unknown escape in a string")
      }
      value = value << 4 | UInt32(digit)
    }
    offset += 4
    return value
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
