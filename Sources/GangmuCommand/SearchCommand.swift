import ArgumentParser
import GangmuCorpus
import GangmuTables
import Glibc

/// `gangmu search`: find documents in a database, in either script.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find documents in a database of `gangmu export`.",
    discussion: """
      EXAMPLES:
        gangmu search records.sqlite 網絡安全
        gangmu search records.sqlite '网络安全 学校' --limit 5 --jsonl

      Script, width and case make no difference: 網絡安全 finds 网络安全. Nor do the words of the mainland and of Taiwan: it \
      finds 網路安全 too. Words parted by spaces must all occur.

      In SQL, fold the query yourself (simplified, half width, lower case), and add the other region's words:
        SELECT d.title FROM search JOIN documents d ON d.document = search.rowid WHERE search MATCH '"网络安全" OR "网路安全"';
        SELECT document FROM search_text WHERE instr(text, '网络') > 0;
      """)

  @Argument(help: "A database.", completion: .file())
  var database: String

  @Argument(help: "What to look for.")
  var query: String

  @Option(parsing: .unconditional, help: "How many documents to give at most.")
  var limit = 20

  @Flag(help: "Give the best first (BM25) instead of the order of the database.")
  var ranked = false

  @Flag(help: "Write one JSON object a line.")
  var jsonl = false

  @Option(help: "Colour: auto, always, never.")
  var color = ColorChoice.auto

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is at least 1.") }
  }

  func run() throws {
    let failures = FailureCount()
    try failures.write { (output) throws(OutputFile.Failure) in
      do {
        let hits = try Search(in: database).hits(query, limit: limit, ranked: ranked)
        if hits.isEmpty {
          let isBlank = query.allSatisfy(\.isWhitespace)
          StandardError.write(isBlank ? "gangmu: the query is empty" : "gangmu: no document holds \(query)")
        }
        for hit in hits {
          output.buffer += jsonl ? hit.json : Array(line(hit).utf8)
          output.buffer.append(UInt8(ascii: "\n"))
        }
      } catch let failure as InputFailure {
        failures.report(failure)
      } catch {
        failures.report(InputFailure(uri: database, stage: .read, code: "input.database", message: "\(error)"))
      }
    }
  }

  private func line(_ hit: Search.Hit) -> String {
    let (bold, plain) = color.isColored ? ("\u{1B}[1m", "\u{1B}[0m") : ("", "")
    return "\(hit.document)\t\(hit.title ?? "")\t\(hit.uri)\n\t\(hit.snippet.before)\(bold)\(hit.snippet.found)\(plain)"
      + hit.snippet.after
  }
}
