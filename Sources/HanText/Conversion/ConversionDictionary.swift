import CHanTables

/// One of OpenCC's dictionaries: phrases, single characters, or both.
struct ConversionDictionary: Sendable {
  /// Its phrases of two scalars and more.
  let phrases: PhraseIndex
  /// Its single characters.
  let characters: [UInt32: [UInt32]]
  /// The keys of `characters`.
  let hasCharacter = BitPlane()

  init(_ tables: [HanTable], over map: CharacterMap = .identity) {
    phrases = PhraseIndex(tables, characters: map)
    var characters: [UInt32: [UInt32]] = [:]
    for table in tables.reversed() { CharacterMap.forEachCharacter(of: table) { characters[$0] = $1 } }
    self.characters = characters
    for character in characters.keys { hasCharacter.insert(character) }
  }

  static let stPhrases = PhraseIndex([han_table_st_phrases()], characters: stCharacters)
  static let stPhrasesWithSupplement = PhraseIndex(
    [han_table_st_supplement(), han_table_st_phrases()], characters: stCharacters)
  static let stWords = PhraseIndex([han_table_st_words()], characters: stCharacters)
  static let stCharacters = CharacterMap([han_table_st_characters()])

  static let tsPhrases = ConversionDictionary([han_table_ts_phrases()], over: tsCharacters)
  static let tsCharacters = CharacterMap([han_table_ts_characters()])

  static let twPhrases = ConversionDictionary([han_table_tw_phrases()])
  static let twVariantsPhrases = ConversionDictionary([han_table_tw_variants_phrases()], over: twVariantsCharacters)
  static let twVariantsCharacters = CharacterMap([han_table_tw_variants()])
  static let twPhrasesRev = ConversionDictionary([han_table_tw_phrases_rev()])
  static let twVariantsRevPhrases = ConversionDictionary(
    [han_table_tw_variants_rev_phrases()], over: twVariantsRevCharacters)
  static let twVariantsRevCharacters = CharacterMap([han_table_tw_variants_rev()])

  static let hkPhrases = ConversionDictionary([han_table_hk_phrases()])
  static let hkVariantsPhrases = ConversionDictionary([han_table_hk_variants_phrases()], over: hkVariantsCharacters)
  static let hkVariantsCharacters = CharacterMap([han_table_hk_variants()])
  static let hkPhrasesRev = ConversionDictionary([han_table_hk_phrases_rev()])
  static let hkVariantsRevPhrases = ConversionDictionary(
    [han_table_hk_variants_rev_phrases()], over: hkVariantsRevCharacters)
  static let hkVariantsRevCharacters = CharacterMap([han_table_hk_variants_rev()])
}
