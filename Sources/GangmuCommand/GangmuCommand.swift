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
        gangmu parse page.html                    one JSON record a line for each document of the page
        gangmu parse pages/ > records.jsonl       a folder with all that is in it
        curl -s URL | gangmu parse --pretty -     a page from standard input, for people to read
        gangmu outline page.html                  the outline of its documents
        gangmu schema                             the JSON Schema of the records

      Data goes to standard output, everything else to standard error.

      EXIT CODES:
        0   all went well
        1   some input gave no records (a message on standard error names it and says why)
        64  wrong usage

      COMPLETIONS:
        gangmu --generate-completion-script bash|zsh|fish
      """,
    version: Record.Extractor.current.version,
    subcommands: [Parse.self, Normalize.self, Outline.self, Schema.self])
}
