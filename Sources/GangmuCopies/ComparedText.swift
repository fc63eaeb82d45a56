/// A content made ready for exact comparison: its shingles in order.
final class ComparedText {
  let content: ContentUnits
  /// The shingle at each offset: the upper half of its hash, which is enough to tell those of two texts apart.
  let shingles: [UInt32]
  let shingleLength: Int
  /// What the character at each offset weighs, of 255; made when it is asked for.
  private var weights: [UInt8]?

  init(_ content: ContentUnits, shingleLength: Int) {
    self.content = content
    self.shingleLength = shingleLength
    shingles = ShingleHashes.short(of: content.units, length: shingleLength)
  }

  /// About how many bytes it takes.
  var byteCount: Int { content.count * 3 + content.sentenceEnds.count * 4 + shingles.count * 4 + 200 }

  /// What the character at each offset weighs: as much as the shingle around it, which is common in the corpus or not.
  func weights(_ frequencies: ShingleFrequencies) -> [UInt8] {
    if let weights { return weights }
    let last = shingles.count - 1
    let weights = shingles.withUnsafeBufferPointer { shingles in
      [UInt8](unsafeUninitializedCapacity: content.count) { weights, count in
        count = content.count
        for offset in 0..<count {
          weights[offset] = frequencies.weight(of: shingles[min(max(0, offset - 1), last)])
        }
      }
    }
    self.weights = weights
    return weights
  }
}
