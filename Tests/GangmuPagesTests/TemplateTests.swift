import GangmuPages
import HanText
import TestSupport
import Testing

/// The article of pages as content systems of different ages and countries lay them out. Each is the skeleton of its kind.
@Suite struct TemplateTests {
  private static let first = "各班级要高度重视，认真组织，活动结束后将总结材料报送至学生处，逾期不予受理。"
  private static let second = "本次活動以班級為單位，請導師鼓勵同學踴躍參加，並於期限內將報名表送交學務處。"
  private static let title = "关于开展读书月活动的通知"
  private static let menu = (1...8).map { "<a href='/\($0)'>栏目名称\($0)</a>" }.joined(separator: " | ")
  private static let replies = ["谢谢楼主分享，正好需要，收藏了。", "写得很好，学习了，希望楼主多发这样的好文章，让大家一起学习。"]

  private func body(_ html: String) throws -> [String] {
    let page = try PageReader().read(Array(html.utf8), mediaType: "text/html")
    #expect(flaw(in: page) == nil)
    return page.body.map { page.content.text.string($0.span) }
  }

  /// A page whose parts are given.
  private func page(_ parts: String...) -> String {
    "<html><head><title>\(Self.title)_某某学校</title></head><body>\(parts.joined())</body></html>"
  }

  @Test func theFirstPostOfAThreadIsTheArticle() throws {
    func post(_ floor: Int, _ text: String) -> String {
      """
      <div id=post_\(floor)><table><tr><td><a href=u>会员\(floor)</a><p>积分</p></td><td><em>\(floor)#</em>
      <em>发表于 2013-5-\(floor) 10:22</em> | <a href=o>只看该作者</a><table><tr><td>\(text)</td></tr></table></td></tr></table></div>
      """
    }
    let long = Self.replies[1] + Self.replies[1] + Self.replies[1]
    let html = page(
      "<div>\(Self.menu)</div><div id=list><h1>\(Self.title)</h1>", post(1, "　　\(Self.first)<br>　　\(Self.second)"),
      post(2, Self.replies[0]), post(3, long), post(4, long), post(5, long), "</div>")
    #expect(try body(html) == [Self.first, Self.second])
  }

  @Test func commentsMayBeLongerThanWhatTheyAreAbout() throws {
    let comments = (1...12).map {
      "<div class=x><a href=u>用户\($0)</a> <span>\($0)小时前</span><p>\(Self.replies[1])</p><a href=r>回复</a></div>"
    }.joined()
    let html = page(
      "<div>\(Self.menu)</div><div class=a><h1>\(Self.title)</h1><p>\(Self.first)</p><p>\(Self.second)</p></div>",
      "<div class=b><h3>网友评论（12条）</h3><div>\(comments)</div></div>")
    #expect(try body(html) == [Self.first, Self.second])
  }

  @Test func aPageOfShortLinesIsKeptWithoutItsMenus() throws {
    let lines = ["组长：王建国", "副组长：李红　张伟", "成员：赵敏　钱进", "某某学校", "2019年9月1日"]
    let html = page(
      "<div>\(Self.menu)</div><ul>\((1...6).map { "<li><a href=\($0)>关于第\($0)次会议</a></li>" }.joined())</ul>",
      "<div><h1>\(Self.title)</h1><div>来源：办公室　时间：2019-09-01　点击：55</div>\(lines.map { "<p>\($0)</p>" }.joined())</div>",
      "<div>某某学校　版权所有　备案号：某ICP备00000000号</div>")
    #expect(try body(html) == lines)
  }

  @Test func aLayoutOfTablesLosesItsMenuAndItsImprint() throws {
    let menu = (1...9).map { "<TR><TD><A href=\($0).htm>栏目名称\($0)</A></TD></TR>" }.joined()
    let html = """
      <HTML><HEAD><TITLE>\(Self.title)</TITLE></HEAD><BODY><TABLE><TR><TD colSpan=2><IMG src=top.gif></TD></TR>
      <TR><TD><TABLE>\(menu)</TABLE></TD><TD><P align=center><B>\(Self.title)</B></P>
      <P>[ 作者：教导处 点击数：235 更新时间：2005-9-1 ]</P><FONT face=宋体>&nbsp; \(Self.first)<BR>&nbsp; \(Self.second)</FONT>
      <P>【<A href=c>关闭窗口</A>】</P></TD></TR>
      <TR><TD colSpan=2>某某小学版权所有 地址：某某路八号 电话：1234567<BR>Copyright 2005</TD></TR></TABLE></BODY></HTML>
      """
    #expect(try body(html) == [Self.first, Self.second])
  }

  @Test func theTableAboveAnOfficialDocumentIsParticulars() throws {
    let html = page(
      """
      <table><tr><td>索 引 号：</td><td>0001/2018-012</td><td>主题分类：</td><td>教育</td></tr>
      <tr><td>发文机关：</td><td>某某县教育局</td><td>成文日期：</td><td>2018年5月1日</td></tr>
      <tr><td>标　　题：</td><td>\(Self.title)</td></tr></table>
      <p>某教办〔2018〕12号</p><h1>\(Self.title)</h1><p>\(Self.first)</p><p>\(Self.second)</p><p>附件：<a href=x>报名表.doc</a></p>
      """)
    #expect(try body(html) == ["某教办〔2018〕12号", Self.first, Self.second, "附件：报名表.doc"])
  }

  @Test func aTitleThatIsBrokenIsATitle() throws {
    let page = try PageReader().read(
      Array(self.page("<p>关于开展</p><p>读书月活动的通知</p><p>\(Self.first)</p><p>\(Self.second)</p>").utf8))
    #expect(page.titleBlocks == 0..<2)
  }

  @Test func linesThatBeginLikeToolsAreText() throws {
    let lines = [
      "时间：2021年9月10日", "地点：学校报告厅", "主办单位：校团委", "承办单位：各班团支部", "分享读书心得", Self.first, "微信推送", "关注留守儿童",
      "打印倡议书，张贴于班级文化墙", "返回学校后上交活动记录表",
    ]
    let html = page(
      "<div>\(Self.menu)</div><div><h1>\(Self.title)</h1>\(lines.map { "<p>\($0)</p>" }.joined())<p>打印 | 关闭</p></div>")
    #expect(try body(html) == lines)
  }

  @Test func aContactIsTextAndAnAddressInAnImprintIsNot() throws {
    let lines = [Self.first, "联系人：张三，联系电话：0512-12345678", "地址：某某路12号三楼会议室，邮编：215000"]
    let html = page(
      "<div><h1>\(Self.title)</h1>\(lines.map { "<p>\($0)</p>" }.joined())</div>",
      "<div><p>版权所有：某某学校</p><p>地址：某某路12号　电话：0512-87654321</p></div>")
    #expect(try body(html) == lines)
  }

  @Test func pagesOfAReaderAreOneDocument() throws {
    let long = Array(repeating: "<p>\(Self.first)</p>", count: 6).enumerated().map {
      "\($1)<p>第\($0)项，\(Self.second)</p>"
    }
    let html = page(
      "<div>\(Self.menu)</div><div class=reader><div class=leaf>\(long.joined())</div><div class=leaf><p>\(Self.second)</p></div></div>"
    )
    #expect(try body(html).last == Self.second)
  }

  @Test func aListOfSummariesHoldsNoDocument() throws {
    let items = (1...12).map {
      "<dl><dt><a href=\($0)>\(Self.title)\($0)</a></dt><dd>\(Self.first)…<a href=\($0)>详细</a></dd></dl>"
    }
    #expect(throws: PageError.self) { try body(page("<div>\(Self.menu)</div>\(items.joined())")) }
  }

  @Test func anArticleOfShortParagraphsIsNoList() throws {
    let links = (1...20).map { "<li><a href=\($0)>关于第\($0)次会议的通知</a></li>" }.joined()
    let html = page(
      "<ul>\(links)</ul><div class=con><p>\(Self.first)</p><p>\(Self.second)</p><p>\(Self.first)</p></div>")
    #expect(try body(html).count >= 2)
  }

  @Test(arguments: [
    NamedText(
      "a state",
      #"window.__STATE__={"article":{"title":"x","content":"<p>\#(first)</p><p>\#(second)\u6b22\u8fce<\/p>"}};"#),
    NamedText(
      "JSON in a string",
      #"var d = JSON.parse("{\"content\":\"\#(first)\\n\#(second)欢迎\"}");"#),
    NamedText(
      "a list of parts",
      #"render({list:[{type:"p",text:"\#(first)\#(first)"},{type:"p",text:"\#(second)\#(second)"},{type:"p",text:"\#(first)欢迎"}]})"#
    ),
    NamedText(
      "escaped markup",
      #"var c = '&lt;p&gt;\#(first)&lt;/p&gt;&lt;p&gt;\#(second)欢迎&lt;/p&gt;';"#),
  ])
  func theTextOfAPageThatItsScriptPutsTogetherIsRead(script: NamedText) throws {
    let html = page("<div id=app>加载中</div><script>\(script.text)</script>")
    let page = try PageReader().read(Array(html.utf8))
    let lines = page.content.blocks.map { page.content.text.string($0.span) }
    #expect(lines.first?.hasPrefix(Self.first) == true && lines.last?.hasSuffix("欢迎") == true, "\(lines)")
    #expect(page.warnings.map(\.code) == ["page.script_text"])
    #expect(page.noise.first?.text == "加载中")
  }

  @Test func aPageWithTextDoesNotLookIntoItsScripts() throws {
    let script = "<script>var ad = {content: '\(Self.second)\(Self.second)\(Self.second)'}</script>"
    #expect(
      try body(page("<h1>\(Self.title)</h1><p>\(Self.first)</p><p>\(Self.first)。</p>", script)).first == Self.first)
  }

  @Test(arguments: ["返回某某网首页", "返回某某，查看更多", "返回新闻频道>>", "京ICP05000000号", "粵ＩＣＰ１２００００００號"])
  func aLineBehindTheTextThatIsOfASiteOfAnyNameIsNoText(line: String) throws {
    let html = page("<div><h1>\(Self.title)</h1><p>\(Self.first)</p><p>\(Self.second)</p><p>\(line)</p></div>")
    #expect(try body(html) == [Self.first, Self.second], "\(line)")
  }

  @Test(arguments: ["返回学校", "下午五点　返回驻地", "返回某某宾馆，整理行李"])
  func aLineBehindTheTextThatSaysWhoGoesBackIsText(line: String) throws {
    let html = page("<div><h1>\(Self.title)</h1><p>\(Self.first)</p><p>\(Self.second)</p><p>\(line)</p></div>")
    #expect(try body(html) == [Self.first, Self.second, line], "\(line)")
  }

  @Test func anAmpersandInALinkIsNoText() throws {
    #expect(try dump(html: "<p><a href='a.php?mod=space&uid=2'>会员</a>方案</p>") == ["1 p 会员方案"])
  }
}
