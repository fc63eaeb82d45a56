/// Which characters, beside which neighbours, may be written otherwise than a phrase of the dictionaries has them.
///
/// A Bloom filter over pairs: for each phrase and each of its characters that has other Traditional forms, each of these forms
/// with the folded form of its neighbour in the phrase. What is not in it is in no phrase that differs from what is written, so
/// most sentences are cleared by a look at a few pairs.
package struct DoubtFilter: @unchecked Sendable {
  static let shared = DoubtFilter()

  private let words = CompiledTables.embedded.pointer(.doubts, 0, as: UInt64.self)

  /// Whether some phrase may differ from what is written at a character with these neighbours.
  @inline(__always)
  func mayDiffer(_ scalar: UInt32, before: FoldUnit, after: FoldUnit) -> Bool {
    contains(Place(scalar, after, isLeft: false)) || contains(Place(scalar, before, isLeft: true))
  }

  /// Whether a pair may be in the filter.
  @inline(__always)
  func contains(_ place: Place) -> Bool {
    let word = words[place.word]
    return (word >> place.firstBit) & (word >> place.secondBit) & 1 != 0
  }

  /// Where a pair stands in the filter: at two bits of one word, so that a filter that fits a near cache errs seldom.
  package struct Place: BitwiseCopyable, Sendable {
    private let hash: UInt32

    /// The place of a character with a neighbour, which stands before it (`isLeft`) or behind it.
    @inline(__always)
    package init(_ scalar: UInt32, _ neighbour: FoldUnit, isLeft: Bool) {
      let pair = UInt64(scalar) << 32 | UInt64(neighbour.rawValue) << 1 | (isLeft ? 1 : 0)
      hash = UInt32(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - DoubtFilter.wordBits - 12))
    }

    @inline(__always) package var word: Int { Int(hash >> 12) }
    @inline(__always) package var firstBit: UInt64 { UInt64(hash >> 6 & 63) }
    @inline(__always) package var secondBit: UInt64 { UInt64(hash & 63) }
  }

  /// The number of words of the filter, as a power of two.
  package static let wordBits = 14
}
