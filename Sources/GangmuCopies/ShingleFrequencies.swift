/// In how many texts of a corpus a shingle stands, and how much it therefore says.
///
/// Boilerplate that many pages share (a site's header, the frame of a form) must not make copies of pages that share nothing
/// else. Frequencies are counted on a sample of the corpus, in hashed counters, so they cost the same for any corpus.
public struct ShingleFrequencies: Sendable {
  private static let bits = 20
  /// A shingle of so many texts or fewer has full weight: a text and its copies are no boilerplate.
  private static let fullWeightLimit = 8.0

  /// How many texts hold the shingles of a slot (the lower half), and the last of them (the upper half).
  private var slots: [UInt64] = []
  private var textCount: UInt64 = 0
  private var weights: [Float] = []

  /// Makes a table without texts, in which every shingle has full weight.
  public init() {}

  /// Counts the shingles of one more text, each once.
  public mutating func add(_ hashes: [UInt64]) {
    if slots.isEmpty { slots = [UInt64](repeating: 0, count: 1 << Self.bits) }
    textCount += 1
    let text = textCount
    slots.withUnsafeMutableBufferPointer { slots in
      for hash in hashes {
        let slot = Int(truncatingIfNeeded: hash >> UInt64(64 - Self.bits))
        if slots[slot] >> 32 != text { slots[slot] = text << 32 | (slots[slot] & 0xFFFF_FFFF) + 1 }
      }
    }
  }

  /// Ends the counting.
  public mutating func finish() {
    weights = (0...Int(textCount)).map { Self.weight(count: Double($0), of: Double(textCount)) }
  }

  /// What a shingle weighs, from 0.05 for one that nearly all texts have to 1.
  @inline(__always)
  func weight(of shingle: UInt32) -> Float {
    guard !weights.isEmpty, !slots.isEmpty else { return 1 }
    return weights[Int(slots[Int(shingle >> UInt32(32 - Self.bits))] & 0xFFFF_FFFF)]
  }

  /// The inverse document frequency, as a share of that of a shingle of `fullWeightLimit` texts.
  private static func weight(count: Double, of total: Double) -> Float {
    guard count > fullWeightLimit, total > fullWeightLimit * 2 else { return 1 }
    return max(0.05, Float(logarithm((total + 1) / count) / logarithm((total + 1) / fullWeightLimit)))
  }

  /// The binary logarithm, straight between powers of two: the weights must be the same on every machine.
  private static func logarithm(_ value: Double) -> Double {
    Double(value.exponent) + value.significand - 1
  }
}
