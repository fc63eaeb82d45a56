/// In how many texts of a corpus a shingle stands, and how much it therefore says.
///
/// Boilerplate that many pages share (a site's header, the frame of a form) must not make copies of pages that share nothing
/// else. Frequencies are counted on a sample of the corpus, in hashed counters, so they cost the same for any corpus.
public struct ShingleFrequencies: Sendable {
  private static let bits = 20
  /// A shingle of so many texts or fewer has full weight: a text and its copies are no boilerplate.
  private static let fullWeightLimit = 8.0

  private var counts: [UInt32]
  private var lastTexts: [UInt32]
  private var textCount: UInt32 = 0
  private var weights: [Float] = []

  /// Makes a table without texts, in which every shingle has full weight.
  public init() {
    counts = []
    lastTexts = []
  }

  /// Counts the shingles of one more text, each once.
  public mutating func add(_ hashes: [UInt64]) {
    if counts.isEmpty {
      counts = [UInt32](repeating: 0, count: 1 << Self.bits)
      lastTexts = counts
    }
    textCount += 1
    for hash in hashes {
      let slot = Self.slot(of: hash)
      if lastTexts[slot] != textCount {
        lastTexts[slot] = textCount
        counts[slot] += 1
      }
    }
  }

  /// Ends the counting.
  public mutating func finish() {
    lastTexts = []
    weights = (0...Int(textCount)).map { Self.weight(count: Double($0), of: Double(textCount)) }
  }

  /// What a shingle weighs, from 0.05 for one that nearly all texts have to 1.
  @inline(__always)
  func weight(of hash: UInt64) -> Float {
    guard !weights.isEmpty, !counts.isEmpty else { return 1 }
    return weights[Int(counts[Self.slot(of: hash)])]
  }

  /// The inverse document frequency, as a share of that of a shingle of `fullWeightLimit` texts.
  private static func weight(count: Double, of total: Double) -> Float {
    guard count > fullWeightLimit, total > fullWeightLimit * 2 else { return 1 }
    return max(0.05, Float(logarithm((total + 1) / count) / logarithm((total + 1) / fullWeightLimit)))
  }

  @inline(__always)
  private static func slot(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> UInt64(64 - bits))
  }

  /// The binary logarithm, straight between powers of two: the weights must be the same on every machine.
  private static func logarithm(_ value: Double) -> Double {
    Double(value.exponent) + value.significand - 1
  }
}
