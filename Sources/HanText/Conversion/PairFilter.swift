/// A set of pairs of scalars that may say yes for a pair that is not in it (about one in twenty), never no for one that is.
///
/// It is asked at every character of a text, so it is small enough for the nearest caches. Lives as long as the process.
struct PairFilter: @unchecked Sendable {
  private let initials = BitPlane()
  private let words: UnsafeMutablePointer<UInt64>
  private let shift: UInt64

  /// Makes room for so many pairs, sixteen bits each.
  init(capacity: Int) {
    var bits: UInt64 = 6
    while 1 << bits < capacity * 16 { bits += 1 }
    shift = 64 - bits
    words = .allocate(capacity: 1 << Int(bits - 6))
    words.initialize(repeating: 0, count: 1 << Int(bits - 6))
  }

  /// For use while the set is being made.
  func insert(_ first: UInt32, _ second: UInt32) {
    initials.insert(first)
    let bit = Self.hash(Self.pair(first, second)) >> shift
    words[Int(truncatingIfNeeded: bit >> 6)] |= 1 << (bit & 63)
  }

  /// Whether the pair may be in the set.
  @inline(__always)
  func mayContain(_ first: UInt32, _ second: UInt32) -> Bool {
    guard initials.contains(first) else { return false }
    let bit = Self.hash(Self.pair(first, second)) >> shift
    return words[Int(truncatingIfNeeded: bit >> 6)] >> (bit & 63) & 1 != 0
  }

  /// Two scalars in 42 bits.
  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 21 | UInt64(second & 0x1F_FFFF)
  }

  /// Its upper bits are well mixed.
  @inline(__always)
  static func hash(_ pair: UInt64) -> UInt64 { pair &* 0x9E37_79B9_7F4A_7C15 }
}
