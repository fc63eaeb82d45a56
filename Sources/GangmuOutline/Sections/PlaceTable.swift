/// Remembers a place for each of many numbers: an open-addressing hash table in one flat array.
///
/// An outline asks for every marker where its like stands. A dictionary hashes so that no page can make it slow, and takes
/// ten times as long; this one multiplies by a number drawn at the start, which no page knows either.
struct PlaceTable {
  private struct Entry {
    var key: UInt64 = 0
    var place = Self.none

    static let none = -1
  }

  private var entries: [Entry]
  private let shift: UInt64
  private let multiplier = Self.drawn

  /// Makes a table for so many keys at most.
  init(capacity: Int) {
    var bits = 3
    while 1 << bits < capacity * 2 { bits += 1 }
    entries = [Entry](repeating: Entry(), count: 1 << bits)
    shift = UInt64(64 - bits)
  }

  /// The slot of a key other than 0, which stays its own: the key is put there if it is new.
  mutating func slot(of key: UInt64) -> Int {
    let slot = find(key)
    entries[slot].key = key
    return slot
  }

  /// The place that is kept in a slot, or nil.
  subscript(slot: Int) -> Int? {
    get {
      let place = entries[slot].place
      return place == Entry.none ? nil : place
    }
    set { entries[slot].place = newValue ?? Entry.none }
  }

  /// The place that is kept for a key other than 0, or nil.
  func place(of key: UInt64) -> Int? { self[find(key)] }

  private func find(_ key: UInt64) -> Int {
    let mask = entries.count - 1
    var slot = Int(truncatingIfNeeded: (key &* multiplier) >> shift)
    while entries[slot].key != key, entries[slot].key != 0 { slot = (slot + 1) & mask }
    return slot
  }

  private static let drawn = UInt64.random(in: .min ... .max) | 1
}
