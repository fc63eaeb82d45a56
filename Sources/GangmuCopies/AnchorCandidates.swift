/// Pairs of texts that share passages, whatever their lengths: where one may hold the other.
struct AnchorCandidates {
  /// The texts with the same anchor are all paired up to this many.
  private static let pairedLimit = 16
  /// Up to this many, each is paired with the first two, which are the same ones for all passages of a large family.
  /// A passage that more texts share is boilerplate.
  private static let boilerplateLimit = 4096
  /// A pair shares at least this part of the anchors of the text that has fewer.
  private static let leastShare = 0.2

  /// The pairs, the lower text in the upper half, sorted. `postings` holds the anchor of each posting in the upper half,
  /// its text in the lower, and `counts` the number of anchors of each text; `memory` bounds the bytes for counting pairs.
  static func pairs(
    postings: UnsafeMutableBufferPointer<UInt64>, scratch: UnsafeMutableBufferPointer<UInt64>, counts: [UInt32],
    owners: [Int32], memory: Int
  ) -> [UInt64] {
    sortByKey(postings, scratch: scratch)
    var counts = counts
    let postings = withoutRepetitions(postings, &counts)
    var total = 0
    forEachGroup(of: postings) { group in
      total += group.count <= pairedLimit ? group.count * (group.count - 1) / 2 : 2 * group.count
    }
    // Pairs are counted part by part where there are too many for the memory at once.
    let parts = UInt64(total * 8 / max(memory, 1 << 20) + 1)
    var result: [UInt64] = []
    for part in 0..<parts {
      var shared: [UInt64] = []
      forEachPair(of: postings) { lower, upper in
        if parts > 1, mixed(UInt64(lower), 0x8BB8_4B93_962E_ACC9) % parts != part { return }
        if !owners.isEmpty, owners[Int(lower)] == owners[Int(upper)] { return }
        shared.append(UInt64(lower) << 32 | UInt64(upper))
      }
      select(&shared, counts, into: &result)
    }
    if parts > 1 { sortPairs(&result, below: counts.count) }
    return result
  }

  /// Sorting by key has kept the order of the texts, so what a text has twice stands together.
  private static func withoutRepetitions(
    _ postings: UnsafeMutableBufferPointer<UInt64>, _ counts: inout [UInt32]
  ) -> UnsafeMutableBufferPointer<UInt64> {
    var kept = 0
    for posting in postings {
      if kept > 0, postings[kept - 1] == posting {
        counts[Int(posting & 0xFFFF_FFFF)] -= 1
      } else {
        postings[kept] = posting
        kept += 1
      }
    }
    return UnsafeMutableBufferPointer(rebasing: postings[..<kept])
  }

  private static func forEachPair(
    of postings: UnsafeMutableBufferPointer<UInt64>, _ body: (UInt32, UInt32) -> Void
  ) {
    forEachGroup(of: postings) { group in
      guard group.count <= boilerplateLimit else { return }
      let isLarge = group.count > pairedLimit
      for lower in 0..<(isLarge ? 2 : group.count - 1) {
        for upper in lower + 1..<group.count {
          body(UInt32(truncatingIfNeeded: group[lower]), UInt32(truncatingIfNeeded: group[upper]))
        }
      }
    }
  }

  /// Appends the pairs that share enough anchors to `result`.
  private static func select(_ shared: inout [UInt64], _ counts: [UInt32], into result: inout [UInt64]) {
    sortPairs(&shared, below: counts.count)
    var start = 0
    while start < shared.count {
      var end = start + 1
      while end < shared.count, shared[end] == shared[start] { end += 1 }
      let fewer = min(counts[Int(shared[start] >> 32)], counts[Int(shared[start] & 0xFFFF_FFFF)])
      let needed = fewer <= 3 ? 1 : max(2, Int((Double(fewer) * leastShare).rounded(.up)))
      if end - start >= needed { result.append(shared[start]) }
      start = end
    }
  }
}
