import HanText

extension FoldedText {
  /// The first offset from `offset` on that holds none of the Han characters from U+4E00 to U+9FFF, of which nearly every
  /// text is made; `limit` where there is none before it, and `offset` where it is not before the limit.
  @inline(__always)
  package func endOfIdeographs(from offset: Int, to limit: Int) -> Int {
    units.withUnsafeBufferPointer { $0.endOfIdeographs(from: max(offset, 0), to: min(limit, $0.count)) }
  }
}

extension UnsafeBufferPointer<FoldUnit> {
  /// The same between offsets of which neither may lie outside of the units.
  ///
  /// Eight units are looked at in a step, those behind `limit` too. A lane halved is below 0x8000, so that adding a number
  /// carries into its own highest bit alone, and tells whether it is at least as much as is left to that bit.
  @inline(__always)
  fileprivate func endOfIdeographs(from offset: Int, to limit: Int) -> Int {
    guard offset < limit, let bytes = UnsafeRawPointer(baseAddress) else { return offset }
    var offset = offset
    let last = count &- 8
    while offset <= last, offset < limit {
      let units = bytes.loadUnaligned(fromByteOffset: offset &* 2, as: SIMD8<UInt16>.self)
      let halves = (units &- SIMD8(repeating: 0x4E00)) &>> SIMD8(repeating: 1)
      let lanes = unsafeBitCast(halves &+ SIMD8(repeating: 0x8000 - 0x2900), to: SIMD2<UInt64>.self)
      let (first, second) = (lanes[0] & Self.others, lanes[1] & Self.others)
      if first != 0 { return Swift.min(offset &+ first.littleEndian.trailingZeroBitCount / 16, limit) }
      if second != 0 { return Swift.min(offset &+ 4 &+ second.littleEndian.trailingZeroBitCount / 16, limit) }
      offset &+= 8
    }
    while offset < limit, self[offset].isIdeograph { offset &+= 1 }
    return Swift.min(offset, limit)
  }

  /// The highest bit of each of four lanes.
  private static var others: UInt64 { 0x8000_8000_8000_8000 }
}

extension FoldUnit {
  /// Whether this is one of the Han characters from U+4E00 to U+9FFF.
  @inline(__always)
  var isIdeograph: Bool { rawValue &- 0x4E00 < 0x5200 }
}
