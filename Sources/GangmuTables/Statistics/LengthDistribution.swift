/// How lengths are distributed, in bounded memory: sum, least and greatest exactly, quantiles to 3 %.
struct LengthDistribution: Sendable {
  private(set) var count = 0
  private(set) var total = 0
  private(set) var least = 0
  private(set) var greatest = 0
  /// Lengths below 64 one by one, then 32 steps for each doubling.
  private var buckets: [Int: Int] = [:]

  mutating func add(_ length: Int) {
    least = count == 0 ? length : min(least, length)
    greatest = max(greatest, length)
    count += 1
    total += length
    buckets[Self.bucket(of: length), default: 0] += 1
  }

  /// The length that this share of the lengths does not exceed.
  func quantile(_ share: Double) -> Int {
    var rest = Int((Double(count) * share).rounded(.up))
    for (bucket, number) in buckets.sorted(by: { $0.key < $1.key }) {
      rest -= number
      if rest <= 0 { return min(max(Self.length(of: bucket), least), greatest) }
    }
    return greatest
  }

  private static func bucket(of length: Int) -> Int {
    guard length >= 64 else { return max(length, 0) }
    let shift = Int.bitWidth - length.leadingZeroBitCount - 6
    return 32 * shift + length >> shift
  }

  private static func length(of bucket: Int) -> Int {
    guard bucket >= 64 else { return bucket }
    let shift = bucket / 32 - 1
    return (bucket - 32 * shift) << shift
  }
}
