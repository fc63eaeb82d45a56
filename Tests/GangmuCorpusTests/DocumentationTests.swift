import Foundation
import Gangmu
import GangmuCorpus
import TestSupport
import Testing

/// The examples of the documentation, run, and the documentation, compared with them.
@Suite struct DocumentationTests {
  func titles(of paths: [String]) async -> [String] {
    var titles: [String] = []
    for await page in CorpusRun(PathSource(paths)).results {
      switch page.records {
      case .success(let records): titles += records.compactMap(\.title)
      case .failure(let failure): print(failure)
      }
    }
    return titles
  }

  func counts(of rows: [(address: String, text: String)]) async -> RunTally {
    let pages = rows.map { row in PageInput(uri: row.address, bytes: Array(row.text.utf8)) }
    var options = CorpusRun.Options()
    options.isOrdered = false
    options.form.normalization = .hans
    var tally = RunTally()
    for await page in CorpusRun(pages: pages, options: options).results {
      tally.count(page)
    }
    return tally
  }

  func themes(of page: [UInt8]) throws -> [String] {
    let records = try PageParser().records(bytes: page, uri: "plan.html")
    return records.flatMap { record in record.themes.map(\.text) }
  }

  @Test func `titles come in the order of the pages`() async throws {
    let folder = try TemporaryFolder()
    for number in 1...3 { try folder.write(PlanPages.text(number), to: "\(number).txt") }
    let titles = await titles(of: [folder.path])
    #expect(titles == ["第1小學读书节活動方案", "第2小學讀書節活動方案", "第3小學读书节活動方案"])
  }

  @Test func `rows are counted`() async {
    let tally = await counts(of: [("a", PlanPages.text(1)), ("b", PlanPages.text(2)), ("c", "")])
    #expect(tally.pages == 3 && tally.documents == 2 && tally.failures == 1)
    #expect(tally.kinds == ["plan": 2] && tally.errors == ["page.empty": 1])
  }

  @Test func `themes are quoted`() throws {
    #expect(try themes(of: Array(PlanPages.text(2).utf8)) == ["好書伴我成長"])
  }

  @Test(arguments: [
    "GangmuCorpus/GangmuCorpus.docc/RunningOverACorpus.md", "Gangmu/Gangmu.docc/Gangmu.md",
  ])
  func `the code of an article is code of this file`(article: String) throws {
    let this = URL(fileURLWithPath: #filePath)
    let sources = this.deletingLastPathComponent().appending(path: "../../Sources")
    let source = Self.unindented(try String(contentsOf: this, encoding: .utf8))
    let text = try String(contentsOf: sources.appending(path: article), encoding: .utf8)
    let blocks = text.components(separatedBy: "```swift\n").dropFirst().map { $0.components(separatedBy: "\n```")[0] }
    #expect(!blocks.isEmpty)
    for block in blocks { #expect(source.contains(Self.unindented(block)), "\(block)") }
  }

  private static func unindented(_ text: String) -> String {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
  }
}
