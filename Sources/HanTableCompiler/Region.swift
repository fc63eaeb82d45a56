import HanText

/// A region's tables, in one direction, and what they are compiled to.
struct Region {
  /// Which way a region's tables lead.
  enum Side {
    /// From the Traditional standard to the region's, behind a step from Simplified.
    case to
    /// From the region's standard to the Traditional one, before a step to Simplified.
    case from
  }

  let side: Side
  let words: String
  let variantsPhrases: String
  let variants: String
  let names:
    (
      words: CompiledTables.Name, variantsPhrases: CompiledTables.Name, characters: CompiledTables.Name,
      charactersWithWords: CompiledTables.Name, stage: CompiledTables.Name, stageWithWords: CompiledTables.Name,
      zones: (plain: CompiledTables.Name, withWords: CompiledTables.Name)
    )

  static var all: [Region] {
    [
      Region(
        side: .to, words: "TWPhrases", variantsPhrases: "TWVariantsPhrases", variants: "TWVariants",
        names: (
          .twPhrases, .twVariantsPhrases, .twVariants, .twWithPhrases, .toTaiwan, .toTaiwanWithPhrases,
          (.s2twZones, .s2twpZones)
        )),
      Region(
        side: .from, words: "TWPhrasesRev", variantsPhrases: "TWVariantsRevPhrases", variants: "TWVariantsRev",
        names: (
          .twPhrasesRev, .twVariantsRevPhrases, .twVariantsRev, .twWithPhrasesRev, .fromTaiwan, .fromTaiwanWithPhrases,
          (.tw2sZones, .tw2spZones)
        )),
      Region(
        side: .to, words: "HKPhrases", variantsPhrases: "HKVariantsPhrases", variants: "HKVariants",
        names: (
          .hkPhrases, .hkVariantsPhrases, .hkVariants, .hkWithPhrases, .toHongKong, .toHongKongWithPhrases,
          (.s2hkZones, .s2hkpZones)
        )),
      Region(
        side: .from, words: "HKPhrasesRev", variantsPhrases: "HKVariantsRevPhrases", variants: "HKVariantsRev",
        names: (
          .hkPhrasesRev, .hkVariantsRevPhrases, .hkVariantsRev, .hkWithPhrasesRev, .fromHongKong,
          .fromHongKongWithPhrases, (.hk2sZones, .hk2spZones)
        )),
    ]
  }
}
