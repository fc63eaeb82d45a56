/// The features that a model knows, each with a number.
struct Vocabulary: Sendable {
  /// The hashes, by number.
  let hashes: [UInt32]
  /// For each feature, how much it tells: the inverse document frequency.
  let weights: [Float]
  /// Hash and number + 1, by open addressing; 0 is empty.
  private let slots: [UInt64]
  private let shift: UInt64
  /// A bit for each value of the upper bits of a hash: whether any known feature has it. Most of a text's longer features
  /// are not known, and this table is small enough for the cache.
  private let sieve: [UInt64]
  private static let sieveShift: UInt32 = 10

  init(hashes: [UInt32], weights: [Float]) {
    self.hashes = hashes
    self.weights = weights
    var bits: UInt64 = 4
    while 1 << bits < hashes.count * 2 { bits += 1 }
    shift = 32 - bits
    var slots = [UInt64](repeating: 0, count: 1 << Int(bits))
    var sieve = [UInt64](repeating: 0, count: 1 << (26 - Int(Self.sieveShift)))
    for hash in hashes { sieve[Int(hash >> (Self.sieveShift + 6))] |= 1 << UInt64(hash >> Self.sieveShift & 63) }
    self.sieve = sieve
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash >> UInt32(shift))
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt64(hash) << 32 | UInt64(number + 1)
    }
    self.slots = slots
  }

  var count: Int { hashes.count }

  /// The number of a feature, or -1 where it is not known.
  @inline(__always)
  func number(of hash: UInt32) -> Int {
    guard sieve[Int(hash >> (Self.sieveShift + 6))] >> UInt64(hash >> Self.sieveShift & 63) & 1 == 1 else { return -1 }
    return slots.withUnsafeBufferPointer { slots in
      var slot = Int(hash >> UInt32(shift))
      while slots[slot] != 0 {
        if slots[slot] >> 32 == UInt64(hash) { return Int(slots[slot] & 0xFFFF_FFFF) - 1 }
        slot = (slot + 1) & (slots.count - 1)
      }
      return -1
    }
  }
}
