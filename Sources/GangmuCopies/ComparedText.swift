/// A content made ready for exact comparison: its shingles in order and as a set.
struct ComparedText {
  let content: ContentUnits
  /// The shingle at each offset.
  let shingles: [UInt64]
  /// The shingles without repetition.
  let set: ShingleSet
  let shingleLength: Int

  init(_ content: ContentUnits, shingleLength: Int) {
    var shingles: [UInt64] = []
    ShingleHashes.fill(&shingles, of: content.units, length: shingleLength)
    self.content = content
    self.shingles = shingles
    self.set = ShingleSet(shingles)
    self.shingleLength = shingleLength
  }

  /// About how many bytes it takes.
  var byteCount: Int { content.count * 2 + content.sentenceEnds.count * 4 + shingles.count * 8 + set.byteCount + 128 }
}

/// A set of hashes by open addressing. The hashes are random already, so their upper bits are the places.
struct ShingleSet {
  private var slots: [UInt64]
  private let shift: UInt64
  /// 0 marks an empty slot, so a shingle that hashes to 0 is kept beside.
  private var hasZero = false
  private(set) var count = 0

  var byteCount: Int { slots.count * 8 }

  init(_ hashes: [UInt64]) {
    var bits: UInt64 = 4
    while 1 << bits < hashes.count * 2 { bits += 1 }
    shift = 64 - bits
    slots = [UInt64](repeating: 0, count: 1 << Int(bits))
    for hash in hashes { insert(hash) }
  }

  private mutating func insert(_ hash: UInt64) {
    guard hash != 0 else {
      if !hasZero { count += 1 }
      hasZero = true
      return
    }
    var slot = Int(truncatingIfNeeded: hash >> shift)
    while slots[slot] != 0 {
      if slots[slot] == hash { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = hash
    count += 1
  }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    guard hash != 0 else { return hasZero }
    var slot = Int(truncatingIfNeeded: hash >> shift)
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  /// How many hashes both sets hold.
  func commonCount(with other: ShingleSet) -> Int {
    guard count <= other.count else { return other.commonCount(with: self) }
    var common = hasZero && other.hasZero ? 1 : 0
    for hash in slots where hash != 0 && other.contains(hash) { common += 1 }
    return common
  }
}
