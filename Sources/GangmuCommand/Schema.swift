import ArgumentParser
import Gangmu

/// `gangmu schema`: the record contract.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (draft 2020-12) of the records.",
    discussion: """
      EXAMPLE:
        gangmu schema > record.schema.json

      Keys may be added to the records of this version, so the schema allows keys that it does not name.
      """)

  func run() throws {
    try StandardOutput.write(RecordSchema.json)
  }
}
