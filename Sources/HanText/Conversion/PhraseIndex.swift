import CHanTables

/// The phrases of one or more dictionaries (keys of two scalars and more), found by their first two scalars.
///
/// The tables are sorted, so phrases that begin with the same two scalars stand side by side and the shorter before the
/// longer. A filter of bits says for most places in a text that no phrase begins there; a hash table leads from a pair of
/// scalars to its phrases. Built in one pass over the text tables in about two milliseconds for 50,000 phrases. Lives as
/// long as the process, as the tables do.
struct PhraseIndex: @unchecked Sendable {
  /// A phrase, in as few bytes as can be, since reading entries that no cache holds is half of the work of a segmentation.
  struct Entry: BitwiseCopyable, Sendable {
    private let bits: UInt32

    fileprivate init(tail: Int, count: Int, isLast: Bool, isCharacterwise: Bool, isSupplement: Bool) {
      bits =
        UInt32(truncatingIfNeeded: tail) << 8 | (isCharacterwise ? 0x80 : 0) | (isLast ? 0x40 : 0)
        | (isSupplement ? 0x20 : 0) | UInt32(truncatingIfNeeded: count & 0x1F)
    }

    /// The number of scalars of the phrase.
    @inline(__always) var count: Int { Int(bits & 0x1F) }
    /// Whether the next entry begins with another pair.
    @inline(__always) fileprivate var isLast: Bool { bits & 0x40 != 0 }
    /// Whether its characters, converted one by one, give the same.
    @inline(__always) var isCharacterwise: Bool { bits & 0x80 != 0 }
    /// Whether it comes from the project's own supplement.
    @inline(__always) var isSupplement: Bool { bits & 0x20 != 0 }
    /// Where what follows its first two scalars stands.
    @inline(__always) fileprivate var tail: Int { Int(bits >> 8) }

    fileprivate var endingGroup: Entry {
      Entry(tail: tail, count: count, isLast: true, isCharacterwise: isCharacterwise, isSupplement: isSupplement)
    }
  }

  private let entries: UnsafeMutablePointer<Entry>
  /// For each entry its conversion in UTF-8, ended by a space, a tab or a line end.
  private let values: UnsafeMutablePointer<UnsafePointer<UInt8>>
  private let tails: UnsafeMutablePointer<UInt32>
  private let slots: UnsafeMutablePointer<UInt64>
  /// Where no phrase begins; the stages of a conversion join those of several dictionaries.
  private let filter: PhraseFilter
  private let slotShift: UInt64
  private let slotMask: Int
  /// The number of phrases.
  let count: Int
  /// The number of scalars of the longest phrase, at least 2.
  let longest: Int

  private static let entryBits: UInt64 = 22

  /// Reads the tables. Where a key stands in several, the first table counts; of several, it is the supplement. `characters` is what characters outside of
  /// phrases convert by.
  init(_ tables: [HanTable], characters: CharacterMap) {
    let bytes = tables.reduce(0) { $0 + $1.count }
    // A line of two three-byte scalars, a tab, as much again and a line end is the shortest but for a few in ASCII.
    var entries = FlatBuffer<Entry>(capacity: bytes / 14 + 16)
    var values = FlatBuffer<UnsafePointer<UInt8>>(capacity: bytes / 14 + 16)
    var tails = FlatBuffer<UInt32>(capacity: bytes / 10 + 16)
    var pairs = FlatBuffer<UInt64>(capacity: bytes / 20 + 16)
    filter = PhraseFilter(capacity: bytes / 20)
    var longest = 2
    var last: UInt64 = 0
    var scalars = FlatBuffer<UInt32>(capacity: 64)
    var sources = tables.map(DictionaryLines.init)
    while let next = Self.first(of: &sources) {
      scalars.removeAll()
      scalars.reserve(next.key.count)
      forEachScalar(next.bytes, next.key) { scalars.append($0) }
      guard scalars.count >= 2 else { continue }
      let pair = PhraseFilter.pair(scalars[0], scalars[1])
      filter.insert(scalars[0], scalars[1], scalars.count > 2 ? scalars[2] : nil)
      entries.reserve(1)
      if pair != last {
        if entries.count > 0 { entries.base[entries.count - 1] = entries[entries.count - 1].endingGroup }
        pairs.reserve(1)
        pairs.append(pair << Self.entryBits | UInt64(entries.count))
        last = pair
      }
      entries.append(
        Entry(
          tail: tails.count, count: scalars.count, isLast: false,
          isCharacterwise: Self.isCharacterwise(scalars, next, characters),
          isSupplement: tables.count > 1 && next.bytes == tables[0].bytes))
      values.reserve(1)
      values.append(next.bytes + next.value.lowerBound)
      tails.reserve(scalars.count)
      for index in 2..<max(scalars.count, 2) { tails.append(scalars[index]) }
      longest = max(longest, scalars.count)
    }
    if entries.count > 0 { entries.base[entries.count - 1] = entries[entries.count - 1].endingGroup }

    count = entries.count
    self.longest = longest
    self.entries = .allocate(capacity: max(entries.count, 1))
    self.entries.update(from: entries.base, count: entries.count)
    self.values = .allocate(capacity: max(values.count, 1))
    self.values.update(from: values.base, count: values.count)
    self.tails = .allocate(capacity: max(tails.count, 1))
    self.tails.update(from: tails.base, count: tails.count)

    var slotBits: UInt64 = 4
    while 1 << slotBits < pairs.count * 3 / 2 { slotBits += 1 }
    slotShift = 64 - slotBits
    slotMask = 1 << Int(slotBits) - 1
    slots = .allocate(capacity: 1 << Int(slotBits))
    slots.initialize(repeating: 0, count: 1 << Int(slotBits))
    for index in 0..<pairs.count {
      let pair = pairs[index] >> Self.entryBits
      var slot = Int(truncatingIfNeeded: PhraseFilter.hash(pair) >> slotShift)
      while slots[slot] != 0 { slot = (slot + 1) & slotMask }
      slots[slot] = pairs[index]
    }
  }

  private static func isCharacterwise(
    _ key: borrowing FlatBuffer<UInt32>, _ entry: DictionaryLines, _ characters: CharacterMap
  ) -> Bool {
    var index = 0
    var isSame = true
    forEachScalar(entry.bytes, entry.value) { scalar in
      isSame = isSame && index < key.count && characters[key[index]] == scalar
      index += 1
    }
    return isSame && index == key.count
  }

  /// The entry of smallest key among the tables, having advanced all that hold this key.
  private static func first(of sources: inout [DictionaryLines]) -> DictionaryLines? {
    var least: Int?
    for index in sources.indices where sources[index].hasEntry {
      guard let known = least else {
        least = index
        continue
      }
      let order = sources[index].order(sources[known])
      if order.isEqual { sources[index].advance() } else if order.isBefore { least = index }
    }
    guard let least else { return nil }
    let entry = sources[least]
    sources[least].advance()
    return entry
  }

  /// A place of a text where phrases begin.
  struct Place: BitwiseCopyable, Sendable {
    /// The offset of its first unit.
    var start: Int32
    /// The first phrase that begins with the two scalars there.
    var group: Int32
    /// The longest phrase there.
    var longest: Int32
    /// The offset after the longest phrase.
    var end: Int32
  }

  /// Puts the places below `limit` where phrases begin into `places`, rising; `guesses` is memory to work in. Two units behind
  /// the end of the text must be readable and zero (`FlatBuffer.sealed`).
  ///
  /// Three loops, each without branches that depend on the text or with as few as can be, so that the processor fetches for
  /// several places at once what the caches do not hold.
  @inline(__always)
  func findPlaces(
    _ text: UnsafePointer<UInt32>, count: Int, limit: Int, guesses: inout FlatBuffer<Int32>,
    into places: inout FlatBuffer<Place>
  ) {
    filter.findPlaces(text, limit: limit, into: &guesses)
    places.removeAll()
    places.reserve(guesses.count)
    let found = places.base
    var kept = 0
    for index in 0..<guesses.count {
      let start = guesses[index]
      let group = Int32(truncatingIfNeeded: group(at: text + Int(start)))
      found[kept] = Place(start: start, group: group, longest: -1, end: 0)
      kept &+= group >= 0 ? 1 : 0
    }
    let groups = kept
    kept = 0
    for index in 0..<groups {
      var place = found[index]
      let start = Int(place.start)
      let entry = longestMatch(group: Int(place.group), rest: text + start + 2, available: count - start - 2)
      place.longest = Int32(truncatingIfNeeded: entry)
      place.end = place.start + (entry >= 0 ? Int32(truncatingIfNeeded: entries[entry].count) : 0)
      found[kept] = place
      kept &+= entry >= 0 ? 1 : 0
    }
    places.setCount(kept)
  }

  /// The first of the phrases that begin with the two scalars at a place of a text, or -1.
  @inline(__always)
  func group(at text: UnsafePointer<UInt32>) -> Int {
    let pair = PhraseFilter.pair(HanUnit.bare(text[0]), text[1])
    var slot = Int(truncatingIfNeeded: PhraseFilter.hash(pair) &>> slotShift)
    while slots[slot] != 0 {
      if slots[slot] >> Self.entryBits == pair { return Int(slots[slot] & (1 << Self.entryBits - 1)) }
      slot = (slot &+ 1) & slotMask
    }
    return -1
  }

  @inline(__always)
  subscript(entry: Int) -> Entry { entries[entry] }

  /// Calls `body` with each phrase of a group that stands in a text whose second scalar's successor is at `rest` and whose
  /// end is `end`: the shorter before the longer.
  @inline(__always)
  func forEachMatch(
    group: Int, rest: UnsafePointer<UInt32>, available: Int, _ body: (_ entry: Int, _ count: Int) -> Void
  ) {
    var index = group
    while true {
      let entry = entries[index]
      let length = entry.count &- 2
      if length <= available {
        let tail = tails + entry.tail
        var matched = 0
        while matched < length, tail[matched] == rest[matched] { matched += 1 }
        if matched == length { body(index, length &+ 2) }
      }
      if entry.isLast { return }
      index += 1
    }
  }

  /// Whether a phrase may begin at one of these places of a text; false for certain, true for a guess.
  @inline(__always)
  func mayStart(_ text: UnsafePointer<UInt32>, _ places: Range<Int>) -> Bool {
    for place in places where filter.mayStart(text + place) { return true }
    return false
  }

  /// The longest phrase of a group that stands in a text, or -1.
  @inline(__always)
  func longestMatch(group: Int, rest: UnsafePointer<UInt32>, available: Int) -> Int {
    var best = -1
    forEachMatch(group: group, rest: rest, available: available) { entry, _ in best = entry }
    return best
  }

  /// The longest phrase at the start of a text of `available` units, or -1.
  @inline(__always)
  func longestMatch(_ text: UnsafePointer<UInt32>, available: Int) -> Int {
    // A mark on the second unit is the start of another segment.
    guard available >= 2, text[1] & HanUnit.segmentStart == 0 else { return -1 }
    let group = group(at: text)
    return group < 0 ? -1 : longestMatch(group: group, rest: text + 2, available: available - 2)
  }

  /// Calls `body` with the first two scalars of each phrase, and the third where it has one.
  func forEachBeginning(_ body: (_ first: UInt32, _ second: UInt32, _ third: UInt32?) -> Void) {
    for slot in 0...slotMask where slots[slot] != 0 {
      let pair = slots[slot] >> Self.entryBits
      var entry = Int(slots[slot] & (1 << Self.entryBits - 1))
      while true {
        let third = entries[entry].count > 2 ? tails[entries[entry].tail] : nil
        body(UInt32(truncatingIfNeeded: pair >> 21), UInt32(truncatingIfNeeded: pair & 0x1F_FFFF), third)
        if entries[entry].isLast { break }
        entry += 1
      }
    }
  }

  /// Calls `body` with each phrase and its scalars.
  func forEachPhrase(_ body: (_ entry: Int, _ key: [UInt32]) -> Void) {
    var key: [UInt32] = []
    for slot in 0...slotMask where slots[slot] != 0 {
      let pair = slots[slot] >> Self.entryBits
      var entry = Int(slots[slot] & (1 << Self.entryBits - 1))
      while true {
        key.removeAll(keepingCapacity: true)
        key.append(UInt32(truncatingIfNeeded: pair >> 21))
        key.append(UInt32(truncatingIfNeeded: pair & 0x1F_FFFF))
        let tail = tails + entries[entry].tail
        for index in 0..<max(entries[entry].count - 2, 0) { key.append(tail[index]) }
        body(entry, key)
        if entries[entry].isLast { break }
        entry += 1
      }
    }
  }

  /// The conversions of a phrase that its dictionary lists, the usual one first.
  func alternatives(_ entry: Int) -> [[UInt32]] {
    var alternatives: [[UInt32]] = []
    var start = values[entry]
    while true {
      var count = 0
      while start[count] > 0x20 { count += 1 }
      var scalars: [UInt32] = []
      forEachScalar(start, 0..<count) { scalars.append($0) }
      alternatives.append(scalars)
      guard start[count] == UInt8(ascii: " ") else { return alternatives }
      start += count + 1
    }
  }

  /// Calls `body` with each scalar of a phrase's conversion.
  @inline(__always)
  func forEachScalarOfValue(_ entry: Int, _ body: (UInt32) -> Void) {
    let value = values[entry]
    var count = 0
    while value[count] > 0x20 { count += 1 }
    forEachScalar(value, 0..<count, body)
  }

  /// The most scalars that a conversion can have: none is longer than its bytes.
  static let longestValue = 255
}
