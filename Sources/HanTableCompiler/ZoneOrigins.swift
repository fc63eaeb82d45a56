import HanText

/// What a step of a conversion may have made a text from: the inverse of its dictionaries.
struct ZoneOrigins {
  typealias Entry = Phrases.Entry

  private let characters: Characters
  /// What may become a character: by itself, or within a phrase that keeps its length.
  private var origins: [UInt32: Set<UInt32>] = [:]
  /// The phrases and characters that do not keep their length.
  let widening: [Entry]

  init(of dictionaries: [Phrases], characters: Characters) {
    self.characters = characters
    let entries = dictionaries.flatMap(\.entries)
    widening = entries.filter { $0.key.count != $0.values[0].count }
    for (scalar, image) in characters.images { origins[image, default: []].insert(scalar) }
    for entry in entries where entry.key.count == entry.values[0].count {
      for (scalar, image) in zip(entry.key, entry.values[0]) { origins[image, default: []].insert(scalar) }
    }
  }

  /// All that may become a stretch of text, where each character comes from one.
  func sources(of stretch: some Collection<UInt32>) -> [[UInt32]] {
    stretch.reduce([[]]) { sources, image in
      var known = origins[image] ?? []
      if characters[image] == image { known.insert(image) }
      return sources.flatMap { source in known.sorted().map { source + [$0] } }
    }
  }

  /// The beginnings of all that may become a phrase of the next step which begins before what a widening phrase became, and
  /// ends within it or behind; and how far that may go. A phrase that begins within it has its place there (`excess`).
  func wideningSources(of phrase: [UInt32]) -> [(beginning: [UInt32], reach: Int)] {
    widening.flatMap { entry in
      let value = entry.values[0]
      return (1..<max(phrase.count, 1)).filter { Self.agree(phrase[$0...], value[...]) }.flatMap { before in
        // Of more than three characters the first three are enough, and those of `entry` may be among them.
        let reach = before + entry.key.count + max(phrase.count - before - value.count, 0)
        return sources(of: phrase.prefix(min(before, 3))).map { (Array(($0 + entry.key).prefix(3)), reach) }
      }
    }
  }

  /// By how many characters a phrase may go on behind a text in which it begins, or which it holds.
  static func excess(of phrase: [UInt32], behind text: [UInt32]) -> Int {
    let within = text.indices.filter { agree(text[$0...], phrase[...]) }.map { phrase.count - (text.count - $0) }
    let around = phrase.indices.filter { agree(phrase[$0...], text[...]) }.map { phrase.count - $0 - text.count }
    return max((within + around).max() ?? 0, 0)
  }

  /// Whether two texts are the same as far as both go.
  private static func agree(_ one: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>) -> Bool {
    zip(one, other).allSatisfy { $0 == $1 }
  }
}
