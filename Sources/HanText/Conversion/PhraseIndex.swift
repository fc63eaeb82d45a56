/// The phrases of one or more dictionaries (keys of two scalars and more), found by their first two scalars.
///
/// They are sorted, so phrases that begin with the same two scalars stand side by side and the shorter before the longer. A
/// filter of bits says for most places in a text that no phrase begins there; a hash table leads from a pair of scalars to its
/// phrases.
package struct PhraseIndex: @unchecked Sendable {
  /// A phrase, in as few bytes as can be, since reading entries that no cache holds is half of the work of a segmentation.
  package struct Entry: BitwiseCopyable, Sendable {
    package let bits: UInt32

    /// Makes an entry; nil where the phrase is too long for it, or its tail stands too far back.
    package init?(
      tail: Int, count: Int, isLast: Bool, isCharacterwise: Bool, isSupplement: Bool, isName: Bool, isWord: Bool
    ) {
      guard count <= PhraseIndex.longestKey, let tail = UInt32(exactly: tail), tail < 1 << 22 else { return nil }
      bits =
        tail << 10 | (isName ? 0x200 : 0) | (isWord ? 0x100 : 0) | (isCharacterwise ? 0x80 : 0)
        | (isLast ? 0x40 : 0) | (isSupplement ? 0x20 : 0) | UInt32(count)
    }

    /// The number of scalars of the phrase.
    @inline(__always) var count: Int { Int(bits & 0x1F) }
    /// Whether the next entry begins with another pair.
    @inline(__always) fileprivate var isLast: Bool { bits & 0x40 != 0 }
    /// Whether its characters, converted one by one, give the same.
    @inline(__always) var isCharacterwise: Bool { bits & 0x80 != 0 }
    /// Whether it comes from the project's own supplement.
    @inline(__always) var isSupplement: Bool { bits & 0x20 != 0 }
    /// Whether it is a plain word, which matters only where phrases compete.
    @inline(__always) var isWord: Bool { bits & 0x100 != 0 }
    /// Whether it is a surname before a title, which a repair leaves as it is written.
    @inline(__always) var isName: Bool { bits & 0x200 != 0 }
    /// Whether it may be a reason to doubt what is written.
    @inline(__always) var raisesDoubt: Bool { bits & 0x300 == 0 }
    /// Where what follows its first two scalars stands.
    @inline(__always) fileprivate var tail: Int { Int(bits >> 10) }
  }

  /// The arrays of its table.
  package enum Part: Int {
    case header, slots, entries, values, tails, valueBytes, filterPairs, filterBeginnings, characters
  }

  private let entries: UnsafePointer<Entry>
  /// For each entry where its conversions begin in `bytes`: UTF-8, parted by spaces, ended by a line end.
  private let values: UnsafePointer<UInt32>
  private let bytes: UnsafePointer<UInt8>
  private let tails: UnsafePointer<UInt32>
  /// A pair of scalars and its first entry each, 0 where empty.
  private let slots: UnsafePointer<UInt64>
  private let filter: PhraseFilter
  private let slotShift: UInt64
  private let slotMask: Int
  /// The number of scalars of the longest phrase, at least 2.
  let longest: Int
  /// The single characters among the keys, rising, and where their conversions begin.
  private let characters: CompiledArray<(scalar: UInt32, value: UInt32)>

  /// A slot holds a pair of scalars in its upper bits and the number of an entry in so many lower ones.
  package static let entryBits: UInt64 = 22
  /// The most scalars that a phrase can have.
  package static let longestKey = 31
  /// The most scalars that a conversion can have.
  package static let longestValue = 255

  init(_ name: CompiledTables.Name) {
    let tables = CompiledTables.embedded
    longest = Int(tables.pointer(name, Part.header.rawValue, as: UInt32.self)[0])
    let slots = tables.part(name, Part.slots.rawValue, as: UInt64.self)
    slotShift = UInt64(64 - slots.count.trailingZeroBitCount)
    slotMask = slots.count - 1
    self.slots = tables.pointer(name, Part.slots.rawValue, as: UInt64.self)
    entries = tables.pointer(name, Part.entries.rawValue, as: Entry.self)
    values = tables.pointer(name, Part.values.rawValue, as: UInt32.self)
    tails = tables.pointer(name, Part.tails.rawValue, as: UInt32.self)
    bytes = tables.pointer(name, Part.valueBytes.rawValue, as: UInt8.self)
    filter = PhraseFilter(name, firstPart: Part.filterPairs.rawValue)
    characters = tables.array(name, Part.characters.rawValue, of: (scalar: UInt32, value: UInt32).self)
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

    init(start: Int32, group: Int32) {
      (self.start, self.group, longest, end) = (start, group, -1, 0)
    }

    init(start: Int, group: Int) {
      self.init(start: Int32(truncatingIfNeeded: start), group: Int32(truncatingIfNeeded: group))
    }
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
      found[kept] = Place(start: start, group: group)
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

  /// Whether a phrase may begin at a place of a text; false for certain, true for a guess.
  @inline(__always)
  func mayStart(_ text: UnsafePointer<UInt32>) -> Bool { filter.mayStart(text) }

  /// The same for a phrase of three characters or more.
  @inline(__always)
  func mayStartLonger(_ text: UnsafePointer<UInt32>) -> Bool { filter.mayStartLonger(text) }

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

  /// Whether a phrase of more scalars than given stands at the start of a text of `available` units without marks. What follows
  /// the first two scalars of the shorter ones is not looked up.
  @inline(__always)
  func hasMatch(_ text: UnsafePointer<UInt32>, available: Int, longerThan count: Int) -> Bool {
    guard available > count, available >= 2 else { return false }
    var index = group(at: text)
    guard index >= 0 else { return false }
    while true {
      let entry = entries[index]
      if entry.count > count, entry.count <= available {
        let (tail, rest, length) = (tails + entry.tail, text + 2, entry.count &- 2)
        var matched = 0
        while matched < length, tail[matched] == rest[matched] { matched += 1 }
        if matched == length { return true }
      }
      if entry.isLast { return false }
      index += 1
    }
  }

  /// Calls `body` with each conversion of a phrase that its dictionary lists, in UTF-8, the usual one first.
  @inline(__always)
  func forEachAlternative(_ entry: Int, _ body: (_ index: Int, _ form: UnsafeBufferPointer<UInt8>) -> Void) {
    var start = bytes + Int(values[entry])
    var index = 0
    while true {
      var count = 0
      while start[count] > 0x20 { count += 1 }
      body(index, UnsafeBufferPointer(start: start, count: count))
      guard start[count] == UInt8(ascii: " ") else { return }
      start += count + 1
      index += 1
    }
  }

  /// Calls `body` with each scalar of a phrase's conversion.
  @inline(__always)
  func forEachScalarOfValue(_ entry: Int, _ body: (UInt32) -> Void) {
    let value = bytes + Int(values[entry])
    var count = 0
    while value[count] > 0x20 { count += 1 }
    forEachScalar(UnsafeBufferPointer(start: value, count: count), body)
  }

  /// What a single character converts to, or nil where it is no key.
  func conversion(ofCharacter scalar: UInt32) -> [UInt32]? {
    guard let place = characters.place(of: scalar, by: { $0.scalar }) else { return nil }
    let value = bytes + Int(characters[place].value)
    var count = 0
    while value[count] > 0x20 { count += 1 }
    var scalars: [UInt32] = []
    forEachScalar(UnsafeBufferPointer(start: value, count: count)) { scalars.append($0) }
    return scalars
  }

  /// Whether a single character is a key.
  func hasCharacter(_ scalar: UInt32) -> Bool {
    characters.place(of: scalar, by: { $0.scalar }) != nil
  }
}
