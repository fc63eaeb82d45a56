/// Phrases in the order of their units, those that are alike in the order in which they were given.
struct SortedPhrases {
  private struct Entry {
    /// The first four units, of which 0 are missing.
    var key: UInt64
    var start: Int32
    var length: Int32
    var index: Int32
  }

  private var units: [FoldUnit] = []
  private var entries: [Entry] = []

  init(_ phrases: [String], isReversed: Bool) {
    let fold = FoldTable.shared
    units.reserveCapacity(phrases.count * 4)
    entries.reserveCapacity(phrases.count)
    for phrase in phrases {
      let start = units.count
      if isReversed {
        for scalar in phrase.unicodeScalars.reversed() { units.append(fold.fold(scalar)) }
      } else {
        for scalar in phrase.unicodeScalars { units.append(fold.fold(scalar)) }
      }
      var key: UInt64 = 0
      for place in start..<start + 4 { key = key << 16 | (place < units.count ? UInt64(units[place].rawValue) : 0) }
      entries.append(
        Entry(
          key: key, start: Int32(truncatingIfNeeded: start), length: Int32(truncatingIfNeeded: units.count - start),
          index: Int32(truncatingIfNeeded: entries.count)))
    }
    entries.sort { [units] in Self.isBefore($0, $1, in: units) }
  }

  private static func isBefore(_ left: Entry, _ right: Entry, in units: [FoldUnit]) -> Bool {
    if left.key != right.key { return left.key < right.key }
    for place in 4..<max(4, Int(min(left.length, right.length))) {
      let (one, other) = (units[Int(left.start) + place], units[Int(right.start) + place])
      if one != other { return one < other }
    }
    return left.length != right.length ? left.length < right.length : left.index < right.index
  }

  var count: Int { entries.count }
  var unitCount: Int { units.count }
  func length(_ place: Int) -> Int { Int(entries[place].length) }
  func index(_ place: Int) -> Int32 { entries[place].index }
  func unit(_ place: Int, _ depth: Int) -> FoldUnit { units[Int(entries[place].start) + depth] }
}
