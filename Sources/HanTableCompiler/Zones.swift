import HanText

/// Where a conversion of several steps needs its dictionaries, and what all other characters convert to.
struct Zones {
  /// The phrases that cut the text, which decide where a zone may end.
  private let phrases: Phrases
  /// What converts all characters outside of zones, through all steps.
  private let characters: Characters
  private var beginnings = ZoneBeginnings()
  /// Whether zones can be told.
  private let areKnown: Bool

  /// For conversions from Simplified. `first` is the map of the first step, whose phrases are `phrases`; `second` that of the
  /// step behind it, if there is one, with the phrases `later`.
  init(_ phrases: Phrases, _ first: Characters, second: Characters? = nil, later: [Phrases] = []) {
    self.phrases = phrases
    characters = second.map { first.followed(by: $0) } ?? first
    // Each phrase of the first step keeps its length, and no character widens.
    areKnown =
      phrases.entries.allSatisfy { $0.key.count == $0.values[0].count }
      && !characters.images.values.contains(HanUnit.widens)
    guard areKnown else { return }
    for entry in phrases.entries where entry.key.count > 1 && !phrases.isCharacterwise(entry) {
      beginnings.insert(entry.key)
    }
    let step = ZoneOrigins(of: [phrases], characters: first)
    for entry in later.flatMap(\.entries) where entry.key.count > 1 { beginnings.insert(entry.key, before: step) }
  }

  /// For conversions from a region's Traditional: a step to the Traditional standard, with the map `standard` and the phrases
  /// `regional`, and one to Simplified, with the map `simplified` and `phrases`, which cut the text before both.
  init(from regional: [Phrases], _ standard: Characters, then phrases: Phrases, _ simplified: Characters) {
    self.phrases = phrases
    characters = standard.followed(by: simplified)
    let step = ZoneOrigins(of: regional, characters: standard)
    // A character that widens is no zone, so nothing may begin within what it becomes.
    areKnown = step.widening.allSatisfy { entry in
      entry.key.count > 1 || phrases.entries.allSatisfy { ZoneOrigins.excess(of: $0.key, behind: entry.values[0]) == 0 }
    }
    guard areKnown else { return }
    for entry in regional.flatMap(\.entries) where entry.key.count > 1 {
      let excess = phrases.entries.map { ZoneOrigins.excess(of: $0.key, behind: entry.values[0]) }.max() ?? 0
      beginnings.insert(entry.key, reach: entry.key.count + excess)
    }
    for entry in phrases.entries where entry.key.count > 1 { beginnings.insert(entry.key, before: step) }
  }

  /// Writes the form of `ConversionZones`, or nothing where zones cannot be told: then all text goes by the dictionaries.
  func write(_ name: CompiledTables.Name, to writer: inout TableWriter) {
    guard areKnown else { return }
    beginnings.write(name, to: &writer)
    characters.write(name, firstPart: ConversionZones.Part.characters.rawValue, to: &writer)
  }
}

/// The first characters of all that calls for a zone, and how far it may go.
private struct ZoneBeginnings {
  private var keys: Set<[UInt32]> = []
  private var reaches = [UInt8](repeating: 0, count: 1 << Int(ConversionZones.reachBits))

  /// Takes a phrase of the step that cuts the text, whose length the dictionary tells.
  mutating func insert(_ key: [UInt32]) {
    keys.insert(Array(key.prefix(3)))
  }

  /// Takes a phrase that converts in a later step, or what may become one. A reach is the sum of three lengths of phrases at
  /// the most, which a byte can say (`PhraseIndex.longestKey`).
  mutating func insert(_ key: [UInt32], reach: Int) {
    insert(key)
    let hash = PhraseFilter.hash(PhraseFilter.pair(key[0], key[1]))
    let place = Int(hash >> (64 - ConversionZones.reachBits))
    reaches[place] = max(reaches[place], UInt8(reach))
  }

  /// Takes all that may become a phrase in the step before.
  mutating func insert(_ key: [UInt32], before step: ZoneOrigins) {
    for beginning in step.sources(of: key.prefix(3)) { insert(beginning, reach: key.count) }
    for source in step.wideningSources(of: key) { insert(source.beginning, reach: source.reach) }
  }

  func write(_ name: CompiledTables.Name, to writer: inout TableWriter) {
    var filter = FilterBits(capacity: keys.count)
    for key in keys { filter.insert(key) }
    filter.write(name, firstPart: ConversionZones.Part.filterPairs.rawValue, to: &writer)
    writer.add(reaches, to: name, part: ConversionZones.Part.reaches.rawValue)
  }
}
