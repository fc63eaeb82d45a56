/// The features that a model knows, each with a number.
struct Vocabulary: Sendable {
  /// The hashes, by number.
  let hashes: [UInt32]
  /// Hash and number + 1, by open addressing; 0 is empty.
  private let slots: [UInt64]
  private let shift: UInt32
  /// A bit for each value of the upper bits of a hash: whether any known feature has it. Most of a text's longer features
  /// are not known, and this table is small enough for the cache.
  private let sieve: [UInt64]
  private static let sieveShift: UInt32 = 10

  init(hashes: [UInt32]) {
    self.hashes = hashes
    var bits: UInt32 = 4
    while 3 << bits < hashes.count * 4 { bits += 1 }
    shift = 32 - bits
    var slots = [UInt64](repeating: 0, count: 1 << Int(bits))
    var sieve = [UInt64](repeating: 0, count: 1 << (26 - Int(Self.sieveShift)))
    for (number, hash) in hashes.enumerated() {
      sieve[Int(hash >> (Self.sieveShift + 6))] |= 1 << UInt64(hash >> Self.sieveShift & 63)
      var slot = Int(hash >> shift)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt64(hash) << 32 | UInt64(number + 1)
    }
    self.slots = slots
    self.sieve = sieve
  }

  var count: Int { hashes.count }

  /// The number of a feature, or -1 where it is not known.
  func number(of hash: UInt32) -> Int {
    slots.withUnsafeBufferPointer { Self.number(of: hash, in: $0, shift: shift) }
  }

  @inline(__always)
  private static func number(of hash: UInt32, in slots: UnsafeBufferPointer<UInt64>, shift: UInt32) -> Int {
    var slot = Int(hash >> shift)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(hash) { return Int(slots[slot] & 0xFFFF_FFFF) - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  /// Puts the numbers of the known ones among the first `count` of `hashes` in their place, each once, and returns how many
  /// there are. `stamps` has a byte for each feature, none of which is `stamp`.
  ///
  /// In passes that hardly branch: whether a feature is known cannot be foretold, and each wrong guess would cost as much as
  /// the look-up, and hold up the look-ups after it.
  func replaceByNumbers(
    _ hashes: UnsafeMutableBufferPointer<UInt32>, count: Int, stamps: inout [UInt8], stamp: UInt8
  ) -> Int {
    var kept = 0
    sieve.withUnsafeBufferPointer { sieve in
      for index in 0..<count {
        let hash = hashes[index]
        hashes[kept] = hash
        kept += Int(sieve[Int(hash >> (Self.sieveShift + 6))] >> UInt64(hash >> Self.sieveShift & 63) & 1)
      }
    }
    var found = 0
    slots.withUnsafeBufferPointer { slots in
      stamps.withUnsafeMutableBufferPointer { stamps in
        for index in 0..<kept {
          let number = Self.number(of: hashes[index], in: slots, shift: shift)
          guard number >= 0 else { continue }
          hashes[found] = UInt32(truncatingIfNeeded: number)
          found += stamps[number] == stamp ? 0 : 1
          stamps[number] = stamp
        }
      }
    }
    return found
  }
}
