extension JSONWriter {
  /// Writes a string.
  ///
  /// Beside what RFC 8259 requires, U+0085, U+2028 and U+2029 are escaped: readers that part JSON Lines with a general
  /// line splitter (Python's `splitlines`) would cut a record in two at them.
  package mutating func string(_ value: String) {
    if value.utf8.withContiguousStorageIfAvailable({ quote($0) }) == nil {
      var value = value
      value.withUTF8 { quote($0) }
    }
  }

  @inline(never)
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    buffer.reserve(text.count &+ 2)
    buffer.store(UInt8(ascii: "\""))
    let plain = copyPlain(text, from: 0)
    if plain < text.count { escape(text, from: plain) }
    buffer.append(UInt8(ascii: "\""))
  }

  /// Copies what is plain from an offset on, eight bytes at a time, into room that was reserved; gives back where it
  /// stopped.
  @inline(__always)
  private mutating func copyPlain(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(text)
    var offset = buffer.storeWords(of: bytes, from: start) { Self.isPlain($0) }
    let end = text.count &- 8
    if start <= end, end < offset {
      // The last bytes, together with some that were written.
      let last = Self.word(text, from: end)
      if Self.isPlain(last) {
        buffer.store(last, without: offset &- end)
        offset = text.count
      }
    }
    return offset
  }

  /// Goes on behind what was copied, and looks closer where a byte may begin something to be escaped.
  @inline(never)
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    var offset = start
    while offset < text.count {
      let word = Self.word(text, from: offset)
      let left = text.count &- offset
      let plain = min(Self.special(word).trailingZeroBitCount / 8, left)
      buffer.store(word, width: plain)
      offset &+= plain
      if plain < 8, plain < left {
        if text[offset] == 0x0A {
          // The line ends of the text are most of what is escaped.
          buffer.reserve(text.count &- offset &+ 2)
          buffer.store(UInt64(UInt8(ascii: "\\")) | UInt64(UInt8(ascii: "n")) &<< 8, width: 2)
          offset &+= 1
        } else if let (code, width) = Self.escaped(text, at: offset) {
          append(escapeOf: code)
          offset &+= width
          buffer.reserve(text.count &- offset &+ 1)
        } else {
          buffer.store(text[offset])
          offset &+= 1
        }
      }
      offset = copyPlain(text, from: offset)
    }
  }

  /// Eight bytes of a text as a word; its last bytes, where they are fewer, as the lowest.
  @inline(__always)
  private static func word(_ text: UnsafeBufferPointer<UInt8>, from offset: Int) -> UInt64 {
    guard text.count >= 8 else { return word(few: text) &>> UInt64(8 &* offset) }
    let start = min(offset, text.count &- 8)
    let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: start, as: UInt64.self)
    return UInt64(littleEndian: word) &>> UInt64(8 &* (offset &- start))
  }

  /// Fewer than eight bytes, one at least, as a word: two halves, which may overlap.
  @inline(__always)
  private static func word(few text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(text)
    func halves<Half: FixedWidthInteger & BitwiseCopyable>(_: Half.Type) -> UInt64 {
      let start = bytes.count &- MemoryLayout<Half>.size
      let last = UInt64(Half(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: Half.self)))
      return UInt64(Half(littleEndian: bytes.loadUnaligned(as: Half.self))) | last &<< UInt64(8 &* start)
    }
    switch bytes.count {
    case 4...: return halves(UInt32.self)
    case 2...: return halves(UInt16.self)
    default: return UInt64(bytes[0])
    }
  }

  /// Whether none of eight bytes begins something to be escaped; seldom false where none does. Where none is ASCII, as among Han
  /// characters, only the leads can.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    guard word & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080 else { return special(word) == 0 }
    // The leads 0xC2 and 0xE2 differ in one bit. Cleared of it, and of the bits that they share, they are 0 and borrow.
    let leads = (word & ~0x2020_2020_2020_2020) ^ 0xC2C2_C2C2_C2C2_C2C2
    return (leads &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 == 0 || !mayHoldLineSeparator(word)
  }

  /// Whether U+0085, U+2028 or U+2029 may stand in a word that has one of their leads: whether a byte is there that ends one of
  /// them (0x85, 0xA8, 0xA9), or a lead among the last two, behind which it may follow. Most leads are those of “, — and ….
  @inline(__always)
  private static func mayHoldLineSeparator(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & (ones &* 0x80) }
    let last = zeros(((word &>> 48) | ones &* 0x20) ^ ones &* 0xE2) & 0x8080
    return zeros(word ^ ones &* 0x85) | zeros(word & ~ones ^ ones &* 0xA8) | last != 0
  }

  /// The uppermost bits of those of eight bytes that may begin something to be escaped, up to the first of them: control
  /// characters, `"`, `\`, and the leads 0xC2 and 0xE2, which differ in one bit.
  @inline(__always)
  private static func special(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Borrows run upwards alone, so the lowest byte found is found rightly.
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let controls = (word &- ones &* 0x20) & ~word
    let quotes = zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C)
    let leads = zeros((word | ones &* 0x20) ^ ones &* 0xE2)
    return (controls | quotes | leads) & (ones &* 0x80)
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
    buffer.reserve(6)
    buffer.store(UInt8(ascii: "\\"))
    switch code {
    case 0x22, 0x5C: buffer.store(UInt8(code))
    case 0x08: buffer.store(UInt8(ascii: "b"))
    case 0x09: buffer.store(UInt8(ascii: "t"))
    case 0x0A: buffer.store(UInt8(ascii: "n"))
    case 0x0C: buffer.store(UInt8(ascii: "f"))
    case 0x0D: buffer.store(UInt8(ascii: "r"))
    default:
      buffer.store(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt16] {
        let digit = UInt8(code >> shift & 0xF)
        buffer.store(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
