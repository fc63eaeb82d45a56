/// Counts scalars in valid UTF-8 by their lead bytes, eight bytes at a time.
///
/// Every value of a record is quoted by scalar offsets, and each quotation walks to its bytes from a checkpoint. Going from
/// lead to lead waits for each byte; counting words does not, and was three times as fast on Han text.
struct UTF8Leads {
  private let bytes: UnsafeRawBufferPointer

  /// Looks at bytes that must outlive it.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// The byte offset of the scalar before which `count` others stand from `offset` on, which must be a lead or the end; at
  /// most the end.
  func offset(after count: Int, from offset: Int) -> Int {
    var offset = offset
    var left = count
    while left >= 8, offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // A byte that continues a scalar is 10xxxxxx.
      let continuing = (word & ~(word << 1) & 0x8080_8080_8080_8080) >> 7
      left -= 8 - Int(truncatingIfNeeded: (continuing &* 0x0101_0101_0101_0101) >> 56)
      offset += 8
    }
    while offset < bytes.count, left > 0 || !isLead(offset) {
      if isLead(offset) { left -= 1 }
      offset += 1
    }
    return offset
  }

  private func isLead(_ offset: Int) -> Bool {
    Int8(bitPattern: bytes[offset]) > -65
  }
}
