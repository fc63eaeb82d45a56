import GangmuPages
import TestSupport
import Testing

/// Pages of two megabytes that a search which looks at the rest of the page again and again would take minutes or hours for.
@Suite struct HostilePageTests {
  private static let sentence = "各班级要高度重视，认真组织，活动结束后将总结材料报送至学生处，逾期不予受理。"
  private static let short = "本次活动分为三个阶段，请各班按时参加并做好记录。"

  private func read(_ parts: String...) throws -> Page {
    try PageReader().read(Array(parts.joined().utf8), mediaType: "text/html")
  }

  private func repeated(_ unit: String, bytes: Int = 2_000_000) -> String {
    String(repeating: unit, count: bytes / unit.utf8.count)
  }

  private func lines(_ page: Page) -> [String] {
    page.content.blocks.map { page.content.text.string($0.span) }
  }

  @Test(arguments: ["\\\"", "\\'", "\\`", "\\\\\\\"", "\"\n", "'\n\"", "`\\`\\", "'\\\"\\'", "\"'`\\"])
  func quotesInAScriptThatNothingCloses(unit: String) throws {
    for quote in ["", "\"", "'", "`"] {
      let page = try read("<p>始</p><script>", quote, repeated(unit), "</script>")
      #expect(lines(page) == ["始"], "\(quote)\(unit)")
    }
  }

  @Test func ofManyScriptsThatHoldMoreAndMoreTheLastCounts() throws {
    let scripts = (0..<1000).map {
      "<script>var c = \"\(Self.sentence)，\(Self.sentence)\(String(repeating: "好", count: $0))\"</script>\n"
    }
    let page = try read("<p>始</p>\n", scripts.joined())
    #expect(lines(page).first?.count == Self.sentence.count * 2 + 1 + 999, "\(lines(page))")
    #expect(page.content.blocks.first?.line == 1001)
  }

  @Test func headsOfCommentsWithoutComments() throws {
    let page = try read(
      "<title>通知</title><div><p>", Self.sentence, "</p>", repeated("<h3>网友评论</h3>"),
      repeated("<p>\(Self.sentence)</p>", bytes: 20_000),
      "</div>")
    #expect(lines(page).contains(Self.sentence))
  }

  @Test func commentsBelowAShortNotice() throws {
    let page = try read(
      "<title>通知</title><div><p>", Self.short, "</p></div>", repeated("<div><h3>网友评论</h3><p>好</p></div>"))
    #expect(lines(page) == [Self.short])
  }

  @Test func aTitleThatHoldsThePage() throws {
    let line = "请各班于九月一日前，把名单交到学生处，一式两份。"
    let page = try read(
      "<title>", repeated("题", bytes: 1_000_000), line, "</title><div>", repeated("<p>\(line)</p>", bytes: 1_000_000),
      "</div>")
    #expect(lines(page).contains(line))
  }

  @Test(arguments: [
    "<table border=1><tr><td>一<br>二<td>三</tr><tr><td>四<td>五</tr></table>", "<table><tr><td>字",
    "<table border=1><tr><td>一<br>二<td>三", "<div class=nav><a href=u>栏目</a>", "<div class=info>来源：办公室</div>",
    "<p>索引号：1</p>", "<p>发文机关：某局</p><p>文号：一</p>", "<p>2#</p><p>发表于 2013-5-1 10:22</p>", "<p>某ICP备00000000号</p>",
    "<p><a href=u>某某学校的通知</a></p><p>2019-09-01</p>", "<p>相关阅读</p><p><a href=u>通知</a></p>", "<a href=u>", "<p class=a",
    "<span style='font-family:Wingdings'>l",
  ])
  func manyOfAKind(unit: String) throws {
    let page = try read(
      "<title>通知</title><div><p>", Self.sentence, "</p>", repeated(unit), "</div><p>", Self.sentence, "</p>")
    #expect(lines(page).contains { $0.hasPrefix(Self.sentence) }, "\(unit): \(lines(page).prefix(5))")
  }
}
