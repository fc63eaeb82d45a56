import ArgumentParser
import Gangmu
import GangmuCorpus

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
    var output = OutputFile.standardOutput()
    output.buffer += Array(RecordSchema.json.utf8)
    do throws(OutputFile.Failure) {
      try output.flush()
    } catch {
      guard case .system(let reason) = error else { return }
      StandardError.write("gangmu: cannot write the output: \(reason)")
      throw ExitCode(1)
    }
  }
}
