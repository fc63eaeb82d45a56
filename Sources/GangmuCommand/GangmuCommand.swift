import ArgumentParser
import Gangmu

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
        1   some input gave no records; a message names it and says why
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
}
