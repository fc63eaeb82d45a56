/// The offset at which each shingle of a text stands first, by open addressing. The shingles are hashes already, so their
/// upper bits are the places.
struct ShingleTable {
  /// A shingle in the upper half, its offset + 1 in the lower; 0 is empty.
  private var slots: [UInt64] = []
  private var shift: UInt32 = 28
  /// The offsets of shingles that stand in the text before.
  private(set) var repetitions: [Repetition] = []

  struct Repetition {
    let offset: Int32
    /// Where the shingle stands first.
    let first: Int32
  }

  /// Holds the shingles of another text from now on.
  mutating func fill(with shingles: [UInt32]) {
    makeRoom(for: shingles.count)
    var repetitions = repetitions
    self.repetitions = []
    repetitions.removeAll(keepingCapacity: true)
    withMutableSlots { slots, shift, mask in
      shingles.withUnsafeBufferPointer { shingles in
        for offset in shingles.indices {
          let slot = Self.slot(of: shingles[offset], in: UnsafeBufferPointer(slots), shift: shift, mask: mask)
          if slots[slot] == 0 {
            slots[slot] = UInt64(shingles[offset]) << 32 | UInt64(offset + 1)
          } else {
            let first = Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
            repetitions.append(Repetition(offset: Int32(truncatingIfNeeded: offset), first: first))
          }
        }
      }
    }
    self.repetitions = repetitions
  }

  /// Counts the shingles that are not marked, each once. What the table held before is lost.
  mutating func count(unmarked shingles: [UInt32], marks: [UInt8]) -> Int {
    makeRoom(for: shingles.count - marks.reduce(0) { $0 + Int($1) })
    var count = 0
    withMutableSlots { slots, shift, mask in
      shingles.withUnsafeBufferPointer { shingles in
        for (offset, mark) in marks.enumerated() where mark == 0 {
          let slot = Self.slot(of: shingles[offset], in: UnsafeBufferPointer(slots), shift: shift, mask: mask)
          guard slots[slot] == 0 else { continue }
          slots[slot] = UInt64(shingles[offset]) << 32 | 1
          count += 1
        }
      }
    }
    return count
  }

  /// Calls `body` with what `offset(of:in:shift:mask:)` needs.
  func withSlots(_ body: (_ slots: UnsafeBufferPointer<UInt64>, _ shift: UInt32, _ mask: Int) -> Void) {
    slots.withUnsafeBufferPointer { body($0, shift, 1 << Int(32 - shift) - 1) }
  }

  /// The first offset of a shingle, or -1.
  @inline(__always)
  static func offset(of shingle: UInt32, in slots: UnsafeBufferPointer<UInt64>, shift: UInt32, mask: Int) -> Int {
    Int(slots[slot(of: shingle, in: slots, shift: shift, mask: mask)] & 0xFFFF_FFFF) - 1
  }

  /// The slot that holds a shingle, or the empty one where it would be put.
  @inline(__always)
  private static func slot(
    of shingle: UInt32, in slots: UnsafeBufferPointer<UInt64>, shift: UInt32, mask: Int
  ) -> Int {
    var slot = Int(shingle >> shift)
    while slots[slot] != 0, slots[slot] >> 32 != UInt64(shingle) { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func makeRoom(for count: Int) {
    var bits: UInt32 = 4
    while 1 << bits < count * 2 { bits += 1 }
    shift = 32 - bits
    let size = 1 << Int(bits)
    if slots.count < size || slots.count > max(size * 64, 1 << 16) {
      slots = [UInt64](repeating: 0, count: size)
    } else {
      slots.withUnsafeMutableBufferPointer { $0[..<size].update(repeating: 0) }
    }
  }

  private mutating func withMutableSlots(
    _ body: (_ slots: UnsafeMutableBufferPointer<UInt64>, _ shift: UInt32, _ mask: Int) -> Void
  ) {
    let shift = shift
    slots.withUnsafeMutableBufferPointer { body($0, shift, 1 << Int(32 - shift) - 1) }
  }
}
