import HanText

/// Compiles the text tables of `Sources/CHanTables/Tables` into the bytes that the program embeds. The same tables give the
/// same bytes.
package enum HanTableCompiler {
  /// The compiled tables of a folder of text tables.
  package static func compile(folder: String) throws -> [UInt8] {
    func table(_ name: String) throws -> SourceTable { try SourceTable(name, in: folder) }
    var writer = TableWriter()
    let (tsTable, stTable) = (try table("TSCharacters"), try table("STCharacters"))
    let (ts, st) = (Characters([tsTable]), Characters([stTable]))
    st.write(.stCharacters, to: &writer)
    ts.write(.tsCharacters, to: &writer)

    // From Simplified to Traditional and back.
    let phrases = try table("STPhrases")
    let stBest = Phrases(
      supplement: try table("STSupplement"), names: try table("STNames"), phrases: phrases,
      words: try table("STWords"), characters: st)
    stBest.write(.stBest, to: &writer)
    Phrases([phrases], characters: st).write(.stPhrases, to: &writer)
    let tsPhrases = Phrases([try table("TSPhrases")], characters: ts)
    tsPhrases.write(.tsPhrases, to: &writer)
    FilterBits(of: [tsPhrases]).write(.toSimplified, firstPart: 0, to: &writer)

    Zones(stBest, st).write(.s2tZones, to: &writer)

    // Between the Traditional standard and the regions'.
    for region in Region.all {
      let (words, phrases, characters) = (
        try table(region.words), try table(region.variantsPhrases), try table(region.variants)
      )
      let (plain, withWords) = (Characters([characters]), Characters([words, characters]))
      plain.write(region.names.characters, to: &writer)
      withWords.write(region.names.charactersWithWords, to: &writer)
      let (vocabulary, variants) = (
        Phrases([words], characters: Characters([])), Phrases([phrases], characters: plain)
      )
      vocabulary.write(region.names.words, to: &writer)
      variants.write(region.names.variantsPhrases, to: &writer)
      FilterBits(of: [variants]).write(region.names.stage, firstPart: 0, to: &writer)
      FilterBits(of: [vocabulary, variants]).write(region.names.stageWithWords, firstPart: 0, to: &writer)
      switch region.side {
      case .to:
        Zones(stBest, st, second: plain, later: [variants]).write(region.names.zones.plain, to: &writer)
        Zones(stBest, st, second: withWords, later: [vocabulary, variants])
          .write(region.names.zones.withWords, to: &writer)
      case .from:
        Zones(from: [variants], plain, then: tsPhrases, ts).write(region.names.zones.plain, to: &writer)
        Zones(from: [vocabulary, variants], withWords, then: tsPhrases, ts)
          .write(region.names.zones.withWords, to: &writer)
      }
    }

    // The fold, the profile and the repair.
    let compatibility = try table("Compatibility")
    var unified = Characters([compatibility])
    unified.keepIdeographs()
    unified.write(.compatibility, to: &writer)
    let fold = FoldRules(simplified: tsTable, compatibility: compatibility)
    fold.write(to: &writer)
    let exchanged = try [
      "STCharacters", "STPhrases", "STSupplement", "TSCharacters", "TSPhrases", "TWVariants", "TWVariantsPhrases",
      "TWVariantsRev", "TWVariantsRevPhrases", "HKVariants", "HKVariantsPhrases", "HKVariantsRev",
      "HKVariantsRevPhrases",
    ].map(table)
    ContentForms(exchanged, fold: fold).characters.write(.contentForms, to: &writer)
    var simplified = ts
    for (traditional, image) in FoldRules.supplement { simplified[traditional.value] = image.value }
    simplified.write(.simplified, to: &writer)
    let taiwan = try table("TWVariants")
    let variants = VariantGroups(regional: [taiwan, try table("HKVariants")])
    variants.characters.write(.variantForms, to: &writer)
    let rules = ScriptRules(tsCharacters: tsTable, stCharacters: stTable, simplified: simplified, variants: variants)
    let pairs = taiwan.entries.filter { $0.key.count == 1 && $0.values[0] != $0.key }.map {
      ($0.key[0], $0.values[0][0])
    }
    let regional = Set(pairs.flatMap { [$0.0, $0.1] }).sorted()
    writer.add(rules.traits(regional: regional, phrases: stBest), to: .traits, part: 0)
    writer.add(regional, to: .regionalForms, part: 0)
    writer.add(
      pairs.flatMap { [$0.0, $0.1] }.map { scalar in UInt32(regional.firstIndex(of: scalar) ?? 0) }, to: .regionalForms,
      part: 1)
    writer.add(rules.doubts(stBest, fold: fold), to: .doubts, part: 0)
    writer.add(WordCosts.table, to: .wordCosts, part: 0)
    writer.add(Array(vocabulary(try table("TWPhrases")).utf8), to: .regionalVocabulary, part: 0)
    return writer.bytes()
  }

  /// The mainland's words and Taiwan's, a pair a line.
  private static func vocabulary(_ table: SourceTable) -> String {
    func text(_ scalars: [UInt32]) -> String {
      String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }
    return table.entries.map { "\(text($0.key))\t\(text($0.values[0]))\n" }.joined()
  }
}
