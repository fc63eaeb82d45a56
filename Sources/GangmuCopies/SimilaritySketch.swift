/// A sketch of a set of shingles from which the Jaccard similarity of two sets is estimated: the share of slots that agree.
///
/// Fast Similarity Sketching (S. Dahlgaard, M. B. T. Knudsen, M. Thorup, FOCS 2017, arXiv 1704.04370): in round *i* < *t*
/// each element is thrown into one random slot with the value *i* + a random fraction, and in round *t* + *j* each element
/// into slot *j*; a slot keeps its least value, and the rounds end when no slot is empty. A set of more than a few hundred
/// elements is done after two or three rounds instead of the 128 of MinHash, and the estimate is as sharp.
public struct SimilaritySketch: Sendable, Hashable {
  /// The number of slots, *t*.
  public static let slotCount = 128

  /// Of each slot's value the 32 lowest bits, which are as random as its least value is rare. Empty for an empty set.
  public let slots: [UInt32]

  /// Sketches a set of hashed elements, which may repeat.
  public init(of hashes: [UInt64]) {
    var values = [UInt64](repeating: .max, count: Self.slotCount)
    guard !hashes.isEmpty else {
      slots = []
      return
    }
    Self.fill(&values, from: hashes)
    slots = values.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Makes a sketch of its slots, which must be `slotCount` or none.
  public init?(slots: [UInt32]) {
    guard slots.isEmpty || slots.count == Self.slotCount else { return nil }
    self.slots = slots
  }

  /// The share of slots that agree: an unbiased estimate of the Jaccard similarity, with a standard error of at most
  /// `sqrt(J(1 - J) / 128)`.
  public func similarity(to other: SimilaritySketch) -> Double {
    guard !slots.isEmpty, !other.slots.isEmpty else { return slots.isEmpty && other.slots.isEmpty ? 1 : 0 }
    return Double(zip(slots, other.slots).count { $0 == $1 }) / Double(Self.slotCount)
  }

  /// The rounds. A value holds its round in the upper 8 bits, the fraction in the others. `values` must hold `slotCount`
  /// times `UInt64.max`.
  static func fill(_ values: inout [UInt64], from hashes: [UInt64]) {
    let fraction: UInt64 = (1 << 56) - 1
    values.withUnsafeMutableBufferPointer { values in
      hashes.withUnsafeBufferPointer { hashes in
        for round in 0..<UInt64(slotCount) {
          let seed = seeds[Int(round)]
          for hash in hashes {
            let random = mixed(hash, seed)
            let slot = Int(truncatingIfNeeded: random >> 57)
            // Written in any case: whether a value is the least yet cannot be foretold.
            values[slot] = min(values[slot], round << 56 | random & fraction)
          }
          if !values.contains(.max) { return }
        }
        for slot in 0..<slotCount {
          let round = slotCount + slot
          for hash in hashes {
            values[slot] = min(values[slot], UInt64(round) << 56 | mixed(hash, seeds[round]) & fraction)
          }
          if !values.contains(.max) { return }
        }
      }
    }
  }

  /// One seed a round, the same in every run and on every machine.
  private static let seeds: [UInt64] = (0..<UInt64(slotCount * 2)).map {
    mixed(mixed($0 &+ 1, 0x8EBC_6AF0_9C88_C6E3), 0x5899_65CC_7537_4CC3)
  }
}
