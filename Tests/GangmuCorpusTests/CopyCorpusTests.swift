import Gangmu
import GangmuCopies
import GangmuCorpus
import HanText
import TestSupport
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
    var corpus = CopyCorpus([folder.file("texts.jsonl")], options: options) { log.failures.append($0) }
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

  @Test func taiwansWordsAreAScriptVariant() throws {
    var failures: [InputFailure] = []
    let body = """
      为进一步增强全体师生的网络安全意识,提高学校信息化管理水平,根据上级有关文件精神,结合学校实际,制定本方案。
      各班级要充分认识这项工作的重要意义,指定专人负责,做好宣传发动,营造良好的氛围。
      信息中心负责检查服务器和数据库,更新操作系统,备份重要文件,并将检查情况及时上报。
      全体教师要带头遵守有关规定,不得在网络上发布未经核实的消息,不得泄露学生的个人资料。
      活动结束以后,各班级于本月底以前将总结材料报送办公室,学校将对表现突出的班级给予表扬。

      """
    let converted = Converter(.s2twp).convert(body)
    #expect(converted.contains("資訊中心") && converted.contains("伺服器"), "\(converted)")
    let rows = try rows(lines([body, converted]), failures: &failures)
    #expect(rows[1]["relation"]?.string == "script_variant", "\(converted) \(rows)")
    // What was changed beside the words is no variant.
    let other = converted.replacing("本月底", with: "下月初")
    let changed = try self.rows(lines([body, other]), failures: &failures)
    #expect(changed[1]["relation"]?.string == "near", "\(other)")
  }

  @Test func sectionsOfPlainTextAreCompared() throws {
    var failures: [InputFailure] = []
    let shared = "各班級要高度重視,確保活動取得實效,活動結束後及時上報書面總結材料,並附上照片和名單。"
    let first = "讀書節方案\n一、活動主題\n好書伴我成長\n二、活動要求\n\(shared)"
    let second = "衛生月方案\n一、組織領導\n成立領導小組\n二、活動內容\n打掃教室和操場\n三、活動要求\n\(shared)"
    let rows = try rows(lines([first, second]), level: .section, failures: &failures)
    #expect(rows.map { $0["id"]?.string } == ["t0#0", "t0#1", "t1#0", "t1#1", "t1#2"])
    #expect(rows[4]["representative"]?.string == "t0#1", "\(rows)")
    let span = rows[1]["span"]?.elements.compactMap(\.integer) ?? []
    let scalars = Array(first.unicodeScalars)
    #expect(String(String.UnicodeScalarView(scalars[span[0]..<span[1]])).hasPrefix("二、活動要求"))
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

  @Test func aPartIsGivenBackItsYearByTheCopyThatStatesIt() throws {
    // The representative has redacted it too, so the year comes from another copy, which is compared with the part itself.
    let plans = [
      Self.plan, Self.plan.replacing("20__年", with: "2018年").replacing("張貼海報", with: "發放手冊"),
      Self.plan.split(separator: "\n").prefix(6).joined(separator: "\n") + "\n",
    ]
    let parser = PageParser()
    var content: [UInt8] = []
    for record in try plans.flatMap({ try parser.records(bytes: Array($0.utf8), uri: "p") }) {
      record.appendJSON(to: &content, .line)
      content.append(0x0A)
    }
    var failures: [InputFailure] = []
    let rows = try rows(String(decoding: content, as: UTF8.self), failures: &failures)
    #expect(rows[2]["relation"]?.string == "part_of", "\(rows[2])")
    for row in [rows[0], rows[2]] {
      #expect(row["restored"]?.elements.first?["year"]?.integer == 2018, "\(row)")
    }
  }

  @Test func yearsThatCopiesDisagreeOnAreNotGivenBack() throws {
    let parser = PageParser()
    var content: [UInt8] = []
    for year in ["20__年", "2018年", "2019年"] {
      for record in try parser.records(bytes: Array(Self.plan.replacing("20__年", with: year).utf8), uri: "p") {
        record.appendJSON(to: &content, .line)
        content.append(0x0A)
      }
    }
    var failures: [InputFailure] = []
    let rows = try rows(String(decoding: content, as: UTF8.self), failures: &failures)
    #expect(Set(rows.map { $0["cluster"] }).count == 1)
    #expect(rows.allSatisfy { $0["restored"] == nil }, "\(rows)")
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
