import Glibc

/// Looks at bytes eight at a time.
extension UnsafeBufferPointer<UInt8> {
  /// The eight bytes from an offset on, the first of them lowest. They must be there.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The offset of the first byte of a value, from an offset on; nil where there is none.
  func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The first byte below 0x80 from an offset on; the end where there is none.
  @inline(__always)
  func firstASCII(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset + 8 <= end {
      let ascii = ~word(at: offset) & .highBits
      if ascii != 0 { return offset + ascii.trailingZeroBitCount >> 3 }
      offset += 8
    }
    while offset < end, self[offset] >= 0x80 { offset += 1 }
    return offset
  }

  /// The first byte from an offset on that is 0x80 or above, or one of two ASCII characters; the end where there is none.
  @inline(__always)
  func firstBeyondASCII(or first: UInt8, _ second: UInt8, from start: Int, to end: Int) -> Int {
    let (firsts, seconds) = (UInt64.lowBits &* UInt64(first), UInt64.lowBits &* UInt64(second))
    var offset = start
    while offset + 8 <= end {
      let word = word(at: offset)
      // The lowest bit that is set is right, which is all that counts.
      let found = (word | (word ^ firsts).zeroBytes | (word ^ seconds).zeroBytes) & .highBits
      if found != 0 { return offset + found.trailingZeroBitCount >> 3 }
      offset += 8
    }
    while offset < end, self[offset] < 0x80, self[offset] != first, self[offset] != second { offset += 1 }
    return offset
  }

  /// How many line ends it has.
  var lineEnds: Int {
    var lineEnds = 0
    for byte in self where byte == UInt8(ascii: "\n") { lineEnds += 1 }
    return lineEnds
  }
}

extension UInt64 {
  /// The high bit of each byte.
  @inline(__always) fileprivate static var highBits: UInt64 { 0x8080_8080_8080_8080 }
  /// The low bit of each byte.
  @inline(__always) fileprivate static var lowBits: UInt64 { 0x0101_0101_0101_0101 }
  /// High bits of which the lowest stands in the lowest byte that is zero.
  @inline(__always) fileprivate var zeroBytes: UInt64 { (self &- .lowBits) & ~self }
}
