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

  /// The next four scalars where each has three bytes, as Han characters and their punctuation do; nil where `next` must tell.
  @inline(__always)
  mutating func nextHan() -> SIMD4<UInt32>? {
    guard position &+ 14 <= bytes.count else { return nil }
    let (first, second) = (word(at: position), word(at: position &+ 6))
    // Two sequences of three bytes each: 1110xxxx 10xxxxxx 10xxxxxx.
    guard ((first ^ 0x8080_E080_80E0) | (second ^ 0x8080_E080_80E0)) & 0xC0C0_F0C0_C0F0 == 0 else { return nil }
    let scalars = SIMD4(
      first.threeByteScalar, (first &>> 24).threeByteScalar, second.threeByteScalar, (second &>> 24).threeByteScalar)
    // Below U+0800 fewer bytes would do, and from U+D800 to U+DFFF there are no scalars.
    var blocks: UInt32 = 0
    for place in 0..<4 { blocks |= 1 &<< (scalars[place] &>> 11) }
    guard blocks & (1 | 1 << (0xD800 >> 11)) == 0 else { return nil }
    position &+= 12
    return scalars
  }

  /// The next eight bytes where all are ASCII; nil where `next` must tell.
  @inline(__always)
  mutating func nextLetters() -> SIMD8<UInt8>? {
    guard position &+ 8 <= bytes.count else { return nil }
    let letters = word(at: position)
    guard letters & 0x8080_8080_8080_8080 == 0 else { return nil }
    position &+= 8
    return unsafeBitCast(letters.littleEndian, to: SIMD8<UInt8>.self)
  }

  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
