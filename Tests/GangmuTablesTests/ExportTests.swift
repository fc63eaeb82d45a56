import Foundation
import Gangmu
import GangmuTables
import Testing

@Suite struct ExportTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  @Test(arguments: [["a.sqlite", "b.jsonl"], ["a.jsonl.zst", "b.jsonl"], ["a.jsonl.gz", "b.sqlite", "c.jsonl"]])
  func `records come back byte for byte from every form that holds them`(steps: [String]) throws {
    var input = try workspace.write(try Workspace.golden(), to: "records.jsonl")
    for step in steps {
      #expect(try workspace.export([input], to: step) == [])
      input = workspace.file(step)
    }
    #expect(try workspace.bytes(steps[steps.count - 1]) == workspace.bytes("records.jsonl"))
  }

  @Test func `a database gives the same tables as the lines that it was made of`() throws {
    let input = try workspace.write(try Workspace.golden(), to: "records.jsonl")
    try workspace.export([input], to: "a.sqlite")
    try workspace.export([input], to: "one.csv")
    try workspace.export([workspace.file("a.sqlite")], to: "two.csv")
    for table in Table.all {
      #expect(try workspace.bytes("one.csv/\(table.name).csv") == workspace.bytes("two.csv/\(table.name).csv"))
    }
  }

  @Test func `odd values survive`() throws {
    let long = String(repeating: "很长", count: 50_000)
    let texts = [
      #"引号\"逗号,换行\n回车\r制表\t"#, #"零\u0000零"#, #"半\ud800半"#, #"\ud842\udfb7野家"#, "", " 空格 ", "=1+1", long,
      #"分\u2028行\u0085"#,
    ]
    let lines = texts.map { Workspace.bare(text: $0) }
    let input = try workspace.write(lines, to: "records.jsonl")
    #expect(try workspace.export([input], to: "a.sqlite") == [])
    try workspace.export([workspace.file("a.sqlite")], to: "b.jsonl")
    #expect(try workspace.bytes("b.jsonl") == workspace.bytes("records.jsonl"))
    let expected = [
      "引号\"逗号,换行\n回车\r制表\t", "零\0零", "半\u{FFFD}半", "𠮷野家", "", " 空格 ", "=1+1", long, "分\u{2028}行\u{85}",
    ]
    // In hexadecimal, since a reader by C strings would stop at U+0000.
    let hexadecimal = try workspace.rows("a.sqlite", "SELECT hex(text) FROM documents ORDER BY document").map { $0[0] }
    #expect(hexadecimal == expected.map { $0.utf8.map { String(format: "%02X", $0) }.joined() })
    #expect(
      try workspace.rows("a.sqlite", "SELECT length FROM documents ORDER BY document").map { $0[0] }
        == expected.map { String($0.unicodeScalars.count) })
    try workspace.export([input], to: "tables/")
    let rows = csvRows(try workspace.bytes("tables/documents.csv"))
    let column = try #require(rows.first?.firstIndex(of: "text"))
    #expect(rows.dropFirst().map { $0[column] } == expected)
  }

  @Test func `lines that are no records are told, and the others are written`() throws {
    let good = Workspace.bare(text: "好")
    let lines = [
      good, "no json", #"{"id":"1","text":"文"}"#, good.replacing("gangmu.document/1", with: "gangmu.document/9"),
      good.replacing(#""label":"other","#, with: ""),
      good.replacing(#""traditional":0"#, with: #""traditional":"many""#),
      "", good + "x", good,
    ]
    let input = try workspace.write(lines, to: "records.jsonl")
    let failures = try workspace.export([input, workspace.file("none.jsonl")], to: "a.sqlite")
    #expect(
      failures == [
        "records.jsonl:2: not a record: no object, at byte 0 (record.invalid)",
        "records.jsonl:3: not a record: no `format` (record.invalid)",
        "records.jsonl:4: not a record: no gangmu.document/1, at byte 29 (record.invalid)",
        "records.jsonl:5: not a record: no `kind.label` (record.incomplete)",
        "records.jsonl:6: not a record: `traditional` is no integer, at byte 255 (record.invalid)",
        "records.jsonl:8: not a record: more than one value, at byte \(good.utf8.count) (record.invalid)",
        "none.jsonl: no such file or folder (input.missing)",
      ])
    #expect(try workspace.rows("a.sqlite", "SELECT count(*), count(DISTINCT document) FROM documents") == [["2", "2"]])
  }

  @Test func `what is there is kept unless it is to be replaced`() throws {
    let input = try workspace.write([Workspace.bare(text: "好")], to: "records.jsonl")
    for name in ["a.sqlite", "a.jsonl", "a.csv"] {
      try workspace.export([input], to: name)
      #expect(throws: ExportFailure.exists(workspace.file(name))) { try workspace.export([input], to: name) }
      try workspace.export([input], to: name) { $0.replaces = true }
    }
    _ = try workspace.write(["mine"], to: "a.csv/notes.txt")
    #expect(throws: ExportFailure.otherFiles(workspace.file("a.csv"), found: "notes.txt")) {
      try workspace.export([input], to: "a.csv") { $0.replaces = true }
    }
    #expect(try workspace.bytes("a.csv/notes.txt") == Array("mine\n".utf8))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: workspace.path).sorted()
        == ["a.csv", "a.jsonl", "a.sqlite", "records.jsonl"])
  }

  @Test func `a folder that is not there is told`() throws {
    let input = try workspace.write([Workspace.bare(text: "好")], to: "records.jsonl")
    for name in ["none/a.sqlite", "none/a.jsonl", "none/a.csv"] {
      #expect(throws: ExportFailure.unwritable(workspace.file(name) + "", reason: "No such file or directory")) {
        do { try workspace.export([input], to: name) } catch let failure as ExportFailure {
          guard case .unwritable(_, let reason) = failure else { throw failure }
          throw ExportFailure.unwritable(workspace.file(name), reason: reason)
        }
      }
    }
  }

  @Test func `folders of shards are read in the order of their names, also compressed`() throws {
    let golden = try Workspace.golden()
    try FileManager.default.createDirectory(atPath: workspace.file("shards"), withIntermediateDirectories: true)
    _ = try workspace.write(Array(golden[..<5]), to: "shards/part-00000.jsonl")
    _ = try workspace.write(Array(golden[5...]), to: "rest.jsonl")
    try workspace.export([workspace.file("rest.jsonl")], to: "shards/part-00001.jsonl.zst")
    _ = try workspace.write(["{}"], to: "shards/part-00002.jsonl.part")
    #expect(try workspace.export([workspace.file("shards")], to: "all.jsonl") == [])
    _ = try workspace.write(golden, to: "golden.jsonl")
    #expect(try workspace.bytes("all.jsonl") == workspace.bytes("golden.jsonl"))
    _ = try workspace.write(["{}"], to: "shards/errors-00000.jsonl")
    _ = try workspace.write([#"{"format":"gangmu.run/1"}"#], to: "shards/journal.jsonl")
    let told = try workspace.export([workspace.file("shards")], to: "again.jsonl")
    #expect(told.count == 1 && told[0].hasSuffix("(input.unfinished)"), "\(told)")
    #expect(try workspace.bytes("again.jsonl") == workspace.bytes("golden.jsonl"))
  }

  @Test func `CSV has a byte order mark where it is wanted`() throws {
    let input = try workspace.write([Workspace.bare(text: "好")], to: "records.jsonl")
    try workspace.export([input], to: "a.csv") { $0.hasByteOrderMark = true }
    for table in Table.all {
      let bytes = try workspace.bytes("a.csv/\(table.name).csv")
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF] + Array("document,".utf8)), "\(table.name)")
    }
  }

  @Test func `copies and classes join the records`() throws {
    let lines = ["0a", "0b", "0a"].map { Workspace.bare(id: "00000000000000\($0)", text: "好") }
    let input = try workspace.write(lines, to: "records.jsonl")
    func copy(_ id: String, _ row: Int, _ relation: String) -> String {
      """
      {"id":"00000000000000\(id)","cluster":0,"representative":"000000000000000a","representative_row":\(row),\
      "relation":\(relation),"similarity":1.0000,"jaccard":1.0000,"containment":1.0000}
      """
    }
    let copies = [copy("0a", 0, "null"), copy("0b", 0, "\"near\""), copy("0a", 0, "\"exact\"")]
    let copiesPath = try workspace.write(copies, to: "copies.jsonl")
    let classes = ["0a", "0b", "0a"].map { #"{"id":"00000000000000\#($0)","label":"教育","probability":0.9000}"# }
    let classesPath = try workspace.write(classes, to: "classes.jsonl")
    for name in ["a.sqlite", "a.jsonl"] {
      try workspace.export([input], to: name) { ($0.copies, $0.classes) = (copiesPath, classesPath) }
    }
    #expect(
      try workspace.rows("a.sqlite", "SELECT document, representative, relation FROM copies ORDER BY document")
        == [["1", "1", "NULL"], ["2", "1", "near"], ["3", "1", "exact"]])
    #expect(try workspace.rows("a.sqlite", "SELECT label, count(*) FROM classes") == [["教育", "3"]])
    #expect(try workspace.rows("a.sqlite", "PRAGMA foreign_key_check") == [])
    let joined = String(decoding: try workspace.bytes("a.jsonl"), as: UTF8.self).split(separator: "\n")
    #expect(joined[1].hasSuffix(#","class":{"label":"教育","probability":0.9000}}"#), "\(joined[1])")
    try workspace.export([workspace.file("a.sqlite")], to: "b.jsonl")
    #expect(try workspace.bytes("b.jsonl") == workspace.bytes("a.jsonl"))
  }

  @Test func `rows about other records are refused, and nothing is written`() throws {
    let input = try workspace.write([Workspace.bare(text: "好")], to: "records.jsonl")
    let cases = [
      ([#"{"id":"other","label":"x","probability":1.0}"#], "join.mismatch"),
      ([], "join.too_short"),
      (Array(repeating: #"{"id":"00000000000000ab","label":"x","probability":1.0}"#, count: 2), "join.too_long"),
    ]
    for (lines, code) in cases {
      let classes = try workspace.write(lines, to: "classes.jsonl")
      do {
        try workspace.export([input], to: "a.sqlite") { $0.classes = classes }
        Issue.record("\(code) is not told")
      } catch ExportFailure.input(let failure) {
        #expect(failure.code == code, "\(failure)")
      }
      #expect(!FileManager.default.fileExists(atPath: workspace.file("a.sqlite")))
    }
  }
}
