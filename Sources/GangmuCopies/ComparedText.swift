/// A content made ready for exact comparison: its shingles in order and as a set.
struct ComparedText {
  let content: ContentUnits
  /// The shingle at each offset: the upper half of its hash, which is enough to tell those of two texts apart.
  let shingles: [UInt32]
  /// Whether the shingle at an offset stands there for the first time.
  let isFirst: [Bool]
  /// The shingles without repetition.
  let set: ShingleSet
  let shingleLength: Int

  init(_ content: ContentUnits, shingleLength: Int) {
    var hashes: [UInt64] = []
    ShingleHashes.fill(&hashes, of: content.units, length: shingleLength)
    let shingles = hashes.map { UInt32(truncatingIfNeeded: $0 >> 32) }
    var isFirst = [Bool](repeating: false, count: shingles.count)
    self.content = content
    self.shingles = shingles
    self.set = ShingleSet(shingles, isFirst: &isFirst)
    self.isFirst = isFirst
    self.shingleLength = shingleLength
  }

  /// About how many bytes it takes.
  var byteCount: Int { content.count * 2 + content.sentenceEnds.count * 4 + shingles.count * 5 + set.byteCount + 160 }
}

/// A set of hashes by open addressing. The hashes are random already, so their upper bits are the places.
struct ShingleSet {
  private var slots: [UInt32]
  private let shift: UInt32
  private(set) var count = 0
  /// 0 marks an empty slot, so a shingle that hashes to 0 is kept as this.
  private static let zero: UInt32 = 1

  var byteCount: Int { slots.count * 4 }

  /// Makes a set, and marks the hashes that come for the first time.
  init(_ hashes: [UInt32], isFirst: inout [Bool]) {
    var bits: UInt32 = 4
    while 1 << bits < hashes.count * 2 { bits += 1 }
    shift = 32 - bits
    slots = [UInt32](repeating: 0, count: 1 << Int(bits))
    let (shift, mask) = (shift, slots.count - 1)
    var count = 0
    slots.withUnsafeMutableBufferPointer { slots in
      for (index, hash) in hashes.enumerated() {
        let hash = max(hash, Self.zero)
        var slot = Int(hash >> shift)
        while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
        guard slots[slot] == 0 else { continue }
        slots[slot] = hash
        isFirst[index] = true
        count += 1
      }
    }
    self.count = count
  }

  /// Calls `body` with the offset of each hash that the set holds.
  @inline(__always)
  func forEachKnown(of hashes: [UInt32], _ body: (Int) -> Void) {
    let (shift, mask) = (shift, slots.count - 1)
    slots.withUnsafeBufferPointer { slots in
      hashes.withUnsafeBufferPointer { hashes in
        for index in hashes.indices {
          let hash = max(hashes[index], Self.zero)
          var slot = Int(hash >> shift)
          while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
          if slots[slot] != 0 { body(index) }
        }
      }
    }
  }
}
