/// Writes JSON as UTF-8 into one growing buffer.
///
/// Writing records is on the hot path of every run; Foundation's encoder, which boxes every value, managed 35 MB/s.
package struct JSONWriter: ~Copyable {
  private var head: [UInt8]
  private var buffer = ByteBuffer()
  private let layout: JSONLayout
  private var depth = 0

  /// Makes a writer that goes on after the bytes given.
  package init(appendingTo bytes: consuming [UInt8] = [], layout: JSONLayout = .line) {
    self.head = bytes
    self.layout = layout
  }

  /// The bytes given and what was written after them. The writer is used up.
  package var bytes: [UInt8] {
    consuming get {
      buffer.append(to: &head)
      return head
    }
  }

  /// Writes an object whose members `members` writes with `member(_:_:)`.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    buffer.append(UInt8(ascii: "{"))
    depth += 1
    members(&self)
    depth -= 1
    close(with: UInt8(ascii: "}"), opener: UInt8(ascii: "{"))
  }

  /// Writes one member of an object.
  @inline(__always)
  package mutating func member<Key: CodingKey>(_ key: Key, _ value: some JSONWritable) {
    separate(after: UInt8(ascii: "{"))
    buffer.append(UInt8(ascii: "\""))
    buffer.append(key.stringValue)
    buffer.append(UInt8(ascii: "\""))
    buffer.append(UInt8(ascii: ":"))
    if layout == .pretty { buffer.append(UInt8(ascii: " ")) }
    value.write(to: &self)
  }

  /// Writes an array, one element a line in the pretty layout.
  package mutating func array(_ elements: [some JSONWritable]) {
    buffer.append(UInt8(ascii: "["))
    depth += 1
    for element in elements {
      separate(after: UInt8(ascii: "["))
      element.write(to: &self)
    }
    depth -= 1
    close(with: UInt8(ascii: "]"), opener: UInt8(ascii: "["))
  }

  /// Writes an array of integers on one line in either layout.
  package mutating func integers(_ elements: [Int]) {
    buffer.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { separateOnLine() }
      integer(element)
    }
    buffer.append(UInt8(ascii: "]"))
  }

  /// Writes an array of two integers.
  package mutating func integers(_ first: Int, _ second: Int) {
    buffer.append(UInt8(ascii: "["))
    integer(first)
    separateOnLine()
    integer(second)
    buffer.append(UInt8(ascii: "]"))
  }

  /// Writes `null`.
  package mutating func null() {
    literal("null")
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) {
    literal(value ? "true" : "false")
  }

  /// Writes an integer.
  package mutating func integer(_ value: Int) {
    if value < 0 { buffer.append(UInt8(ascii: "-")) }
    digits(of: value.magnitude)
  }

  /// Writes decimal digits: up to eight of them, which nearly every number has, from one word.
  private mutating func digits(of value: UInt) {
    guard value < 100_000_000 else {
      digits(of: value / 100_000_000)
      for digit in String(value % 100_000_000 + 100_000_000).utf8.dropFirst() { buffer.append(digit) }
      return
    }
    var word: UInt64 = 0
    var count = 0
    var rest = UInt32(truncatingIfNeeded: value)
    repeat {
      word = word << 8 | UInt64(UInt8(ascii: "0")) + UInt64(rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    withUnsafeBytes(of: word.littleEndian) { digits in
      digits.withMemoryRebound(to: UInt8.self) { buffer.append(UnsafeBufferPointer(rebasing: $0.prefix(count))) }
    }
  }

  /// Writes a number of 0…1 with two decimals at most and one at least (`0.97`, `0.9`, `1.0`), the same on every machine.
  package mutating func fraction(_ value: Double) {
    let hundredths = Int((min(max(value.isNaN ? 0 : value, 0), 1) * 100).rounded())
    integer(hundredths / 100)
    buffer.append(UInt8(ascii: "."))
    buffer.append(UInt8(ascii: "0") + UInt8(hundredths % 100 / 10))
    if hundredths % 10 != 0 { buffer.append(UInt8(ascii: "0") + UInt8(hundredths % 10)) }
  }

  /// Writes a value that is JSON already.
  package mutating func raw(_ json: some Collection<UInt8>) {
    if json.withContiguousStorageIfAvailable({ buffer.append($0) }) == nil {
      for byte in json { buffer.append(byte) }
    }
  }

  private mutating func literal(_ text: StaticString) {
    buffer.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// What stands before a member or an element: a comma but for the first, and a new line in the pretty layout.
  @inline(__always)
  private mutating func separate(after opener: UInt8) {
    if buffer.last != opener { buffer.append(UInt8(ascii: ",")) }
    if layout == .pretty { newLine() }
  }

  private mutating func separateOnLine() {
    buffer.append(UInt8(ascii: ","))
    if layout == .pretty { buffer.append(UInt8(ascii: " ")) }
  }

  private mutating func close(with closer: UInt8, opener: UInt8) {
    if layout == .pretty, buffer.last != opener { newLine() }
    buffer.append(closer)
  }

  private mutating func newLine() {
    buffer.append(UInt8(ascii: "\n"))
    for _ in 0..<depth * 2 { buffer.append(UInt8(ascii: " ")) }
  }
}

extension JSONWriter {
  /// Writes a string.
  ///
  /// Beside what RFC 8259 requires, U+0085, U+2028 and U+2029 are escaped: readers that part JSON Lines with a general
  /// line splitter (Python's `splitlines`) would cut a record in two at them.
  package mutating func string(_ value: String) {
    buffer.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { escape($0) }
    buffer.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    let needsLook = Self.needsLook
    var plain = 0
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      guard needsLook[Int(byte)] else {
        offset += 1
        continue
      }
      guard let (code, width) = Self.escaped(text, at: offset) else {
        offset += 1
        continue
      }
      buffer.append(UnsafeBufferPointer(rebasing: text[plain..<offset]))
      append(escapeOf: code)
      offset += width
      plain = offset
    }
    buffer.append(UnsafeBufferPointer(rebasing: text[plain...]))
  }

  /// The scalar to be escaped at an offset and its width in bytes, or nil where there is none.
  private static func escaped(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> (code: UInt16, width: Int)? {
    switch text[offset] {
    case 0xC2:
      return offset + 1 < text.count && text[offset + 1] == 0x85 ? (0x85, 2) : nil
    case 0xE2:
      guard offset + 2 < text.count, text[offset + 1] == 0x80, text[offset + 2] & 0xFE == 0xA8 else { return nil }
      return (0x2000 + UInt16(text[offset + 2] - 0x80), 3)
    case let byte:
      return (UInt16(byte), 1)
    }
  }

  private mutating func append(escapeOf code: UInt16) {
    buffer.append(UInt8(ascii: "\\"))
    switch code {
    case 0x22, 0x5C: buffer.append(UInt8(code))
    case 0x08: buffer.append(UInt8(ascii: "b"))
    case 0x09: buffer.append(UInt8(ascii: "t"))
    case 0x0A: buffer.append(UInt8(ascii: "n"))
    case 0x0C: buffer.append(UInt8(ascii: "f"))
    case 0x0D: buffer.append(UInt8(ascii: "r"))
    default:
      buffer.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt16] {
        let digit = UInt8(code >> shift & 0xF)
        buffer.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }

  /// The bytes that may begin something to be escaped.
  private static let needsLook: [Bool] = (0...255).map { byte in
    byte < 0x20 || [0x22, 0x5C, 0xC2, 0xE2].contains(byte)
  }
}
