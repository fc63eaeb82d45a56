/// The characters of a line that only one script uses.
struct ScriptEvidence {
  private(set) var traditional = 0
  private(set) var simplified = 0

  init() {}

  init(of line: some Sequence<UInt32>) {
    for scalar in line where scalar < 0x10000 { count(ScriptTraits.table[Int(scalar)]) }
  }

  /// Counts a character by its traits.
  @inline(__always)
  mutating func count(_ traits: ScriptTraits) {
    traditional &+= Int(traits.rawValue & 1)
    simplified &+= Int(traits.rawValue &>> 1 & 1)
  }

  /// Counts characters whose traits were counted.
  mutating func add(traditional: Int, simplified: Int) {
    self.traditional += traditional
    self.simplified += simplified
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
