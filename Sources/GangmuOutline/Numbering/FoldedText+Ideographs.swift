import HanText

extension FoldedText {
  /// The first offset from `offset` on that holds none of the Han characters from U+4E00 to U+9FFF, of which nearly every
  /// text is made; at most `limit`.
  ///
  /// Four units are looked at in a step, in the lanes of one word. A lane halved is below 0x8000, so that adding a number
  /// carries into its own highest bit alone, and tells whether it is at least as much as is left to that bit.
  func endOfIdeographs(from offset: Int, to limit: Int) -> Int {
    let limit = min(limit, count)
    return units.withUnsafeBytes { bytes in
      var offset = offset
      while offset + 4 <= limit {
        let units = bytes.loadUnaligned(fromByteOffset: offset * 2, as: UInt64.self).littleEndian
        let halves = units >> 1 & 0x7FFF_7FFF_7FFF_7FFF
        let notBelow = halves &+ 0x5900_5900_5900_5900
        let above = halves &+ 0x3000_3000_3000_3000
        let others = (~notBelow | above) & 0x8000_8000_8000_8000
        if others != 0 { return offset + others.trailingZeroBitCount / 16 }
        offset += 4
      }
      while offset < limit, self[offset].isIdeograph { offset += 1 }
      return offset
    }
  }
}

extension FoldUnit {
  /// Whether this is one of the Han characters from U+4E00 to U+9FFF.
  var isIdeograph: Bool { rawValue &- 0x4E00 < 0x5200 }
}
