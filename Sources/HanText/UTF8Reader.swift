/// Reads scalars from a buffer of UTF-8 and stops at its end or at the first ill-formed sequence.
///
/// The one place that decodes by hand: validation and decoding in one pass, as table 3-7 of the Unicode standard has it.
struct UTF8Reader {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the scalar that was read last starts.
  private(set) var start = 0
  private var position = 0
  /// False once an ill-formed sequence was met.
  private(set) var isValid = true

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next scalar's code point, or nil at the end or at an ill-formed sequence.
  @inline(__always)
  mutating func next() -> UInt32? {
    guard position < bytes.count else { return nil }
    start = position
    let lead = UInt32(bytes[position])
    if lead < 0x80 {
      position += 1
      return lead
    }
    if lead & 0xF0 == 0xE0, position + 2 < bytes.count {
      let second = UInt32(bytes[position + 1]) ^ 0x80
      let third = UInt32(bytes[position + 2]) ^ 0x80
      let scalar = (lead & 0x0F) << 12 | second << 6 | third
      if (second | third) < 0x40, scalar >= 0x800, scalar & 0xF800 != 0xD800 {
        position += 3
        return scalar
      }
    } else if lead & 0xE0 == 0xC0, position + 1 < bytes.count {
      let second = UInt32(bytes[position + 1]) ^ 0x80
      let scalar = (lead & 0x1F) << 6 | second
      if second < 0x40, scalar >= 0x80 {
        position += 2
        return scalar
      }
    } else if lead & 0xF8 == 0xF0, position + 3 < bytes.count {
      let second = UInt32(bytes[position + 1]) ^ 0x80
      let third = UInt32(bytes[position + 2]) ^ 0x80
      let fourth = UInt32(bytes[position + 3]) ^ 0x80
      let scalar = (lead & 0x07) << 18 | second << 12 | third << 6 | fourth
      if (second | third | fourth) < 0x40, scalar >= 0x10000, scalar < 0x110000 {
        position += 4
        return scalar
      }
    }
    isValid = false
    return nil
  }
}
