/// Finds the few zones of a text in which a conversion needs its dictionaries.
///
/// Everywhere else the text converts character by character, whatever its words are: of the phrases that stand in plan pages,
/// nine in ten convert as their characters do. A zone begins and ends where no phrase crosses, so it converts as it does in
/// the whole text.
package struct ConversionZones: Sendable {
  /// What characters outside of zones convert to, through all steps.
  let characters: EncodedCharacters
  private let phrases: PhraseIndex
  /// Where a phrase may begin that does not convert as its characters do, or one of a later step.
  private let filter: PhraseFilter
  /// For the beginnings of phrases of later steps how many characters they have at most, by the hash of their pair.
  private let reaches: CompiledArray<UInt8>

  /// The arrays of its table, before those of the map.
  package enum Part: Int {
    case filterPairs, filterBeginnings, reaches, characters
  }

  /// The number of reaches, as a power of two.
  package static let reachBits: UInt64 = 16

  private init?(_ name: CompiledTables.Name, phrases: PhraseIndex) {
    reaches = CompiledTables.embedded.array(name, Part.reaches.rawValue, of: UInt8.self)
    guard reaches.count > 0 else { return nil }
    filter = PhraseFilter(name, firstPart: Part.filterPairs.rawValue)
    characters = EncodedCharacters(CharacterMap(name, firstPart: Part.characters.rawValue))
    self.phrases = phrases
  }

  static let s2t = ConversionZones(.s2tZones, phrases: .stBest)
  static let s2tw = ConversionZones(.s2twZones, phrases: .stBest)
  static let s2twp = ConversionZones(.s2twpZones, phrases: .stBest)
  static let s2hk = ConversionZones(.s2hkZones, phrases: .stBest)
  static let s2hkp = ConversionZones(.s2hkpZones, phrases: .stBest)
  static let tw2s = ConversionZones(.tw2sZones, phrases: .tsPhrases)
  static let tw2sp = ConversionZones(.tw2spZones, phrases: .tsPhrases)
  static let hk2s = ConversionZones(.hk2sZones, phrases: .tsPhrases)
  static let hk2sp = ConversionZones(.hk2spZones, phrases: .tsPhrases)

  /// The zones of a conversion, or nil where it goes by its dictionaries all along.
  static func of(_ configuration: ConversionConfiguration) -> ConversionZones? {
    switch configuration {
    case .s2t: s2t
    case .s2tw: s2tw
    case .s2twp: s2twp
    case .s2hk: s2hk
    case .s2hkp: s2hkp
    case .tw2s: tw2s
    case .tw2sp: tw2sp
    case .hk2s: hk2s
    case .hk2sp: hk2sp
    case .t2s, .t2tw, .tw2t, .t2hk, .hk2t: nil
    }
  }

  /// What comes next in a piece of text.
  enum Next {
    /// A zone to convert by the dictionaries.
    case zone(Range<Int>)
    /// Nothing more; what stands before an offset can be converted by characters.
    case end(Int)
  }

  /// Puts the places where a zone may be called for into `places`, rising.
  @inline(__always)
  func findPlaces(_ text: UnsafePointer<UInt32>, limit: Int, into places: inout FlatBuffer<Int32>) {
    filter.findPlaces(text, limit: limit, into: &places)
  }

  /// The next zone at or behind `index`, where nothing crosses. `cursor` is the next of the places.
  func next(
    _ text: UnsafePointer<UInt32>, count: Int, isFinal: Bool, places: borrowing FlatBuffer<Int32>, cursor: inout Int,
    index: Int
  ) -> Next {
    // Phrases that begin before this offset are seen as a whole.
    let known = isFinal ? count : count - phrases.longest
    while cursor < places.count {
      let place = Int(places[cursor])
      guard place < known else { break }
      guard place >= index else {
        cursor += 1
        continue
      }
      let reach = reach(text + place)
      guard reach > 0 || hasDifference(text, at: place, count: count) else {
        cursor += 1
        continue
      }
      let start = cut(text, before: place, from: index, count: count)
      let end = zoneEnd(
        text, from: start, required: place + max(reach, 1), places: places, cursor: cursor, count: count)
      // A stretch that is cut by force may end before the place: then it comes up again.
      return end <= known || isFinal ? .zone(start..<end) : .end(start)
    }
    guard !isFinal else { return .end(count) }
    let end = cut(text, before: max(known, index), from: index, count: count)
    // No page has a chain of phrases as long as that; in a hostile text it would grow without end.
    guard known - end > Segmenter.longestStretch * 2 else { return .end(end) }
    return .zone(end..<end + Segmenter.longestStretch)
  }

  /// How many characters the longest phrase of a later step may have that begins here; 0 where none does.
  @inline(__always)
  private func reach(_ text: UnsafePointer<UInt32>) -> Int {
    let hash = PhraseFilter.hash(PhraseFilter.pair(text[0], text[1]))
    return Int(reaches[Int(truncatingIfNeeded: hash >> (64 - Self.reachBits))])
  }

  private func hasDifference(_ text: UnsafePointer<UInt32>, at place: Int, count: Int) -> Bool {
    let group = place + 2 <= count ? phrases.group(at: text + place) : -1
    guard group >= 0 else { return false }
    var differs = false
    phrases.forEachMatch(group: group, rest: text + place + 2, available: count - place - 2) { entry, _ in
      differs = differs || !phrases[entry].isCharacterwise
    }
    return differs
  }

  /// The last offset at or before `place`, and at or behind `lower`, which no phrase crosses.
  private func cut(_ text: UnsafePointer<UInt32>, before place: Int, from lower: Int, count: Int) -> Int {
    var cut = place
    var offset = place - 1
    while offset >= lower, offset > cut - phrases.longest {
      // Of two characters, or of more: the second question is answered no more often.
      if offset + 1 == cut ? phrases.mayStart(text + offset) : phrases.mayStartLonger(text + offset),
        offset + phraseLength(text, at: offset, count: count) > cut
      {
        cut = offset
      }
      offset -= 1
    }
    return cut
  }

  /// The first offset which no phrase crosses, and behind which no phrase of a later step goes on that begins before it.
  private func zoneEnd(
    _ text: UnsafePointer<UInt32>, from start: Int, required: Int, places: borrowing FlatBuffer<Int32>, cursor: Int,
    count: Int
  ) -> Int {
    var (offset, end, cursor) = (start, required, cursor)
    let limit = min(start + Segmenter.longestStretch, count)
    while offset < end, offset < limit {
      if phrases.mayStart(text + offset) { end = max(end, offset + phraseLength(text, at: offset, count: count)) }
      while cursor < places.count, Int(places[cursor]) <= offset {
        if Int(places[cursor]) == offset { end = max(end, offset + reach(text + offset)) }
        cursor += 1
      }
      offset += 1
    }
    return offset
  }

  /// The length of the longest phrase at an offset, or 0.
  @inline(__always)
  private func phraseLength(_ text: UnsafePointer<UInt32>, at offset: Int, count: Int) -> Int {
    guard offset + 2 <= count else { return 0 }
    let entry = phrases.longestMatch(text + offset, available: count - offset)
    return entry < 0 ? 0 : phrases[entry].count
  }
}
