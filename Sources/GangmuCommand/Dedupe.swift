import ArgumentParser
import GangmuCopies
import GangmuCorpus

/// `gangmu dedupe`: what was copied from what.
struct Dedupe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedupe",
    abstract: "Find copies among records or other texts.",
    discussion: """
      EXAMPLES:
        gangmu dedupe records.jsonl > copies.jsonl
        gangmu dedupe --drop records.jsonl > originals.jsonl
        gangmu dedupe --level section records.jsonl
        gangmu dedupe records/ > copies.jsonl         all parts of a run

      Reads JSON Lines with `id` and `text`: records, or anything else (what is compressed is unfolded into a temporary file \
      in TMPDIR, since it is read more than once). Writes one JSON object a line for each, in their \
      order: its cluster, the text that represents the cluster, what it is to that (exact, script_variant, near, contains, \
      part_of, template; null for the representative itself), and how similar the two are, by exact comparison. A text \
      that only shares its form with another one (template) stays in a cluster of its own and names that other one.

      A record also tells what it says otherwise than its representative (`changes`: title, themes, dates, actors), and \
      the years that it has redacted and a copy states at the same place (`restored`).
      """)

  @Option(help: "What to compare: document, section, paragraph.")
  var level = CopyLevel.document

  @Flag(help: "Write the input without the copies (exact, script_variant, near, part_of) instead.")
  var drop = false

  @Flag(
    help:
      "Write the lines of the input, each with its answer under `copy`, and records with the years that copies gave back."
  )
  var join = false

  @Flag(help: "Tell on standard error what took how long.")
  var statistics = false

  @OptionGroup var search: CopySearch
  @OptionGroup var inputs: LineInputs

  func validate() throws {
    if drop || join, level != .document { throw ValidationError("--drop and --join work on whole documents.") }
  }

  func run() throws {
    var options = CopyCorpus.Options()
    options.level = level
    options.copies = search.options
    let failures = FailureCount()
    var corpus = CopyCorpus(inputs.pathsOrStandardInput, options: options, note: failures.note, fail: failures.report)
    do throws(CopyFailure) {
      try corpus.findCopies()
    } catch {
      StandardError.write("gangmu: \(error)")
      throw ExitCode(1)
    }
    if statistics { tellStatistics(of: corpus) }
    try failures.write { (output) throws(OutputFile.Failure) in
      if drop || join {
        try corpus.writeLines(dropping: drop, joining: join, to: &output)
      } else {
        try corpus.writeRows(to: &output)
      }
    }
  }

  private func tellStatistics(of corpus: borrowing CopyCorpus) {
    let report = corpus.statistics
    StandardError.write("texts\t\(corpus.count)")
    StandardError.write("candidate pairs\t\(report.candidates)")
    StandardError.write("exact comparisons\t\(report.comparisons)")
    StandardError.write("reading and signing\t\(corpus.takingInSeconds) s")
    for stage in report.stages { StandardError.write("\(stage.name)\t\((stage.seconds * 1000).rounded() / 1000) s") }
  }
}

extension CopyLevel: ExpressibleByArgument {}
