/// Sorts pairs of a 32-bit key (the upper half) and a 32-bit number (the lower half) by key; equal keys keep their order.
///
/// Three passes over the keys, whatever they are. `scratch` must be as long as `pairs`.
func sortByKey(_ pairs: UnsafeMutableBufferPointer<UInt64>, scratch: UnsafeMutableBufferPointer<UInt64>) {
  var (source, target) = (pairs, scratch)
  for (shift, bits) in [(32, 11), (43, 11), (54, 10)] as [(UInt64, Int)] {
    scatter(source, into: target, shift: shift, bits: bits)
    swap(&source, &target)
  }
  // After three passes the sorted pairs are in the scratch.
  _ = pairs.update(fromContentsOf: source)
}

/// Sorts pairs of two numbers below `limit`, one in the upper half, one in the lower, by both.
func sortPairs(_ pairs: inout [UInt64], below limit: Int) {
  let digits = max(1, Int.bitWidth - max(limit - 1, 0).leadingZeroBitCount)
  let passes = (digits + 10) / 11
  let bits = (digits + passes - 1) / passes
  // So few are not worth counting.
  guard pairs.count > 1 << bits else { return pairs.sort() }
  var scratch = [UInt64](repeating: 0, count: pairs.count)
  pairs.withUnsafeMutableBufferPointer { pairs in
    scratch.withUnsafeMutableBufferPointer { scratch in
      // The passes over both halves are an even number: the sorted pairs are where they were.
      var (source, target) = (pairs, scratch)
      for half in [0, 32] as [UInt64] {
        for pass in 0..<passes {
          scatter(source, into: target, shift: half + UInt64(pass * bits), bits: bits)
          swap(&source, &target)
        }
      }
    }
  }
}

/// One pass of a sort by digits: copies the pairs in the order of one digit.
private func scatter(
  _ source: UnsafeMutableBufferPointer<UInt64>, into target: UnsafeMutableBufferPointer<UInt64>, shift: UInt64,
  bits: Int
) {
  let mask = UInt64(1 << bits - 1)
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << bits) { places in
    places.initialize(repeating: 0)
    for pair in source { places[Int(truncatingIfNeeded: pair >> shift & mask)] += 1 }
    var place = 0
    for digit in places.indices { (places[digit], place) = (place, place + places[digit]) }
    for pair in source {
      let digit = Int(truncatingIfNeeded: pair >> shift & mask)
      target[places[digit]] = pair
      places[digit] += 1
    }
  }
}

/// Calls `body` with each run of pairs that have the same key. The pairs must be sorted by key.
func forEachGroup(
  of pairs: UnsafeMutableBufferPointer<UInt64>, _ body: (UnsafeMutableBufferPointer<UInt64>) -> Void
) {
  var start = 0
  while start < pairs.count {
    let key = pairs[start] >> 32
    var end = start + 1
    while end < pairs.count, pairs[end] >> 32 == key { end += 1 }
    if end - start > 1 { body(UnsafeMutableBufferPointer(rebasing: pairs[start..<end])) }
    start = end
  }
}
