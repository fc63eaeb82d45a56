/// OpenCC's dictionaries, each with the map that characters outside of its phrases convert by.
extension PhraseIndex {
  /// From Simplified to Traditional: OpenCC's phrases, the project's supplement before them, and its plain words.
  static let stBest = PhraseIndex(.stBest)
  /// From Simplified to Traditional, OpenCC's phrases alone.
  static let stPhrases = PhraseIndex(.stPhrases)
  static let tsPhrases = PhraseIndex(.tsPhrases)

  static let twPhrases = PhraseIndex(.twPhrases)
  static let twVariantsPhrases = PhraseIndex(.twVariantsPhrases)
  static let twPhrasesRev = PhraseIndex(.twPhrasesRev)
  static let twVariantsRevPhrases = PhraseIndex(.twVariantsRevPhrases)

  static let hkPhrases = PhraseIndex(.hkPhrases)
  static let hkVariantsPhrases = PhraseIndex(.hkVariantsPhrases)
  static let hkPhrasesRev = PhraseIndex(.hkPhrasesRev)
  static let hkVariantsRevPhrases = PhraseIndex(.hkVariantsRevPhrases)
}

extension CharacterMap {
  static let stCharacters = CharacterMap(.stCharacters)
  static let tsCharacters = CharacterMap(.tsCharacters)

  static let twVariants = CharacterMap(.twVariants)
  static let twVariantsRev = CharacterMap(.twVariantsRev)
  static let twWithPhrases = CharacterMap(.twWithPhrases)
  static let twWithPhrasesRev = CharacterMap(.twWithPhrasesRev)

  static let hkVariants = CharacterMap(.hkVariants)
  static let hkVariantsRev = CharacterMap(.hkVariantsRev)
  static let hkWithPhrases = CharacterMap(.hkWithPhrases)
  static let hkWithPhrasesRev = CharacterMap(.hkWithPhrasesRev)

  /// Traditional, in any regional form, to Simplified; one form for what OpenCC keeps apart by phrases.
  static let simplified = CharacterMap(.simplified)
  /// Each character to the one that stands for all forms of it that are right.
  static let variantForms = CharacterMap(.variantForms)
  /// Folded units to the one that stands for all that conversions between scripts put in its place.
  static let contentForms = CharacterMap(.contentForms)
  /// Compatibility ideographs to unified ones.
  static let compatibility = CharacterMap(.compatibility)
}
