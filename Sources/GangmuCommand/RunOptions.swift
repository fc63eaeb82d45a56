import ArgumentParser
import GangmuCorpus

/// How a run over pages goes, and what it tells of itself.
struct RunOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "How many pages to work on at a time. (default: as many as there are processors)")
  var jobs: Int?

  @Flag(help: "Write the records of each page as soon as they are there, in any order.")
  var unordered = false

  @Flag(help: "Show neither progress nor summary.")
  var quiet = false

  @Option(help: ArgumentHelp("Write what the run counted, as JSON.", valueName: "file"), completion: .file())
  var summary: String?

  @Option(
    help: ArgumentHelp(
      "Write the pages that gave no records there, as JSON Lines, and not to standard error.",
      valueName: "file"), completion: .file())
  var errors: String?

  @Flag(help: "Stop at the first page that gives no records.")
  var failFast = false

  @Option(
    help: ArgumentHelp(
      "Stop when more pages than this gave no records: a number, or per cent of the pages (5%) from the 100th on. "
        + "Pages are judged in batches of up to 64.",
      valueName: "limit"),
    transform: { text in
      guard let limit = FailureLimit(text) else {
        throw ValidationError("'\(text)' is neither a number nor per cent, such as 100 or 5%.")
      }
      return limit
    })
  var maxErrors: FailureLimit?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is 1 to 1024.") }
    if failFast, maxErrors != nil { throw ValidationError("Give either --fail-fast or --max-errors.") }
    if [errors, summary].contains(where: { $0.map { ["", "-"].contains($0) } ?? false }) {
      throw ValidationError("--errors and --summary need the name of a file.")
    }
  }

  /// The files that are written beside the records.
  var sideFiles: [SideFile] { [errors.map(SideFile.errors), summary.map(SideFile.summary)].compactMap(\.self) }

  /// When a run is given up.
  var limit: FailureLimit? { failFast ? .count(0) : maxErrors }
}
