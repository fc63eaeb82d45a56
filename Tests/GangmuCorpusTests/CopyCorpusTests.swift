import Gangmu
import GangmuCopies
import GangmuCorpus
import Testing

@Suite struct CopyCorpusTests {
  private static let plan = """
    網絡安全宣傳周活動方案
    為提高全體師生的網絡安全意識,結合學校實際,特制定本方案。
    一、活動時間
    20__年9月17日至9月23日。
    二、活動內容
    1.召開主題班會,講解個人信息保護的常識。
    2.在電子屏滾動播放宣傳標語,張貼海報。
    3.組織學生參觀網絡安全展覽,並撰寫心得體會。
    三、活動要求
    各班級要高度重視,確保活動取得實效,活動結束後上報總結。

    """

  private func lines(_ texts: [String]) -> String {
    texts.enumerated().map { number, text in
      let escaped = text.replacing("\n", with: "\\n").replacing("\"", with: "\\\"")
      return "{\"id\":\"t\(number)\",\"text\":\"\(escaped)\"}\n"
    }.joined()
  }

  private func rows(
    _ content: String, level: CopyLevel = .document, failures: inout [InputFailure]
  ) throws -> [JSONTree] {
    let folder = try TemporaryFolder()
    try folder.write(content, to: "texts.jsonl")
    var options = CopyCorpus.Options()
    options.level = level
    let log = Log()
    var corpus = CopyCorpus([folder.path + "/texts.jsonl"], options: options) { log.failures.append($0) }
    try corpus.findCopies()
    failures = log.failures
    return try (0..<corpus.count).map { try JSONTree(corpus.row($0)) }
  }

  private final class Log {
    var failures: [InputFailure] = []
  }

  @Test func tellsExactFromScriptVariant() throws {
    var failures: [InputFailure] = []
    let simplified = "网络安全宣传周活动方案 各班级组织主题班会。"
    let traditional = "網絡安全宣傳周活動方案　各班級組織主題班會。"
    let rows = try rows(lines([simplified, traditional, simplified + "\n"]), failures: &failures)
    #expect(rows.map { $0["relation"]?.string } == [nil, "script_variant", "exact"])
    #expect(Set(rows.map { $0["cluster"] }).count == 1)
    #expect(failures.isEmpty)
  }

  @Test func namesBadLinesAndGoesOn() throws {
    var failures: [InputFailure] = []
    let content = lines(["甲乙丙丁"]) + "{\"id\":1}\n\n[1]\nno\n{\"id\":{},\"text\":\"a\"}\n" + lines(["甲乙丙丁"])
    let rows = try rows(content, failures: &failures)
    #expect(rows.count == 2)
    #expect(rows[1]["relation"]?.string == "exact")
    #expect(failures.map { $0.uri.split(separator: ":").last.map(String.init) } == ["2", "4", "5", "6"])
    #expect(failures.map(\.code) == ["jsonl.missing", "jsonl.invalid", "jsonl.invalid", "jsonl.missing"])
  }

  @Test func comparesParagraphsOfDifferentDocuments() throws {
    var failures: [InputFailure] = []
    let shared = "各班級要高度重視,確保活動取得實效,活動結束後及時上報書面總結材料。"
    let rows = try rows(lines(["第一行的內容\n" + shared, shared + "\n另一行的內容"]), level: .paragraph, failures: &failures)
    #expect(rows.map { $0["id"]?.string } == ["t0#0", "t0#1", "t1#0", "t1#1"])
    #expect(rows[2]["representative"]?.string == "t0#1")
    #expect(rows[2]["relation"]?.string == "exact")
  }

  @Test func givesBackYearsAndTellsWhatChanged() throws {
    let parser = PageParser()
    let texts = [Self.plan, Self.plan.replacing("20__年", with: "2018年").replacing("張貼海報", with: "發放手冊")]
    let records = try texts.flatMap { try parser.records(bytes: Array($0.utf8), uri: "p") }
    var content: [UInt8] = []
    for record in records {
      record.appendJSON(to: &content, .line)
      content.append(0x0A)
    }
    var failures: [InputFailure] = []
    let rows = try rows(String(decoding: content, as: UTF8.self), failures: &failures)
    #expect(rows.contains { $0["relation"]?.string == "near" })
    let restored = rows[0]["restored"]?.elements.first
    #expect(restored?["year"]?.integer == 2018, "\(rows)")
    #expect(restored?["evidence"]?.string == "copy:\(records[1].id)")
    #expect(rows[1]["restored"] == nil)
    #expect(rows.contains { $0["changes"]?.elements.contains { $0["field"]?.string == "dates" } ?? false }, "\(rows)")
  }
}
