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
        Gold that is there and says something else stays as it is, unless --force is given.
        """)

    @Argument(help: "The folder with .txt and .ann files.", completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("Where to write the gold.", valueName: "folder"), completion: .directory)
    var into: String

    @Flag(help: "Replace gold that is there and says something else.")
    var force = false

    func run() throws {
      let found = BratFolder(folder)
      var failures = found.failures
      do throws(InputFailure) {
        try TextFile.makeFolder(into)
        for page in found.pages {
          do throws(InputFailure) {
            try TextFile.write([("\(into)/\(page.stem).gold.json", page.gold)], replacing: force)
          } catch {
            failures.append(error)
          }
        }
      } catch {
        failures.append(error)
      }
      for failure in failures { StandardError.write("gangmu: \(failure)") }
      if !failures.isEmpty || found.pages.isEmpty { throw ExitCode(1) }
    }
  }
}
