import HanText

/// The phrases of one or more dictionaries while they are compiled.
struct Phrases {
  /// A phrase, or a single character that is a key.
  struct Entry {
    var key: [UInt32]
    var values: [[UInt32]]
    var isSupplement = false
    var isName = false
    var isWord = false
  }

  private(set) var entries: [Entry]
  private let characters: Characters

  /// `characters` is what characters outside of phrases convert by.
  init(_ tables: [SourceTable], characters: Characters) {
    entries = SourceTable.merging(tables).map { Entry(key: $0.entry.key, values: $0.entry.values) }
    self.characters = characters
  }

  /// OpenCC's phrases with the project's supplement and names before them and its plain words behind.
  init(
    supplement: SourceTable, names: SourceTable, phrases: SourceTable, words: SourceTable, characters: Characters
  ) {
    entries = SourceTable.merging([supplement, names, phrases, words]).map {
      Entry(
        key: $0.entry.key, values: $0.entry.values, isSupplement: $0.table != 2, isName: $0.table == 1,
        isWord: $0.table == 3)
    }
    self.characters = characters
  }

  /// Whether the characters of a phrase, converted one by one, give the same.
  func isCharacterwise(_ entry: Entry) -> Bool {
    entry.key.map { characters[$0] } == entry.values[0]
  }

  /// Writes the phrases in the form of `PhraseIndex`.
  func write(_ name: CompiledTables.Name, to writer: inout TableWriter) throws(TableFailure) {
    let phrases = entries.filter { $0.key.count > 1 }
    guard phrases.count <= 1 << PhraseIndex.entryBits else {
      throw TableFailure(description: "\(name): \(phrases.count) phrases are more than its slots can number")
    }
    for value in entries.lazy.flatMap(\.values) where value.count > PhraseIndex.longestValue {
      throw TableFailure(description: "\(name): a conversion is too long: \(SourceTable.text(value))")
    }
    var packed: [UInt32] = []
    var groups: [(pair: UInt64, entry: Int)] = []
    var (tails, values, bytes): ([UInt32], [UInt32], [UInt8]) = ([], [], [])
    func appendValues(_ entry: Entry) -> UInt32 {
      defer { bytes += Self.utf8(entry.values) }
      return UInt32(bytes.count)
    }
    for (index, entry) in phrases.enumerated() {
      let pair = PhraseFilter.pair(entry.key[0], entry.key[1])
      if groups.last?.pair != pair { groups.append((pair, index)) }
      let isLast = index + 1 == phrases.count || phrases[index + 1].key.prefix(2) != entry.key.prefix(2)
      guard
        let written = PhraseIndex.Entry(
          tail: tails.count, count: entry.key.count, isLast: isLast, isCharacterwise: isCharacterwise(entry),
          isSupplement: entry.isSupplement, isName: entry.isName, isWord: entry.isWord)
      else { throw TableFailure(description: "\(name): no room for the phrase \(SourceTable.text(entry.key))") }
      packed.append(written.bits)
      tails += entry.key.dropFirst(2)
      values.append(appendValues(entry))
    }
    let singles = entries.filter { $0.key.count == 1 }.flatMap { [$0.key[0], appendValues($0)] }
    var slots = [UInt64](repeating: 0, count: Self.powerOfTwo(atLeast: max(groups.count * 4 / 3, 16)))
    let shift = UInt64(64 - slots.count.trailingZeroBitCount)
    for group in groups {
      var slot = Int(PhraseFilter.hash(group.pair) >> shift)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = group.pair << PhraseIndex.entryBits | UInt64(group.entry)
    }
    var filter = FilterBits(capacity: phrases.count)
    for entry in phrases { filter.insert(entry.key) }
    func add(_ elements: [some FixedWidthInteger], _ part: PhraseIndex.Part) {
      writer.add(elements, to: name, part: part.rawValue)
    }
    add([UInt32(phrases.map(\.key.count).max() ?? 2)], .header)
    add(slots, .slots)
    add(packed, .entries)
    add(values, .values)
    add(tails.isEmpty ? [0] : tails, .tails)
    add(bytes, .valueBytes)
    add(singles, .characters)
    filter.write(name, firstPart: PhraseIndex.Part.filterPairs.rawValue, to: &writer)
  }

  /// Conversions parted by spaces, ended by a line end. A space within one is written as a no-break space would be: it has none.
  private static func utf8(_ values: [[UInt32]]) -> [UInt8] {
    Array((values.map(SourceTable.text).joined(separator: " ") + "\n").utf8)
  }

  static func powerOfTwo(atLeast count: Int) -> Int {
    var power = 1
    while power < count { power *= 2 }
    return power
  }
}
