import GangmuFields

/// Writes rules as YAML, in the form that `RuleFileReader` reads.
public enum RuleFileWriter {
  /// The text of a rule file.
  public static func text(of file: RuleFile) -> String {
    var lines: [String] = []
    func section<Sense>(_ name: String, _ rules: [RuleFile.Rule<Sense>], _ own: (RuleFile.Rule<Sense>) -> [String]) {
      guard !rules.isEmpty else { return }
      lines.append("\(name):")
      for rule in rules {
        lines.append("  - id: \(rule.rule.id)")
        lines += own(rule).map { "    \($0)" }
        lines.append("    confidence: \(number(rule.rule.confidence))")
        append(rule.rule.phrases, rule.tests)
      }
    }
    func append(_ phrases: [String], _ tests: RuleTests) {
      lines += wrapped(phrases)
      for test in tests.examples { lines.append("    example: \(scalar(test.text))") }
      for test in tests.counterexamples { lines.append("    counterexample: \(scalar(test.text))") }
    }
    section("labels", file.labels) { rule in
      let says = RuleNames.labels.first { $0.sense == rule.rule.sense }?.name ?? "other"
      return ["says: \(says)"] + (rule.isOpen ? ["open: true"] : [])
    }
    section("duties", file.duties) { rule in
      let sense = rule.rule.sense
      let form = RuleNames.forms.first { $0.form == sense.form }?.name ?? "subject"
      return ["role: \(sense.role.rawValue)", "form: \(form)"] + (sense.isBound ? ["bound: true"] : [])
    }
    section("section_roles", file.sectionRoles) { ["role: \($0.rule.sense.rawValue)"] }
    section("kinds", file.kinds) { ["kind: \($0.rule.sense.rawValue)"] }
    section("actors", file.actors) { ["kind: \($0.rule.sense.rawValue)"] }
    section("vetoes", file.vetoes) { ["field: \($0.rule.sense.rawValue)"] }
    if !file.series.isEmpty {
      lines.append("series:")
      for series in file.series {
        lines.append("  - id: \(series.id)")
        lines.append("    first_year: \(series.series.firstYear)")
        if !series.series.source.isEmpty { lines.append("    source: \(scalar(series.series.source))") }
        append(series.series.names, series.tests)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A flow list in lines of moderate length.
  private static func wrapped(_ phrases: [String]) -> [String] {
    var lines = ["    phrases:"]
    var line = "      ["
    for (index, phrase) in phrases.enumerated() {
      let piece = scalar(phrase) + (index + 1 < phrases.count ? ", " : "]")
      if line.count + piece.count > 60 {
        lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
        line = "       "
      }
      line += piece
    }
    return lines + [line]
  }

  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return hundredths % 10 == 0
      ? "\(hundredths / 100).\(hundredths / 10 % 10)"
      : "\(hundredths / 100).\(hundredths < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// A plain scalar where YAML would read it back as the same text, else a quoted one.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic && $0.value > 0x7F }
    if isPlain, !text.isEmpty { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
