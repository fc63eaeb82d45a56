/// The characters of a text or a line that only one script uses.
struct ScriptEvidence {
  private(set) var traditional = 0
  private(set) var simplified = 0
  /// All traits that some character has.
  private(set) var traits: ScriptTraits = []

  /// Counts characters whose traits were counted and joined.
  mutating func add(traditional: Int, simplified: Int, traits: ScriptTraits) {
    self.traditional += traditional
    self.simplified += simplified
    self.traits.formUnion(traits)
  }

  /// What the line is written in, or nil where nothing tells. A few characters of the other script are an accident of
  /// conversion; more are a mixture.
  var label: ScriptProfile.Label? {
    if traditional + simplified == 0 { return nil }
    if simplified * 4 <= traditional { return .hant }
    if traditional * 4 <= simplified { return .hans }
    return .mixed
  }
}
