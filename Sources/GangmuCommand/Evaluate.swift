import ArgumentParser
import GangmuCorpus

/// `gangmu evaluate`: how well records agree with gold.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compare records with hand-made gold.",
    discussion: """
      EXAMPLES:
        gangmu parse pages/ > records.jsonl
        gangmu evaluate --gold gold/ records.jsonl
        gangmu evaluate --gold gold/ --misses citations records.jsonl
        gangmu evaluate --gold gold/ --format json records.jsonl

      Gold is one file for each page, whose name ends in .gold.json: {"page": "plan.txt", "documents": [{"title", "kind", \
      "sections", "themes", "dates", "responsibilities", "citations", "contacts"}]}; "slogans", "audience", "places", \
      "budget", "awards" and "attachments" (lists of strings) count where they are given. Records belong to a page by \
      "page", which is what stands behind the last / of their source.uri, with its extension; the name of the gold file \
      does not count. `gangmu gold import` makes gold from corrected annotations.

      MODES:
        strict   the same text in compatibility form (NFKC), without spaces and punctuation
        soft     in one script too
        overlap  one holds the other, or half of the characters are one stretch of both
      """)

  @Option(help: ArgumentHelp("The folder of the gold.", valueName: "folder"), completion: .directory)
  var gold: String

  @Option(help: "When two values are the same: strict, soft, overlap.")
  var mode = Evaluation.Mode.strict

  @Option(help: "What to write: table, markdown, json.")
  var format = Format.table

  @Option(
    help: ArgumentHelp(
      "List what was missed and made up in a field, with the text around: "
        + missable.joined(separator: ", ") + "; dates is dates_strict.", valueName: "field"))
  var misses: String?

  @Flag(help: "Add F1 for each kind and each script.")
  var groups = false

  @Flag(help: "Add how often the claims of each confidence and of each rule are right.")
  var calibration = false

  @Argument(help: LineInputs.help, completion: .file())
  var records: [String] = ["-"]

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, markdown, json
  }

  private static let missable = Evaluation.fields + Evaluation.choices

  func validate() throws {
    if let misses, misses != "dates", !Self.missable.contains(misses) {
      throw ValidationError("'\(misses)' is no field; there are \(Self.missable.joined(separator: ", ")) and dates.")
    }
  }

  func run() throws {
    let gold = GoldFolder([gold])
    let run = EvaluationRun(gold: gold, records: records, mode: mode)
    for message in run.notes + run.failures { StandardError.write("gangmu: \(message)") }
    for one in run.unfounded.prefix(50) {
      StandardError.write(
        "gangmu: \(one.page): gold names what is not on the page (\(one.what)): \(one.text.prefix(60))")
    }
    if gold.pages.isEmpty, run.failures.isEmpty { StandardError.write("gangmu: \(self.gold): no NAME.gold.json there") }
    tell(of: run.unmatched)
    // Without a page that both have there is nothing to compare: figures would only mislead.
    if run.unmatched.count == gold.pages.count { throw ExitCode(1) }
    let report = EvaluationReport(run)
    var text: String
    switch format {
    case .table: text = report.table
    case .markdown: text = report.markdown
    case .json: text = report.json
    }
    if format == .table {
      if groups { text += report.groupTable }
      if calibration { text += report.calibrationTable }
    }
    if let misses { text += report.misses(of: misses == "dates" ? "dates_strict" : misses) }
    try StandardOutput.write(text)
    if !run.failures.isEmpty { throw ExitCode(1) }
  }

  /// Warns of pages of gold that no record belongs to.
  private func tell(of unmatched: [String]) {
    for page in unmatched.prefix(3) {
      StandardError.write(
        "gangmu: no record belongs to the page '\(page)' of the gold: none has a source.uri that ends so")
    }
    if unmatched.count > 3 { StandardError.write("gangmu: … and to \(unmatched.count - 3) more") }
  }
}

extension Evaluation.Mode: ExpressibleByArgument {}
