import Foundation
import Gangmu
import Testing

@Suite struct ExportCommandTests {
  private let folder: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gangmu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.folder = folder.path
    let plan = "读书节活动方案\n一、活动主题\n好书伴我成长\n二、活动时间\n2023年4月23日\n三、主办单位\n教务处\n"
    let record = try #require(try PageParser().records(bytes: Array(plan.utf8), uri: "plan.txt").first)
    try Data(record.json() + [0x0A]).write(to: folder.appending(path: "records.jsonl"))
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
  }

  private func bash(_ line: String) throws -> Program { try Program(bash: "cd '\(folder)' && \(line)") }

  @Test func `records go to a database and come back`() throws {
    let run = try bash(
      "gangmu export records.jsonl --to a.sqlite && gangmu export a.sqlite --to - | cmp - records.jsonl")
    #expect(run.exitCode == 0, "\(run.errors)\(run.output)")
    #expect(run.errors == "gangmu: 1 records in a.sqlite\n")
    #expect(try names == ["a.sqlite", "records.jsonl"])
  }

  @Test func `a search prints the place in the words of the page`() throws {
    let run = try bash("gangmu export records.jsonl --to a.sqlite 2> log && gangmu search a.sqlite 讀書節")
    #expect(run.output == "1\t读书节活动方案\tplan.txt\n\t读书节活动方案\n", "\(run.output)\(run.errors)")
    let none = try bash("gangmu search a.sqlite 没有的词")
    #expect(none.exitCode == 0)
    #expect(none.output == "")
    let colored = try bash("gangmu search a.sqlite 讀書 --color always")
    #expect(colored.output.hasSuffix("\t\u{1B}[1m读书\u{1B}[0m节活动方案\n"), "\(colored.output)")
  }

  @Test(arguments: [
    ("export records.jsonl --to a.parquet", 64, "the ending says no form"),
    ("export records.jsonl --to a.jsonl --bom", 64, "--bom is for CSV"),
    ("export records.jsonl --to records.jsonl", 1, "records.jsonl: is there already; --force replaces it"),
    ("export none.jsonl --to a.jsonl", 1, "gangmu: none.jsonl: no such file or folder (input.missing)"),
    ("search records.jsonl x", 1, "records.jsonl: no database"),
    ("stats none.jsonl", 1, "gangmu: none.jsonl: no such file or folder (input.missing)"),
    ("search records.jsonl x --limit 0", 64, "--limit is at least 1"),
  ])
  func `what cannot be done is told`(command: String, exitCode: Int32, message: String) throws {
    let run = try bash("gangmu \(command)")
    #expect(run.exitCode == exitCode, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test(arguments: ["a.sqlite", "a.csv", "a.jsonl", "a.jsonl.zst"])
  func `a disk that fills up leaves nothing behind`(name: String) throws {
    _ = try bash("for i in $(seq 3000); do cat records.jsonl; done > many.jsonl")
    // A limit on the size of files stands for the full disk; zstd needs a lower one.
    let limit = name.hasSuffix(".zst") ? 1 : 100
    let run = try bash("(trap '' XFSZ; ulimit -f \(limit); gangmu export many.jsonl --to \(name))")
    #expect(run.exitCode == 1, "\(run.errors)")
    #expect(run.errors.contains("cannot be written"), "\(run.errors)")
    #expect(try names == ["many.jsonl", "records.jsonl"])
  }

  @Test func `a reader that goes away ends the export in silence`() throws {
    _ = try bash("for i in $(seq 3000); do cat records.jsonl; done > many.jsonl")
    let run = try bash("gangmu export many.jsonl --to - | head -n 1 | wc -l")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors == "")
  }

  @Test func `what dedupe and classify write joins`() throws {
    let run = try bash(
      """
      cat records.jsonl records.jsonl > two.jsonl
      gangmu dedupe two.jsonl > copies.jsonl
      gangmu export two.jsonl --copies copies.jsonl --to joined.jsonl 2> log
      gangmu dedupe --join two.jsonl | cmp - joined.jsonl
      """)
    #expect(run.exitCode == 0, "\(run.errors)\(run.output)")
  }

  @Test func `statistics come as a table, JSON and a dataset card`() throws {
    let table = try bash("gangmu stats records.jsonl")
    #expect(table.output.contains("教务处"), "\(table.output)\(table.errors)")
    let json = try bash("gangmu stats --format json < records.jsonl")
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
    let card = try bash("gangmu stats --format markdown records.jsonl")
    #expect(card.output.hasPrefix("---\n"))
  }
}
