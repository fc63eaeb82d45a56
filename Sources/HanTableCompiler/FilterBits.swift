import HanText

/// The two sets of a `PhraseFilter` while they are compiled.
struct FilterBits {
  private var pairs: [UInt64]
  private var beginnings: [UInt64]
  private let shift: UInt64

  /// Makes room for so many phrases: at least seven bits each, and what half of the nearest cache holds for a small
  /// dictionary.
  init(capacity: Int) {
    let bits = Phrases.powerOfTwo(atLeast: max(capacity * 7, 1 << 16))
    pairs = [UInt64](repeating: 0, count: bits / 64)
    beginnings = pairs
    shift = UInt64(64 - bits.trailingZeroBitCount)
  }

  /// The filter of all phrases of several dictionaries.
  init(of dictionaries: [Phrases]) {
    let keys = dictionaries.flatMap { $0.entries.map(\.key).filter { $0.count > 1 } }
    self.init(capacity: keys.count)
    for key in keys { insert(key) }
  }

  mutating func insert(_ key: [UInt32]) {
    let pair = PhraseFilter.hash(PhraseFilter.pair(key[0], key[1]))
    let beginning = key.count > 2 ? PhraseFilter.hash(pair ^ UInt64(key[2])) : pair
    pairs[Int((pair >> shift) >> 6)] |= 1 << (pair >> shift & 63)
    beginnings[Int((beginning >> shift) >> 6)] |= 1 << (beginning >> shift & 63)
  }

  func write(_ name: CompiledTables.Name, firstPart: Int, to writer: inout TableWriter) {
    writer.add(pairs, to: name, part: firstPart)
    writer.add(beginnings, to: name, part: firstPart + 1)
  }
}
