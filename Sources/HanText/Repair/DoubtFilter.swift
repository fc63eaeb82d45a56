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
    contains(Self.hash(scalar, after, isLeft: false)) || contains(Self.hash(scalar, before, isLeft: true))
  }

  @inline(__always)
  private func contains(_ hash: Int) -> Bool {
    words[hash >> 6] >> UInt64(truncatingIfNeeded: hash & 63) & 1 != 0
  }

  /// The number of bits of the filter, as a power of two.
  package static let bitCount = 21

  /// The place of a pair and its side in the filter.
  @inline(__always)
  package static func hash(_ scalar: UInt32, _ neighbour: FoldUnit, isLeft: Bool) -> Int {
    let pair = UInt64(scalar) << 32 | UInt64(neighbour.rawValue) << 1 | (isLeft ? 1 : 0)
    return Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bitCount))
  }
}
