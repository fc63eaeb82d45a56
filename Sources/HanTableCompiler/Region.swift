import HanText

/// A region's tables, in one direction, and what they are compiled to.
struct Region {
  let words: String
  let variantsPhrases: String
  let variants: String
  let names:
    (
      words: CompiledTables.Name, variantsPhrases: CompiledTables.Name, characters: CompiledTables.Name,
      charactersWithWords: CompiledTables.Name, stage: CompiledTables.Name, stageWithWords: CompiledTables.Name,
      zones: (plain: CompiledTables.Name, withWords: CompiledTables.Name)?
    )

  static var all: [Region] {
    [
      Region(
        words: "TWPhrases", variantsPhrases: "TWVariantsPhrases", variants: "TWVariants",
        names: (
          .twPhrases, .twVariantsPhrases, .twVariants, .twWithPhrases, .toTaiwan, .toTaiwanWithPhrases,
          (.s2twZones, .s2twpZones)
        )),
      Region(
        words: "TWPhrasesRev", variantsPhrases: "TWVariantsRevPhrases", variants: "TWVariantsRev",
        names: (
          .twPhrasesRev, .twVariantsRevPhrases, .twVariantsRev, .twWithPhrasesRev, .fromTaiwan, .fromTaiwanWithPhrases,
          nil
        )),
      Region(
        words: "HKPhrases", variantsPhrases: "HKVariantsPhrases", variants: "HKVariants",
        names: (
          .hkPhrases, .hkVariantsPhrases, .hkVariants, .hkWithPhrases, .toHongKong, .toHongKongWithPhrases,
          (.s2hkZones, .s2hkpZones)
        )),
      Region(
        words: "HKPhrasesRev", variantsPhrases: "HKVariantsRevPhrases", variants: "HKVariantsRev",
        names: (
          .hkPhrasesRev, .hkVariantsRevPhrases, .hkVariantsRev, .hkWithPhrasesRev, .fromHongKong,
          .fromHongKongWithPhrases, nil
        )),
    ]
  }
}
