/// Which characters, beside which neighbours, may be written otherwise than a phrase of the dictionaries has them.
///
/// A Bloom filter over pairs: for each phrase and each of its characters that has other Traditional forms, each of these forms
/// with the Simplified form of its neighbour in the phrase. What is not in it is in no phrase that differs from what is
/// written, so most sentences are cleared by a look at a few pairs.
struct DoubtFilter: Sendable {
  static let shared = DoubtFilter()

  private var bits = [UInt64](repeating: 0, count: 1 << 15)

  private init() {
    let forms = Restoration.otherForms
    let phrases = ConversionDictionary.stPhrasesWithSupplement
    var value: [UInt32] = []
    phrases.forEachPhrase { entry, key in
      value.removeAll(keepingCapacity: true)
      phrases.forEachScalarOfValue(entry) { value.append($0) }
      guard value.count == key.count else { return }
      for place in key.indices {
        guard let others = forms[key[place]] else { continue }
        for other in others where other != value[place] && !VariantForms.areForms(other, value[place]) {
          let isLast = place + 1 == key.count
          insert(Self.hash(other, key[isLast ? place - 1 : place + 1], isLeft: isLast))
        }
      }
    }
  }

  /// Whether some phrase may differ from what is written at an offset.
  func mayDiffer(_ written: [UInt32], at offset: Int, in span: Range<Int>) -> Bool {
    let scalar = written[offset]
    if offset + 1 < span.upperBound,
      contains(Self.hash(scalar, Restoration.simplified[written[offset + 1]], isLeft: false))
    {
      return true
    }
    return offset > span.lowerBound
      && contains(Self.hash(scalar, Restoration.simplified[written[offset - 1]], isLeft: true))
  }

  private mutating func insert(_ hash: UInt64) {
    bits[Int(hash >> 6)] |= 1 << (hash & 63)
  }

  private func contains(_ hash: UInt64) -> Bool {
    bits[Int(hash >> 6)] >> (hash & 63) & 1 != 0
  }

  /// Twenty-one bits of a pair and its side.
  private static func hash(_ scalar: UInt32, _ neighbour: UInt32, isLeft: Bool) -> UInt64 {
    let pair = UInt64(scalar) << 32 | UInt64(neighbour) << 1 | (isLeft ? 1 : 0)
    return (pair &* 0x9E37_79B9_7F4A_7C15) >> 43
  }
}
