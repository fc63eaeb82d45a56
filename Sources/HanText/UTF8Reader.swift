/// Reads scalars from a buffer of UTF-8 and stops at its end or at the first ill-formed sequence.
///
/// The one place that decodes by hand: validation and decoding in one pass, as table 3-7 of the Unicode standard has it.
struct UTF8Reader {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the scalar that was read last starts.
  private(set) var start = 0
  private var position = 0
  /// The number of bytes of the scalar that `next` read last.
  var width: Int { position &- start }
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

  /// The next eight bytes, not read yet; nil where there are fewer.
  @inline(__always)
  var word: UInt64? {
    position &+ 8 <= bytes.count ? word(at: position) : nil
  }

  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Reads four scalars where each has three bytes, as Han characters and their punctuation do; they are given two and two in the
  /// halves of words. Where it is nil, `next` must tell, as after the readings of a word.
  @inline(__always)
  mutating func nextFourHan() -> (UInt64, UInt64)? {
    guard position &+ 14 <= bytes.count else { return nil }
    let (first, second) = (word(at: position), word(at: position &+ 6))
    // 1110xxxx 10xxxxxx 10xxxxxx, two times in each.
    guard ((first ^ 0x8080_E080_80E0) | (second ^ 0x8080_E080_80E0)) & 0xC0C0_F0C0_C0F0 == 0 else { return nil }
    // The fifth bit of a sum is set where the lead is not 0xE0, behind which fewer bytes might do, or not 0xED, behind which
    // there might be what is no scalar (U+D800 to U+DFFF).
    let leads = first & 0x0F00_000F | (second & 0x0F00_000F) &<< 8
    let usual = (leads &+ 0x0F_0F00_0F0F) & ((leads ^ 0x0D_0D00_0D0D) &+ 0x0F_0F00_0F0F)
    guard usual & 0x10_1000_1010 == 0x10_1000_1010 else { return nil }
    position &+= 12
    return (Self.pair(first), Self.pair(second))
  }

  /// The scalars of the two sequences of three bytes that a word begins with, in its halves.
  @inline(__always)
  private static func pair(_ word: UInt64) -> UInt64 {
    let halves = word & 0xFF_FFFF | (word &<< 8) & 0xFF_FFFF_0000_0000
    return (halves & 0x0F_0000_000F) &<< 12 | (halves &>> 2) & 0xFC0_0000_0FC0 | (halves &>> 16) & 0x3F_0000_003F
  }

  /// Reads a scalar of three bytes.
  @inline(__always)
  mutating func nextHan(_ word: UInt64) -> UInt32? {
    guard word & 0xC0_C0F0 == 0x80_80E0 else { return nil }
    let scalar = word.threeByteScalar
    guard scalar >= 0x800, scalar & 0xF800 != 0xD800 else { return nil }
    position &+= 3
    return scalar
  }

  /// Reads eight bytes where all are ASCII.
  @inline(__always)
  mutating func nextLetters(_ word: UInt64) -> Bool {
    guard word & 0x8080_8080_8080_8080 == 0 else { return false }
    position &+= 8
    return true
  }

  /// Reads a byte of ASCII.
  @inline(__always)
  mutating func nextLetter(_ word: UInt64) -> UInt8? {
    guard word & 0x80 == 0 else { return nil }
    position &+= 1
    return UInt8(truncatingIfNeeded: word)
  }
}
