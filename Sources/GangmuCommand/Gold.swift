import ArgumentParser
import Gangmu
import GangmuCorpus

/// `gangmu gold`: hand-made answers.
struct Gold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gold",
    abstract: "Make gold from corrected annotations.", subcommands: [Import.self])

  /// `gangmu gold import`
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Read a corrected brat folder back as gold.",
      discussion: """
        EXAMPLE:
          gangmu parse --annotations brat --into work pages/
          (correct the files in work with brat)
          gangmu gold import work --into gold
          gangmu evaluate --gold gold records.jsonl

        NAME.0.ann, NAME.1.ann, … beside their .txt become NAME.gold.json, with one document for each.
        """)

    @Argument(help: "The folder with .txt and .ann files.", completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("Where to write the gold.", valueName: "folder"), completion: .directory)
    var into: String

    func run() throws {
      let found = BratFolder(folder)
      var failures = found.failures
      do throws(InputFailure) {
        try TextFile.makeFolder(into)
        for page in found.pages { try TextFile.write(page.gold, to: "\(into)/\(page.stem).gold.json") }
      } catch {
        failures.append(error)
      }
      for failure in failures { StandardError.write("gangmu: \(failure)") }
      if !failures.isEmpty || found.pages.isEmpty { throw ExitCode(1) }
    }
  }
}
