/// In how many texts of a corpus a shingle stands, and how much it therefore says.
///
/// Boilerplate that many pages share (a site's header, the frame of a form) must not make copies of pages that share nothing
/// else. Frequencies are counted on a sample of the corpus, in hashed counters, so they cost the same for any corpus.
public struct ShingleFrequencies: Sendable {
  private static let bits = 20
  /// A shingle of so many texts or fewer has full weight: a text and its copies are no boilerplate.
  private static let fullWeightLimit = 8.0

  /// How many texts hold the shingles of a slot (the lower 16 bits), and the last of them, in 16 bits: a text counts once.
  private var slots: [UInt32] = []
  private var textCount = 0
  /// What the shingles of each slot weigh, of 255; empty where all weigh the same.
  private var weights: [UInt8] = []

  /// Makes a table without texts, in which every shingle has full weight.
  public init() {}

  /// Counts the shingles of one more text, each once.
  public mutating func add(_ hashes: [UInt64]) {
    if slots.isEmpty { slots = [UInt32](repeating: 0, count: 1 << Self.bits) }
    textCount += 1
    let text = UInt32(textCount & 0xFFFF)
    slots.withUnsafeMutableBufferPointer { slots in
      for hash in hashes {
        let slot = Int(truncatingIfNeeded: hash >> UInt64(64 - Self.bits))
        if slots[slot] >> 16 != text { slots[slot] = text << 16 | min((slots[slot] & 0xFFFF) + 1, 0xFFFF) }
      }
    }
  }

  /// Ends the counting.
  public mutating func finish() {
    let total = Double(textCount)
    if total > Self.fullWeightLimit * 2 {
      let byCount = (0...min(textCount, 0xFFFF)).map { Self.weight(count: Double($0), of: total) }
      weights = slots.map { byCount[min(Int($0 & 0xFFFF), byCount.count - 1)] }
    }
    slots = []
  }

  /// What a shingle weighs, of 255, from 13 for one that nearly all texts have.
  @inline(__always)
  func weight(of shingle: UInt32) -> UInt8 {
    weights.isEmpty ? .max : weights[Int(shingle >> UInt32(32 - Self.bits))]
  }

  /// The inverse document frequency, as a share of that of a shingle of `fullWeightLimit` texts.
  private static func weight(count: Double, of total: Double) -> UInt8 {
    guard count > fullWeightLimit else { return .max }
    let share = logarithm((total + 1) / count) / logarithm((total + 1) / fullWeightLimit)
    return UInt8((255 * min(max(share, 0.05), 1)).rounded())
  }

  /// The binary logarithm, straight between powers of two: the weights must be the same on every machine.
  private static func logarithm(_ value: Double) -> Double {
    Double(value.exponent) + value.significand - 1
  }
}
