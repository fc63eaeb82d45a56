/// How the slots of a sketch are parted into bands: texts that agree in all rows of a band are looked at.
public struct BandLayout: Sendable, Hashable {
  /// The number of bands.
  public let bands: Int
  /// The slots in each.
  public let rows: Int

  /// The most selective layout that brings together `recall` of the pairs of a Jaccard similarity of `threshold`.
  ///
  /// A pair of similarity *J* shares a band of *r* rows with the probability 1 - (1 - *J*ʳ)ᵇ. For 128 slots and .5 that
  /// makes 42 bands of 3 rows, which find .996 of the pairs.
  public init(threshold: Double = 0.5, recall: Double = 0.99) {
    var best = 1
    for rows in 2...8 {
      let bands = SimilaritySketch.slotCount / rows
      var match = 1.0
      for _ in 0..<rows { match *= threshold }
      var missed = 1.0
      for _ in 0..<bands { missed *= 1 - match }
      if 1 - missed >= recall { best = rows }
    }
    rows = best
    bands = min(SimilaritySketch.slotCount / best, 64)
  }

  /// The key of a band of a sketch: 32 bits, the same for texts that agree in all of its rows.
  public func key(ofBand band: Int, in sketch: SimilaritySketch) -> UInt32 {
    sketch.slots.withUnsafeBufferPointer { slots in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: slots.count) { short in
        for index in slots.indices { short[index] = UInt16(truncatingIfNeeded: slots[index]) }
        return key(ofBand: band, in: UnsafeBufferPointer(short))
      }
    }
  }

  @inline(__always)
  func key(ofBand band: Int, in slots: UnsafeBufferPointer<UInt16>) -> UInt32 {
    var key = UInt64(band)
    for row in 0..<rows { key = mixed(key << 16 ^ UInt64(slots[band * rows + row]), 0xA076_1D64_78BD_642F) }
    return UInt32(truncatingIfNeeded: key)
  }
}
