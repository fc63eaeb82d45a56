import HanText

extension FoldedText {
  /// Whether a sentence ends within a line, before its last character, or a semicolon parts it: then it is no title.
  package func hasSentence(_ line: Range<Int>) -> Bool {
    units.withUnsafeBufferPointer { $0.hasEither("。", ";", in: line.clamped(to: 0..<$0.count)) }
  }
}

extension UnsafeBufferPointer<FoldUnit> {
  /// Whether one of two units stands in a span, which must lie within the units.
  ///
  /// Eight units are looked at in a step, the last eight of the span over again where fewer are left.
  fileprivate func hasEither(_ first: FoldUnit, _ second: FoldUnit, in span: Range<Int>) -> Bool {
    guard span.count >= 8, let bytes = UnsafeRawPointer(baseAddress) else {
      return span.contains { self[$0] == first || self[$0] == second }
    }
    let (firsts, seconds) = (SIMD8(repeating: first.rawValue), SIMD8(repeating: second.rawValue))
    let last = span.upperBound &- 8
    var offset = span.lowerBound
    while true {
      let units = bytes.loadUnaligned(fromByteOffset: Swift.min(offset, last) &* 2, as: SIMD8<UInt16>.self)
      let lanes = Self.zeros(units ^ firsts) | Self.zeros(units ^ seconds)
      if lanes[0] | lanes[1] != 0 { return true }
      if offset >= last { return false }
      offset &+= 8
    }
  }

  /// The highest bit of each lane that is 0: only from 0 is 1 taken with a borrow. The comparison of vectors (`.==`) would say
  /// the same, but is compiled to a look at one lane after the other.
  @inline(__always)
  private static func zeros(_ lanes: SIMD8<UInt16>) -> SIMD2<UInt64> {
    let borrowed = (lanes &- SIMD8(repeating: 1)) & (lanes ^ SIMD8(repeating: 0xFFFF)) & SIMD8(repeating: 0x8000)
    return unsafeBitCast(borrowed, to: SIMD2<UInt64>.self)
  }
}
