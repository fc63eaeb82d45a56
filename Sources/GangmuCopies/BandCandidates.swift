/// Pairs of texts whose sketches share a band and agree enough to be compared.
///
/// Band by band: the keys are sorted, and texts with the same key are paired.
struct BandCandidates {
  /// A bucket of more texts is split by the rows of the next bands, so that the work stays in proportion to the corpus.
  static let bucketLimit = 32
  /// How many slots must agree (of 128): pairs of a Jaccard similarity of .5 agree in 64, and in fewer than 42 once in 10⁴.
  static let leastAgreement = 42

  private let slots: UnsafeBufferPointer<UInt16>
  private let layout: BandLayout
  private let owners: [Int32]
  /// For each text the bands in which its bucket was split: there not all of its pairs were seen.
  private var splitBands: [UInt64]
  private var pairs: [UInt64] = []

  /// The pairs, the lower text in the upper half, sorted.
  static func pairs(
    sketches slots: UnsafeBufferPointer<UInt16>, layout: BandLayout, owners: [Int32]
  ) -> [UInt64] {
    var candidates = BandCandidates(slots: slots, layout: layout, owners: owners)
    candidates.collect()
    sortPairs(&candidates.pairs, below: candidates.splitBands.count)
    return candidates.pairs.uniqued()
  }

  private init(slots: UnsafeBufferPointer<UInt16>, layout: BandLayout, owners: [Int32]) {
    self.slots = slots
    self.layout = layout
    self.owners = owners
    splitBands = [UInt64](repeating: 0, count: slots.count / SimilaritySketch.slotCount)
  }

  private mutating func collect() {
    let count = splitBands.count
    var keys = [UInt64](repeating: 0, count: count)
    var scratch = keys
    keys.withUnsafeMutableBufferPointer { keys in
      scratch.withUnsafeMutableBufferPointer { scratch in
        for band in 0..<layout.bands {
          for text in 0..<count {
            keys[text] = UInt64(layout.key(ofBand: band, in: sketch(text))) << 32 | UInt64(text)
          }
          sortByKey(keys, scratch: scratch)
          forEachGroup(of: keys) { group in
            if group.count > Self.bucketLimit {
              split(group.map { UInt32(truncatingIfNeeded: $0) }, of: band, depth: 1)
            } else {
              pairAll(group, of: band)
            }
          }
        }
      }
    }
  }

  private func sketch(_ text: Int) -> UnsafeBufferPointer<UInt16> {
    let start = text * SimilaritySketch.slotCount
    return UnsafeBufferPointer(rebasing: slots[start..<start + SimilaritySketch.slotCount])
  }

  private mutating func pairAll(_ group: UnsafeMutableBufferPointer<UInt64>, of band: Int) {
    for upper in 1..<group.count {
      for lower in 0..<upper {
        pair(UInt32(truncatingIfNeeded: group[lower]), UInt32(truncatingIfNeeded: group[upper]), of: band)
      }
    }
  }

  private mutating func split(_ group: [UInt32], of band: Int, depth: Int) {
    if depth == 1 { for text in group { splitBands[Int(text)] |= 1 << UInt64(band) } }
    guard group.count > Self.bucketLimit else {
      for upper in group.indices.dropFirst() {
        for lower in 0..<upper { pair(group[lower], group[upper], of: band) }
      }
      return
    }
    guard depth < layout.bands / 2 else {
      // Nothing parts them: they are as good as one text. Each meets the first one and its neighbour.
      for index in group.indices.dropFirst() {
        pair(group[0], group[index], of: band)
        if index > 1 { pair(group[index - 1], group[index], of: band) }
      }
      return
    }
    let next = (band + depth) % layout.bands
    let keyed = group.map { UInt64(layout.key(ofBand: next, in: sketch(Int($0)))) << 32 | UInt64($0) }.sorted()
    var start = 0
    for end in 1...keyed.count where end == keyed.count || keyed[end] >> 32 != keyed[start] >> 32 {
      if end - start > 1 {
        split(keyed[start..<end].map { UInt32(truncatingIfNeeded: $0) }, of: band, depth: depth + 1)
      }
      start = end
    }
    // What shares this band and no more may still be a copy of its neighbour in it.
    for index in keyed.indices.dropFirst() {
      pair(UInt32(truncatingIfNeeded: keyed[index - 1]), UInt32(truncatingIfNeeded: keyed[index]), of: band)
    }
  }

  private mutating func pair(_ first: UInt32, _ second: UInt32, of band: Int) {
    let (lower, upper) = (Int(min(first, second)), Int(max(first, second)))
    if !owners.isEmpty, owners[lower] == owners[upper] { return }
    let (left, right) = (sketch(lower), sketch(upper))
    guard Self.agreement(left, right) >= Self.leastAgreement else { return }
    for earlier in 0..<band where splitBands[lower] >> UInt64(earlier) & 1 == 0 {
      // The pair was seen in that band.
      if layout.key(ofBand: earlier, in: left) == layout.key(ofBand: earlier, in: right) { return }
    }
    pairs.append(UInt64(lower) << 32 | UInt64(upper))
  }

  /// In how many slots two sketches agree.
  @inline(__always)
  static func agreement(_ left: UnsafeBufferPointer<UInt16>, _ right: UnsafeBufferPointer<UInt16>) -> Int {
    guard let left = UnsafeRawPointer(left.baseAddress), let right = UnsafeRawPointer(right.baseAddress) else {
      return 0
    }
    var counts = SIMD16<UInt16>()
    for offset in stride(from: 0, to: SimilaritySketch.slotCount * 2, by: 32) {
      let isEqual =
        left.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt16>.self)
        .== right.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt16>.self)
      counts.replace(with: counts &+ 1, where: isEqual)
    }
    return Int(counts.wrappedSum())
  }
}

extension [UInt64] {
  /// A sorted array without repetitions.
  func uniqued() -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(count)
    for element in self where element != result.last { result.append(element) }
    return result
  }
}
