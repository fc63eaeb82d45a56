import ArgumentParser
import Gangmu
import Glibc

/// The program `gangmu`. Each verb is a file of its own.
@main
struct GangmuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gangmu",
    abstract: "Read Chinese plan, summary and report pages into structured records.",
    discussion: """
      EXAMPLES:
        gangmu parse page.html                a JSON record for each document
        gangmu parse pages/ > records.jsonl   a folder with all that is in it
        gangmu parse -o records/ pages/       a run over many pages that can be gone on with
        gangmu parse --pretty - < page.html   standard input, indented
        gangmu outline page.html              the outline of each document
        gangmu text --body page.html          the text of the article
        gangmu inspect page.html              what was kept of a page, what was set aside and why
        gangmu dates page.html                its dates, with their values
        gangmu dedupe records.jsonl           what was copied from what
        gangmu classify --help                sort records into classes
        gangmu export --help                  records as a database or as tables
        gangmu search records.sqlite QUERY    find documents in such a database
        gangmu stats records.jsonl            what a dataset holds
        gangmu normalize --to hant page.txt   its text in one script
        gangmu schema                         the JSON Schema of the records

      Data goes to standard output, everything else to standard error.

      EXIT CODES:
        0   all went well
        1   some input gave no records, or the output could not be written; a message says which and why
        64  wrong usage
      gangmu parse --help names those of long runs.

      SHELL COMPLETIONS:
        gangmu --generate-completion-script bash   (or zsh, or fish)
      """,
    version: Record.Extractor.current.version,
    subcommands: [
      Parse.self, Outline.self, Dates.self, Text.self, Inspect.self, Normalize.self, Dedupe.self, Signatures.self,
      Classify.self, Features.self, ExportCommand.self, SearchCommand.self, Stats.self, Rules.self,
      Evaluate.self, Gold.self, Schema.self,
    ])

  static func main() {
    // A file that may not grow on is a failure to be told, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    allowManyFiles()
    main(nil)
  }

  /// `dedupe` keeps the files of its input open, which may be a run of thousands of parts.
  private static func allowManyFiles() {
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    guard getrlimit(files, &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    setrlimit(files, &limit)
  }
}
