/// What of a text is needed to find its copies elsewhere: by a distributed engine that groups by hash and by band.
///
/// Texts with the same `hash` have the same content. Texts that share a band (its number and its key) are candidates; the
/// share of slots that agree estimates the Jaccard similarity of their shingles.
public struct TextSignature: Sendable, Hashable {
  /// The hash of the content.
  public let hash: ContentHash
  /// The sketch of its shingles. Empty for an empty text.
  public let sketch: SimilaritySketch

  /// Signs a content.
  public init(of content: ContentUnits, shingleLength: Int = 3) {
    var hashes: [UInt64] = []
    ShingleHashes.fill(&hashes, of: content.units, length: shingleLength)
    hash = ContentHash(content.units)
    sketch = SimilaritySketch(of: hashes)
  }

  /// Makes a signature of its parts.
  public init(hash: ContentHash, sketch: SimilaritySketch) {
    self.hash = hash
    self.sketch = sketch
  }

  /// The keys of the bands; none for an empty text.
  public func bands(_ layout: BandLayout = BandLayout()) -> [UInt32] {
    sketch.slots.isEmpty ? [] : (0..<layout.bands).map { layout.key(ofBand: $0, in: sketch) }
  }
}

extension ContentHash: CustomStringConvertible {
  /// 32 hexadecimal digits.
  public var description: String { [high, low].map { Self.hexadecimal($0) }.joined() }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
