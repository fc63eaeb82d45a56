import ArgumentParser
import GangmuCorpus
import GangmuTables

/// `gangmu stats`: what a dataset holds.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what a dataset holds.",
    discussion: """
      EXAMPLES:
        gangmu stats records.jsonl
        gangmu stats --format markdown shards/ > README.md     a dataset card
        gangmu stats --format json --top 1000 records.sqlite

      Counts records, pages, sizes, how many documents have each field, and the values of kinds, scripts, years, themes, \
      actors, warnings, sources. Themes, actors and cited titles that differ in script or width alone count as one. A source \
      is the host of an address, the file of a line of JSON Lines, the folder of a path, or the form of a bare name (doc-*). \
      Of a folder that `gangmu parse --output` wrote, its manifest tells of the pages that gave no records. Memory is \
      bounded: where a field has more than 20,000 different values, rare ones are dropped, and the report says by how much \
      its counts may be too low.
      """)

  @Option(help: "What to write: table, json, markdown.")
  var format = Format.table

  @Option(parsing: .unconditional, help: "How many values of each kind to list: the most frequent, of years too.")
  var top = 10

  @OptionGroup var inputs: RecordInputs

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, markdown
  }

  func validate() throws {
    if top < 1 { throw ValidationError("--top is at least 1.") }
  }

  func run() throws {
    let failures = FailureCount()
    let statistics = DatasetStatistics(of: inputs.pathsOrStandardInput, note: failures.note, fail: failures.report)
    try failures.write { (output) throws(OutputFile.Failure) in
      let text =
        switch format {
        case .table: statistics.table(top: top)
        case .json: statistics.json(top: top)
        case .markdown: statistics.markdown(top: top)
        }
      output.buffer += Array(text.utf8)
    }
  }
}
