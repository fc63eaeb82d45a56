extension UnsafeBufferPointer<UInt8> {
  /// The number of scalars in valid UTF-8: of bytes that continue none, eight at a time.
  package var scalarCount: Int {
    let bytes = UnsafeRawBufferPointer(self)
    var (count, offset) = (0, 0)
    while offset &+ 8 <= bytes.count {
      // The eight bytes of a word each count to 255 at most.
      let end = Swift.min(offset &+ 255 &* 8, bytes.count &- 7)
      var counts: UInt64 = 0
      while offset < end {
        // A byte that continues a scalar is 10xxxxxx.
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        counts &+= ((~word | word &<< 1) & 0x8080_8080_8080_8080) &>> 7
        offset &+= 8
      }
      let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ (counts &>> 8 & 0x00FF_00FF_00FF_00FF)
      count &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
    }
    while offset < bytes.count {
      if !UTF8.isContinuation(bytes[offset]) { count &+= 1 }
      offset &+= 1
    }
    return count
  }
}
