import HanText

/// Where a conversion from Simplified needs its dictionaries, and what all other characters convert to.
struct Zones {
  private let phrases: Phrases
  private let first: Characters
  private let later: [Phrases]
  private let characters: Characters
  /// What may become a character in the first step: by itself, or within a phrase.
  private let origins: [UInt32: Set<UInt32>]

  /// `first` is the map of the first step, whose phrases are `phrases`; `second` that of the step behind it, if there is one,
  /// with the phrases `later`.
  init(_ phrases: Phrases, _ first: Characters, second: Characters? = nil, later: [Phrases] = []) {
    self.phrases = phrases
    self.first = first
    self.later = later
    characters = second.map { first.followed(by: $0) } ?? first
    var origins: [UInt32: Set<UInt32>] = [:]
    for (scalar, image) in first.images { origins[image, default: []].insert(scalar) }
    for entry in phrases.entries {
      for (scalar, image) in zip(entry.key, entry.values[0]) { origins[image, default: []].insert(scalar) }
    }
    self.origins = origins
  }

  /// Whether zones can be told: each phrase of the first step keeps its length, and no character widens.
  private var areKnown: Bool {
    phrases.entries.allSatisfy { $0.key.count == $0.values[0].count }
      && !characters.images.values.contains(HanUnit.widens)
  }

  /// Writes the form of `ConversionZones`, or nothing where zones cannot be told: then all text goes by the dictionaries.
  func write(_ name: CompiledTables.Name, to writer: inout TableWriter) {
    guard areKnown else { return }
    let differing = phrases.entries.filter { $0.key.count > 1 && !phrases.isCharacterwise($0) }.map(\.key)
    var reaches = [UInt8](repeating: 0, count: 1 << Int(ConversionZones.reachBits))
    var beginnings: Set<[UInt32]> = []
    for key in later.flatMap({ $0.entries.map(\.key) }) where key.count > 1 {
      for beginning in sources(of: key.prefix(3)) {
        beginnings.insert(beginning)
        let hash = PhraseFilter.hash(PhraseFilter.pair(beginning[0], beginning[1]))
        let place = Int(hash >> (64 - ConversionZones.reachBits))
        reaches[place] = max(reaches[place], UInt8(min(key.count, 255)))
      }
    }
    var filter = FilterBits(capacity: differing.count + beginnings.count)
    for key in differing + beginnings { filter.insert(key) }
    filter.write(name, firstPart: ConversionZones.Part.filterPairs.rawValue, to: &writer)
    writer.add(reaches, to: name, part: ConversionZones.Part.reaches.rawValue)
    characters.write(name, firstPart: ConversionZones.Part.characters.rawValue, to: &writer)
  }

  /// All that may become a beginning of a phrase.
  private func sources(of beginning: some Collection<UInt32>) -> [[UInt32]] {
    beginning.reduce([[]]) { sources, image in
      var known = origins[image] ?? []
      if first[image] == image { known.insert(image) }
      return sources.flatMap { source in known.sorted().map { source + [$0] } }
    }
  }
}
