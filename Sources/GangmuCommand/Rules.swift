import ArgumentParser
import GangmuRules

/// `gangmu rules`: rules that users add.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Check rule files and show the built-in rules.",
    discussion: """
      A rule file is YAML. All lists may be left out:

        labels:         # words before a colon: 总牵头人:教务处
          - id: label.chief_lead
            says: lead
            phrases: [总牵头人]
            example: {text: "一、启动仪式\\n总牵头人:教务处", gives: 教务处}
            counterexample: "总牵头人很多。"
        duties:         # verbs in running text: 团委操办晚会
        section_roles:  # ends of headings
        kinds:          # ends of titles
        actors:         # ends of the names of actors
        series:         # numbered yearly events, with first_year
        vetoes:         # words whose claims are dropped, by field

      What a rule says stands under a key of its list: `says` in labels, `role` in duties and section_roles, `kind` in \
      kinds and actors, `field` in vetoes, `first_year` in series. An id names one rule of a file, or the open and the \
      closed form of one label.

      Phrases are literal text, in either script. A rule comes before the built-in ones. `gangmu rules show` prints those \
      in the same form; `gangmu parse --rules FILE` goes by them.
      """,
    subcommands: [Check.self, Show.self])

  /// `gangmu rules check`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check rule files and run the examples in them.",
      discussion: """
        EXAMPLE:
          gangmu rules check mine.yaml

        Each example must be read differently with its rule than without, each counterexample the same. No two rules may \
        have one id. What is wrong is written as FILE:LINE:COLUMN and gives exit code 1.
        """)

    @Argument(help: "Rule files.", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String]

    func run() throws {
      var report = ""
      var hasFailed = false
      for path in files {
        guard let rules = try? RuleOptions.read(path) else {
          hasFailed = true
          continue
        }
        let failures = rules.failures(name: path)
        for failure in failures { StandardError.write("gangmu: \(failure)") }
        if failures.isEmpty {
          report += "\(path): \(rules.count) rules, \(rules.testCount) examples, all right\n"
        } else {
          hasFailed = true
        }
      }
      try StandardOutput.write(report)
      if hasFailed { throw ExitCode(1) }
    }
  }

  /// `gangmu rules show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Print the built-in rules as a rule file.")

    func run() throws {
      try StandardOutput.write(RuleFileWriter.text(of: .standard))
    }
  }
}
