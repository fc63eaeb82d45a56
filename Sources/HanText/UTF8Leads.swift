/// Finds scalars in valid UTF-8 by their lead bytes, eight bytes at a time: going from lead to lead waits for each byte.
struct UTF8Leads {
  private let bytes: UnsafeRawBufferPointer

  /// Looks at bytes that must outlive it.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// The byte offset of the scalar before which `count` others stand from `offset` on, which must be a lead or the end; at
  /// most the end.
  func offset(after count: Int, from offset: Int) -> Int {
    var (offset, left) = (offset, count)
    while offset &+ 8 <= bytes.count {
      var leads = leads(at: offset)
      let number = Int(truncatingIfNeeded: ((leads &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
      if left < number {
        for _ in 0..<left { leads &= leads &- 1 }
        return offset &+ leads.trailingZeroBitCount / 8
      }
      left &-= number
      offset &+= 8
    }
    while offset < bytes.count {
      if Self.isLead(bytes[offset]) {
        if left == 0 { return offset }
        left &-= 1
      }
      offset &+= 1
    }
    return offset
  }

  /// The width of each of the eight scalars from a lead on: 3 or 1; 0 where they differ or there are fewer.
  @inline(__always)
  func widthOfEight(at offset: Int) -> Int {
    guard offset &+ 24 <= bytes.count else { return 0 }
    let first = word(at: offset)
    if first & 0x8080_8080_8080_8080 == 0 { return 1 }
    // The leads of scalars of three bytes are 1110xxxx: where one stands, the next is three bytes on.
    let differences =
      (first ^ 0x00E0_0000_E000_00E0) & 0x00F0_0000_F000_00F0
      | (word(at: offset &+ 8) ^ 0xE000_00E0_0000_E000) & 0xF000_00F0_0000_F000
      | (word(at: offset &+ 16) ^ 0x0000_E000_00E0_0000) & 0x0000_F000_00F0_0000
    return differences == 0 ? 3 : 0
  }

  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The number of bytes that continue no scalar, in bytes that need not be valid.
  var count: Int {
    var (count, offset) = (0, 0)
    while offset &+ 8 <= bytes.count {
      // The eight bytes of a word each count to 255 at most.
      let end = min(offset &+ 255 &* 8, bytes.count &- 7)
      var counts: UInt64 = 0
      while offset < end {
        counts &+= leads(at: offset) &>> 7
        offset &+= 8
      }
      let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ (counts &>> 8 & 0x00FF_00FF_00FF_00FF)
      count &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
    }
    while offset < bytes.count {
      if Self.isLead(bytes[offset]) { count &+= 1 }
      offset &+= 1
    }
    return count
  }

  /// The uppermost bits of those of eight bytes that continue no scalar: a byte that does is 10xxxxxx.
  @inline(__always)
  private func leads(at offset: Int) -> UInt64 {
    let word = word(at: offset)
    return (~word | word &<< 1) & 0x8080_8080_8080_8080
  }

  private static func isLead(_ byte: UInt8) -> Bool {
    Int8(bitPattern: byte) > -65
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The number of scalars in valid UTF-8.
  package var scalarCount: Int { UTF8Leads(UnsafeRawBufferPointer(self)).count }
}
