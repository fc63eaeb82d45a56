import Gangmu
import GangmuPages
import HanText
import Testing

@Suite struct PageParserTests {
  private let parser = PageParser()

  /// A page of one plan.
  private static let plan = """
    校園讀書節活動方案
    一、活動主題
    好書伴我成長
    二、活動時間
    2023年4月23日
    """

  @Test func `a page gives a record for each document, with its source`() throws {
    let records = try parser.records(bytes: Array(Self.plan.utf8), uri: "plan.txt")
    let record = try #require(records.first)
    #expect(records.count == 1)
    #expect(record.format == "gangmu.document/1")
    #expect(record.source.uri == "plan.txt")
    #expect(record.source.mediaType == "text/plain")
    #expect(record.source.encoding == "utf-8")
    #expect(record.source.index == 0)
    #expect(record.source.sha256.count == 64)
    #expect(record.title == "校園讀書節活動方案")
    #expect(record.sections.map(\.heading) == ["活動主題", "活動時間"])
    #expect(record.script.label == .hant)
    #expect(record.extractor == .current)
  }

  /// Pages copied from one script to the other, by characters with several forms and by words that a conversion spells
  /// otherwise (回覆, 繫), and to both regional standards.
  @Test func `each document of a page has the repairs of its own text`() throws {
    let page = """
      篇一:网络安全宣传周活动方案
      一、活动主题
      共建网络\u{200B}安全,共享网络文明
      篇二:读书节活动方案
      一、活动\u{200B}主题
      好书伴我\u{200B}成长
      篇三:植树节活动方案
      一、活动主题
      """
    let records = try parser.records(bytes: Array(page.utf8), uri: "plans.txt")
    #expect(records.map { $0.repairs.map(\.offset) } == [[26], [15, 22], []])
  }

  @Test func `copies that differ in script alone have one id`() throws {
    let page = """
      校园后勤里的安全检查方案
      一、台账与联系
      请各干部回复后复核系统,发现面条、头发等及时清理,覆盖范围包括宿舍里外、公里数和准备工作。
      二、只有一只钟表的了解与计划
      """
    func id(_ text: String) throws -> String? { try parser.records(bytes: Array(text.utf8), uri: "p").first?.id }
    let original = try id(page)
    #expect(original != nil)
    for there in [.s2t, .s2tw, .s2hk] as [ConversionConfiguration] {
      let copy = Converter(there).convert(page)
      #expect(try id(copy) == original, "\(there): \(copy)")
      for back in [.t2s, .tw2s, .hk2s, .t2tw, .t2hk] as [ConversionConfiguration] {
        let again = Converter(back).convert(copy)
        #expect(try id(again) == original, "\(there), \(back): \(again)")
      }
    }
    #expect(try id(page.replacing("检查", with: "大检查")) != original)
  }

  @Test func `the same bytes give the same bytes`() throws {
    let twice = try (0..<2).map { _ in try parser.records(bytes: Array(Self.plan.utf8), uri: "p").map { $0.json() } }
    #expect(twice[0] == twice[1])
  }

  @Test func `a parser serves many tasks at once`() async throws {
    let parser = parser
    let ids = await withTaskGroup(of: String?.self, returning: Set<String?>.self) { group in
      for _ in 0..<8 {
        group.addTask { try? parser.records(bytes: Array(Self.plan.utf8), uri: "p").first?.id }
      }
      return await group.reduce(into: []) { $0.insert($1) }
    }
    #expect(ids.count == 1)
    #expect(!ids.contains(nil))
  }

  @Test(arguments: [
    ("2020-01-01T00:00:00Z", "", [2001, 2007, 2012, 2018], "fetched:2020-01-01"),
    ("20130101083000", "", [2001, 2007, 2012], "fetched:2013-01-01"),
    ("2020-01-01T00:00:00Z", "2013-03-02", [2001, 2007, 2012], "published:2013-03-02"),
    ("2013-01-01T00:00:00Z", "2020-01-01", [2001, 2007, 2012], "fetched:2013-01-01"),
    ("no day", "", [2001, 2007, 2012, 2018, 2029], nil),
  ])
  func `the earlier day of publication and fetch bounds the years of a date`(
    fetched: String, published: String, years: [Int], evidence: String?
  ) throws {
    let meta = published.isEmpty ? "" : "<meta name=\"pubdate\" content=\"\(published)\">"
    let page = """
      <html><head>\(meta)<title>讀書節活動方案</title></head><body><h1>讀書節活動方案</h1>
      <p>20__年9月17日(星期一)上午在操場舉行啟動儀式,請各班級準時參加。</p></body></html>
      """
    let input = PageInput(uri: "p", bytes: Array(page.utf8), mediaType: "text/html", date: fetched)
    let date = try #require(try parser.records(in: input).flatMap(\.dates).first)
    #expect(date.yearCandidates == years, "\(date.evidence)")
    #expect(date.evidence == ["weekday:星期一"] + (evidence.map { [$0] } ?? []))
  }

  @Test func `the outline tree shows lines, markers, headings and the beginning of texts`() throws {
    let page = Self.plan + "\n三、要求\n1.請各班級於活動開始之前認真準備材料並且及時上報學校辦公室備案。\n2.注意安全\u{1B}[2J。"
    let document = try #require(try parser.documents(in: PageInput(uri: "p", bytes: Array(page.utf8))).first)
    let tree = OutlineTree(document).text
    #expect(tree.hasPrefix("     1  校園讀書節活動方案"))
    #expect(tree.contains("\n     2    一、活動主題"))
    #expect(tree.contains("\n     7      1.請各班級於活動開始之前認真準備材料並且及時上報學…"))
    #expect(!tree.contains("\u{1B}"), "a page must not command the terminal: \(tree)")
    #expect(OutlineTree(document, isColored: true).text.contains("\u{1B}[33m一、\u{1B}[0m"))
  }
}
