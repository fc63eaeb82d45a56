import CHanTables

/// One step of a conversion: dictionaries that are asked in order at each place, the longest phrase of the first that has
/// one (OpenCC's `group` with `short_circuit`). Phrases do not cross the segments of the text.
struct ConversionStage: Sendable {
  private let dictionaries: [ConversionDictionary]
  private let characters: CharacterMap
  /// The pairs of characters that a phrase begins with.
  private let pairs: PairFilter
  /// The characters that convert to more than one.
  private let widening: BitPlane
  /// The number of scalars of the longest phrase.
  let longest: Int

  init(_ dictionaries: [ConversionDictionary], characters tables: [HanTable]) {
    self.dictionaries = dictionaries
    characters = CharacterMap(tables)
    longest = dictionaries.map(\.phrases.longest).max() ?? 1
    pairs = PairFilter(capacity: dictionaries.reduce(0) { $0 + $1.phrases.count })
    widening = BitPlane()
    for dictionary in dictionaries {
      dictionary.phrases.forEachPair(pairs.insert)
      for (character, value) in dictionary.characters where value.count > 1 { widening.insert(character) }
    }
  }

  static let toTaiwan = ConversionStage(
    [.twVariantsPhrases], characters: [han_table_tw_variants()])
  static let toTaiwanWithPhrases = ConversionStage(
    [.twPhrases, .twVariantsPhrases], characters: [han_table_tw_phrases(), han_table_tw_variants()])
  static let fromTaiwan = ConversionStage(
    [.twVariantsRevPhrases], characters: [han_table_tw_variants_rev()])
  static let fromTaiwanWithPhrases = ConversionStage(
    [.twPhrasesRev, .twVariantsRevPhrases], characters: [han_table_tw_phrases_rev(), han_table_tw_variants_rev()])
  static let toHongKong = ConversionStage(
    [.hkVariantsPhrases], characters: [han_table_hk_variants()])
  static let toHongKongWithPhrases = ConversionStage(
    [.hkPhrases, .hkVariantsPhrases], characters: [han_table_hk_phrases(), han_table_hk_variants()])
  static let fromHongKong = ConversionStage(
    [.hkVariantsRevPhrases], characters: [han_table_hk_variants_rev()])
  static let fromHongKongWithPhrases = ConversionStage(
    [.hkPhrasesRev, .hkVariantsRevPhrases], characters: [han_table_hk_phrases_rev(), han_table_hk_variants_rev()])
  static let toSimplified = ConversionStage([.tsPhrases], characters: [han_table_ts_characters()])

  /// Converts the units of `input` up to where a phrase might go on beyond its end, or all where nothing follows, and
  /// returns how many were converted.
  func convert(_ input: borrowing UnitRun, isFinal: Bool, into output: inout UnitRun) -> Int {
    let units = input.units.base
    let count = input.units.count
    let limit = isFinal ? count : count - longest + 1
    let followsOrigins = output.followsOrigins
    output.reserve(count)
    var index = 0
    while index < limit {
      let unit = units[index]
      let scalar = HanUnit.bare(unit)
      let mark = unit & HanUnit.segmentStart
      if widening.contains(scalar) || (index + 1 < count && pairs.mayContain(scalar, units[index + 1])),
        let length = convertPhrase(input, at: index, mark: mark, into: &output)
      {
        index += length
        output.reserve(count - index)
      } else {
        output.units.append(characters[scalar] | mark)
        if followsOrigins { output.appendOrigin(input.origins[index]) }
        index += 1
      }
    }
    return index
  }

  /// Converts the phrase at `index`, or returns nil where there is none and the character maps to one other at most.
  @inline(never)
  private func convertPhrase(_ input: borrowing UnitRun, at index: Int, mark: UInt32, into output: inout UnitRun) -> Int? {
    let text = input.units.base + index
    for dictionary in dictionaries {
      let entry = dictionary.phrases.longestMatch(text, available: input.units.count - index)
      if entry >= 0 {
        let count = dictionary.phrases[entry].count
        output.append(valueOf: entry, in: dictionary.phrases, mark: mark, for: index..<index + count, of: input)
        return count
      }
      if let value = dictionary.characters[HanUnit.bare(text[0])] {
        guard value.count > 1 else { return nil }
        output.append(value, mark: mark, for: index..<index + 1, of: input)
        return 1
      }
    }
    return nil
  }
}
