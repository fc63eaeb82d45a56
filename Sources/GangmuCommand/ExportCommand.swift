import ArgumentParser
import GangmuCorpus
import GangmuTables
import Glibc

/// `gangmu export`: records as a database, as tables, as JSON Lines.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Make one form of a dataset from another: JSON Lines, SQLite, CSV.",
    discussion: """
      EXAMPLES:
        gangmu export records.jsonl --to records.sqlite
        gangmu export records.jsonl --to tables/            a CSV file for each table
        gangmu export records.sqlite --to records.jsonl.zst
        gangmu export shards/ --copies copies.jsonl --classes classes.jsonl --to records.sqlite

      Reads JSON Lines of records (also compressed, also folders of *.jsonl, *.jsonl.gz, *.jsonl.zst) and databases that \
      were made so. JSON Lines and SQLite give each other back byte for byte; CSV holds the tables alone. Lines that are no \
      records are told, and left out. The output stands under its name only when it is whole; where no record could be read, nothing is \
      written or replaced.

      The form is told by the name: .sqlite, .sqlite3, .db; .jsonl, .jsonl.gz, .jsonl.zst, - for standard output; a name \
      that ends in / or .csv for a folder of CSV.

      Of a folder that `gangmu parse --output` completed, the parts are read that its manifest names. One that is missing or \
      has another length is told (exit code 1), and the others are written; files of another origin are left out.

      CSV is UTF-8 after RFC 4180. Values stand as they are: in a spreadsheet, import the columns as text, since what \
      begins with = or + would be taken for a formula.

      EXIT CODES:
        0    all went well
        1    some input or line gave no record; where none did, nothing is written
        64   wrong usage
        73   the output is there already
        74   the output cannot be written
        75   another process writes the output
        130  ended by SIGINT, 143 by SIGTERM: nothing is written
      """)

  @Option(
    help: ArgumentHelp("Where to write, and by its ending in which form.", valueName: "path"), completion: .file())
  var to: String

  @Flag(help: "Replace what stands there.")
  var force = false

  @Flag(help: "Begin CSV files with a byte order mark, for Excel.")
  var bom = false

  @Option(help: "What `gangmu dedupe` wrote about the records; joins them under `copy`.", completion: .file())
  var copies: String?

  @Option(help: "What `gangmu classify apply` wrote about the records; joins them under `class`.", completion: .file())
  var classes: String?

  @OptionGroup var inputs: RecordInputs

  func validate() throws {
    guard let destination = Export.Destination(path: to) else {
      throw ValidationError(
        "--to \(to): the ending says no form; give .sqlite, .sqlite3, .db, .jsonl, .jsonl.gz, .jsonl.zst, .csv or a final /."
      )
    }
    if bom, case .csv = destination {} else if bom { throw ValidationError("--bom is for CSV.") }
  }

  func run() throws {
    guard let destination = Export.Destination(path: to) else { return }
    MemoryPolicy.keepFreedMemory()
    Interruption.install()
    var export = Export(inputs.pathsOrStandardInput, to: destination)
    (export.replaces, export.hasByteOrderMark) = (force, bom)
    (export.copies, export.classes) = (copies, classes)
    let failures = FailureCount()
    do throws(ExportFailure) {
      let summary = try export.run(note: failures.note, fail: failures.report)
      failures.tellRest()
      if to != "-" { StandardError.write("gangmu: \(summary.records) records in \(to)\(Self.lack(in: summary))") }
    } catch {
      failures.tellRest()
      switch error {
      case .closed: break
      case .interrupted:
        let state = to == "-" ? "the records after these were not read" : "\(to) was not written"
        StandardError.write("gangmu: interrupted: \(state)")
      default: StandardError.write("gangmu: \(error)")
      }
      throw ParseExit.refused(error)
    }
    try failures.end()
  }

  /// That the output is not all that was given.
  private static func lack(in summary: Export.Summary) -> String {
    summary.failures == 0 ? "" : "; what was told above is not in it"
  }
}
