import Foundation
import GangmuCorpus
import GangmuTables
import Testing

@Suite struct SearchTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// Has SQLite compare the index with the texts.
  private static let indexCheck = "INSERT INTO search(search, rank) VALUES ('integrity-check', 1)"

  private func database(_ texts: [String]) throws -> String {
    let input = try workspace.write(texts.map { Workspace.bare(text: $0) }, to: "records.jsonl")
    try workspace.export([input], to: "records.sqlite")
    return workspace.file("records.sqlite")
  }

  @Test(arguments: [
    ("網絡安全", [1, 2]), ("网络安全", [1, 2]), ("ＰＰＴ", [3]), ("ppt", [3]), ("網絡 宣傳", [2]), ("网", [1, 2]), ("安全", [1, 2, 3]),
    ("安全 PPT", [3]), ("没有的词", []), ("𠮷野家", [4]), ("\"", [5, 10]), ("\"引号\" 内", [5]), ("  ", []), ("ⅳ级响应", [6]),
    ("第五屆 網", [2]), ("响应", [6]), ("响", [6]), ("ὀδός", [7]), ("Ꭰ Ⴀ", [7]), ("ᎠႠⰀ", [7]),
    ("应", [6]), ("话", [5]), ("的话", [5]), ("鼠", [8]), ("猫鼠", []), ("𠮷", [4]), ("p", [3]), ("安 鼠", []), ("安 网", [1, 2]),
    ("5µm", [9]), ("µm", [9]), ("ύς", [10]), ("ſt", [10]), ("\"\u{301}b", [10]),
  ])
  func `a search finds all scripts, widths and lengths`(query: String, expected: [Int]) throws {
    let path = try database([
      "加强网络安全教育", #"第五屆\n國家網絡安全宣傳周"#, "安全教育ＰＰｔ课件", #"\ud842\udfb7野家"#, #"\"引号\"内的话"#, "Ⅳ级响应", "ὈΔΌΣ ὀδός ᎠႠⰀ", "鼠",
      "直徑5µm以下", #"Οδυσσεύς ſt \"\u0301b"#,
    ])
    let hits = try Search(in: path).hits(query, limit: 10)
    #expect(hits.map(\.document) == expected, "\(query)")
    #expect(Set(try Search(in: path).hits(query, limit: 10, ranked: true).map(\.document)) == Set(expected), "\(query)")
  }

  @Test(arguments: [
    ("网路安全", [1, 2]), ("網絡安全", [1, 2]), ("网络", [1, 2]), ("網路 資訊", [1]), ("信息", [1]), ("U盘", [3]), ("隨身碟", [3]),
    ("文件", [5]), ("网络信息", []), ("網路 隨身碟", []), ("網際網路", [4]), ("网络U盘", []),
  ])
  func `a search finds the words of the mainland and of Taiwan`(query: String, expected: [Int]) throws {
    let path = try database(["網路安全與資訊素養", "网络安全教育", "请带U盘来", "互聯網", "红头文件", "檔案室"])
    for isRanked in [false, true] {
      let hits = try Search(in: path).hits(query, limit: 10, ranked: isRanked)
      #expect(hits.map(\.document).sorted() == expected, "\(query)")
      #expect(hits.allSatisfy { !$0.snippet.found.isEmpty }, "\(query)")
    }
  }

  @Test func `a hit shows the word as the page has it, whichever region's it is`() throws {
    let hits = try Search(in: try database(["加強網路安全", "加强网络安全"])).hits("網絡安全", limit: 2)
    #expect(hits.map(\.snippet.found) == ["網路安全", "网络安全"])
  }

  @Test(arguments: ["啊", "啊啊", "啊 网", "啊啊 网络安"])
  func `a short word is found however often it occurs`(query: String) throws {
    let path = try database(["网", String(repeating: "啊", count: 40_000) + "网络安全", "啊", "没有"])
    let expected = query.contains("网") ? [2] : query == "啊" ? [2, 3] : [2]
    #expect(try Search(in: path).hits(query, limit: 10).map(\.document) == expected)
  }

  @Test func `a hit shows what stands in the page`() throws {
    let path = try database([#"方案\n為推進國家網絡安全宣傳周,我校決定\n二"#])
    let hit = try #require(try Search(in: path).hits("网络安全", limit: 1).first)
    #expect(hit.snippet.before == "為推進國家")
    #expect(hit.snippet.found == "網絡安全")
    #expect(hit.snippet.after == "宣傳周,我校決定")
    #expect(hit.span == 8..<12)
    #expect(
      String(decoding: hit.json, as: UTF8.self)
        == #"{"document":1,"id":"00000000000000ab","title":null,"uri":"a.txt","span":[8,12],"snippet":"為推進國家網絡安全宣傳周,我校決定"}"#
    )
  }

  @Test func `the index is what SQLite would have made, on pages of every size`() throws {
    var generator = SystemRandomNumberGenerator()
    var texts = ["", "一", "一二", "一二三", String(repeating: "啊", count: 30_000), String(repeating: "网络安全", count: 9000)]
    let alphabet = Array("网络安全教育宣传周活动方案一二三四五六七八九十AbC 。µςſΣİ\u{FFFE}\u{1FBE}")
    for length in 0..<400 {
      texts.append(String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }))
    }
    _ = try database(texts)
    #expect(try workspace.rows("records.sqlite", Self.indexCheck) == [])
    let found = try workspace.rows("records.sqlite", "SELECT rowid FROM search WHERE search MATCH '网络安' ORDER BY rowid")
    let expected = texts.enumerated().filter { $0.element.contains("网络安") }.map { [String($0.offset + 1)] }
    #expect(found == expected)
    // The index goes on as any other: rows can be added, and its parts be merged.
    _ = try workspace.rows("records.sqlite", "INSERT INTO search_text VALUES (9999, '后来的网络安全')")
    _ = try workspace.rows("records.sqlite", "INSERT INTO search(rowid, text) VALUES (9999, '后来的网络安全')")
    _ = try workspace.rows("records.sqlite", "INSERT INTO search(search) VALUES ('optimize')")
    #expect(try workspace.rows("records.sqlite", Self.indexCheck) == [])
    #expect(
      try workspace.rows("records.sqlite", "SELECT rowid FROM search WHERE search MATCH '来的网' ORDER BY rowid") == [
        ["9999"]
      ])
  }

  @Test func `the index is what SQLite would have made of very many different characters`() throws {
    // With a long text these are so many that a trigram and its place need more than 64 bits.
    let characters = [0x4E00...0x9FFF, 0xAC00...0xD7A3].joined().compactMap(Unicode.Scalar.init).map(Character.init)
    _ = try database([String(repeating: String(characters), count: 20)])
    #expect(try workspace.rows("records.sqlite", Self.indexCheck) == [])
    #expect(try workspace.rows("records.sqlite", "SELECT rowid FROM search WHERE search MATCH '힡힢힣'") == [["1"]])
  }

  @Test(arguments: [
    "PRAGMA application_id = 7", "PRAGMA user_version = 99", "DROP TABLE search_text",
  ])
  func `another program's or version's database is refused`(change: String) throws {
    let path = try database(["网络安全"])
    _ = try workspace.rows("records.sqlite", change)
    #expect(throws: InputFailure.self) { try Search(in: path) }
  }

  @Test(arguments: ["text = NULL", "id = NULL", "uri = NULL", "text = x'FF'"])
  func `a damaged row is told`(change: String) throws {
    let path = try database(["网络安全"])
    let column = change.prefix { $0 != " " }
    // A table without NOT NULL takes the place of the other; the views would hold it to its name.
    for view in try workspace.rows("records.sqlite", "SELECT name FROM sqlite_master WHERE type = 'view'") {
      _ = try workspace.rows("records.sqlite", "DROP VIEW \(view[0])")
    }
    let other = "CREATE TABLE other AS SELECT * FROM documents"
    for sql in [other, "UPDATE other SET \(change)", "DROP TABLE documents", "ALTER TABLE other RENAME TO documents"] {
      _ = try workspace.rows("records.sqlite", sql)
    }
    if change.hasSuffix("NULL") {
      #expect(try workspace.rows("records.sqlite", "SELECT \(column) FROM documents") == [["NULL"]])
    }
    let search = try Search(in: path)
    #expect(throws: InputFailure.self, "\(change)") { try search.hits("网络安全", limit: 10) }
  }

  @Test func `what is no database is told`() throws {
    let text = try workspace.write(["x"], to: "a.txt")
    for path in [text, workspace.file("none"), workspace.path] {
      #expect(throws: (any Error).self) { try Search(in: path) }
    }
  }
}
