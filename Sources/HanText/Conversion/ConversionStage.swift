/// One step of a conversion: dictionaries that are asked in order at each place, the longest phrase of the first that has
/// one (OpenCC's `group` with `short_circuit`). Phrases do not cross the segments of the text.
struct ConversionStage: Sendable {
  /// The region's vocabulary, which is asked first, where it takes part. No array of dictionaries: a stage is at work in each
  /// zone of a text, and counting references cost more than the look-up.
  private let vocabulary: PhraseIndex?
  private let phrases: PhraseIndex
  private let characters: CharacterMap
  /// Where no phrase of any dictionary begins.
  private let filter: PhraseFilter
  /// The number of scalars of the longest phrase.
  let longest: Int

  private init(
    vocabulary: PhraseIndex? = nil, _ phrases: PhraseIndex, characters: CharacterMap, filter: CompiledTables.Name
  ) {
    self.vocabulary = vocabulary
    self.phrases = phrases
    self.characters = characters
    self.filter = PhraseFilter(filter, firstPart: 0)
    longest = max(vocabulary?.longest ?? 1, phrases.longest)
  }

  static let toTaiwan = ConversionStage(.twVariantsPhrases, characters: .twVariants, filter: .toTaiwan)
  static let toTaiwanWithPhrases = ConversionStage(
    vocabulary: .twPhrases, .twVariantsPhrases, characters: .twWithPhrases, filter: .toTaiwanWithPhrases)
  static let fromTaiwan = ConversionStage(.twVariantsRevPhrases, characters: .twVariantsRev, filter: .fromTaiwan)
  static let fromTaiwanWithPhrases = ConversionStage(
    vocabulary: .twPhrasesRev, .twVariantsRevPhrases, characters: .twWithPhrasesRev, filter: .fromTaiwanWithPhrases)
  static let toHongKong = ConversionStage(.hkVariantsPhrases, characters: .hkVariants, filter: .toHongKong)
  static let toHongKongWithPhrases = ConversionStage(
    vocabulary: .hkPhrases, .hkVariantsPhrases, characters: .hkWithPhrases, filter: .toHongKongWithPhrases)
  static let fromHongKong = ConversionStage(.hkVariantsRevPhrases, characters: .hkVariantsRev, filter: .fromHongKong)
  static let fromHongKongWithPhrases = ConversionStage(
    vocabulary: .hkPhrasesRev, .hkVariantsRevPhrases, characters: .hkWithPhrasesRev, filter: .fromHongKongWithPhrases)
  static let toSimplified = ConversionStage(.tsPhrases, characters: .tsCharacters, filter: .toSimplified)

  /// Converts the units of `input` up to where a phrase might go on beyond its end, or all where nothing follows, and
  /// returns how many were converted. `places` is memory to work in.
  func convert(
    _ input: borrowing UnitRun, isFinal: Bool, places: inout FlatBuffer<Int32>, into output: inout UnitRun
  ) -> Int {
    let units = input.units.sealed
    let limit = isFinal ? input.units.count : input.units.count - longest + 1
    filter.findPlaces(units, limit: limit, into: &places)
    var index = 0
    for cursor in 0...places.count {
      let place = cursor < places.count ? Int(places[cursor]) : limit
      // A place may lie within the phrase before it.
      guard place >= index else { continue }
      copy(index..<place, of: input, into: &output)
      index = place
      if place < limit, let length = convertPhrase(input, at: place, into: &output) { index += length }
    }
    return max(index, 0)
  }

  /// Converts characters outside of phrases.
  @inline(__always)
  private func copy(_ span: Range<Int>, of input: borrowing UnitRun, into output: inout UnitRun) {
    output.reserve(span.count)
    let source = input.units.base
    let target = output.units.base + output.units.count - span.lowerBound
    var seen: UInt32 = 0
    for index in span {
      let unit = source[index]
      let converted = characters[HanUnit.bare(unit)]
      target[index] = converted | unit & HanUnit.segmentStart
      seen |= converted
    }
    guard seen & HanUnit.widens == 0 else { return copyOneByOne(span, of: input, into: &output) }
    output.units.setCount(output.units.count + span.count)
    if output.followsOrigins { for index in span { output.appendOrigin(input.origins[index]) } }
  }

  /// Converts characters of which some convert to more than one (埠 to 端口).
  @inline(never)
  private func copyOneByOne(_ span: Range<Int>, of input: borrowing UnitRun, into output: inout UnitRun) {
    for index in span {
      let unit = input.units[index]
      let scalar = HanUnit.bare(unit)
      let value = vocabulary?.conversion(ofCharacter: scalar) ?? phrases.conversion(ofCharacter: scalar)
      output.append(
        value ?? [characters[scalar]], mark: unit & HanUnit.segmentStart, for: index..<index + 1, of: input)
    }
  }

  /// Converts the phrase at `index`, or returns nil where there is none and the character maps to one other at most.
  @inline(never)
  private func convertPhrase(_ input: borrowing UnitRun, at index: Int, into output: inout UnitRun) -> Int? {
    if let vocabulary {
      let length = convertPhrase(of: vocabulary, input, at: index, into: &output)
      guard length == nil else { return length }
      guard !vocabulary.hasCharacter(HanUnit.bare(input.units[index])) else { return nil }
    }
    return convertPhrase(of: phrases, input, at: index, into: &output)
  }

  @inline(__always)
  private func convertPhrase(
    of dictionary: PhraseIndex, _ input: borrowing UnitRun, at index: Int, into output: inout UnitRun
  ) -> Int? {
    let text = UnsafePointer(input.units.base) + index
    let entry = dictionary.longestMatch(text, available: input.units.count - index)
    guard entry >= 0 else { return nil }
    let count = dictionary[entry].count
    let mark = text[0] & HanUnit.segmentStart
    output.append(valueOf: entry, in: dictionary, mark: mark, for: index..<index + count, of: input)
    return count
  }
}
