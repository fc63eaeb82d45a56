/// The characters of a line that only one script uses.
struct ScriptEvidence {
  private(set) var traditional = 0
  private(set) var simplified = 0

  init(of line: some Sequence<UInt32>) {
    let scripts = ScriptTable.shared.scripts
    for scalar in line where scalar < 0x10000 {
      switch scripts[Int(scalar)] {
      case ScriptTable.traditionalOnly: traditional += 1
      case ScriptTable.simplifiedOnly: simplified += 1
      default: break
      }
    }
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
