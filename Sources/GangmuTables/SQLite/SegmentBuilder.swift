/// Makes segments of a full-text index from folded texts.
struct SegmentBuilder {
  /// What the index' tokenizer makes of a scalar, by its code point; beyond the end it stands for itself.
  private let folds: [UInt32]
  private var order = TrigramOrder()
  private var segmentCount = 0

  /// How many trigrams are sorted at once: in 50 MB of memory; when the segments become many, in 400 MB, since FTS5 allows 2,000.
  private var capacity: Int { segmentCount < 1000 ? 2 << 20 : 16 << 20 }

  /// Makes a builder.
  init(folds: [UInt32]) {
    self.folds = folds
  }

  /// Adds a text. Documents come in the order of their numbers.
  ///
  /// - Returns: The number of its trigrams.
  mutating func add(_ folded: [UInt8], document: Int) -> Int {
    order.add(folded, document: document, folds: folds)
  }

  /// The segment of the texts that were added since the last, where they are enough for one.
  mutating func fullSegment() -> SearchSegment? { order.count >= capacity ? segment() : nil }

  /// The segment of the texts that are left; nil where they have no trigram.
  mutating func lastSegment() -> SearchSegment? { order.count > 0 ? segment() : nil }

  private mutating func segment() -> SearchSegment {
    segmentCount += 1
    var writer = SearchSegmentWriter(count: order.count)
    var term: [UInt8] = []
    order.forEach { occurrence in
      if occurrence.isNew {
        // Terms of the main index begin with 0.
        term.removeAll(keepingCapacity: true)
        term.append(UInt8(ascii: "0"))
        Self.append(occurrence.scalars.0, to: &term)
        Self.append(occurrence.scalars.1, to: &term)
        Self.append(occurrence.scalars.2, to: &term)
        writer.begin(term)
      }
      writer.add(row: occurrence.document, position: occurrence.position)
    }
    order.removeAll()
    return writer.end()
  }

  /// Appends a scalar as UTF-8.
  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    case ..<0x10000:
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    default:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }
  }
}
