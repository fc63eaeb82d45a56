import GangmuPages
import HanText
import Testing

/// What is kept of a page and what is set aside, on pages of the kinds that Chinese sites have.
@Suite struct MainContentTests {
  private static let paragraph = "为深入贯彻落实上级部署，进一步提高师生安全意识，学校决定开展安全教育周活动，现将有关事项通知如下。"
  private static let other = "各班级要高度重视，认真组织，活动结束后将总结材料报送至学生处，联系电话见文末，逾期不予受理。"

  private func read(_ html: String) throws -> Page {
    try PageReader().read(Array(html.utf8), mediaType: "text/html")
  }

  private func body(_ page: Page) -> [String] {
    page.body.map { page.content.text.string($0.span) }
  }

  private static func links(_ names: String...) -> String {
    names.map { "<li><a href='/\($0)'>\($0)</a></li>" }.joined()
  }

  private static let furniture = (
    head: """
    <html><head><title>关于开展安全教育周的通知_某某学校网站</title></head><body>
    <div class="top"><ul class="nav">\(links("首页", "学校概况", "机构设置", "新闻中心", "通知公告", "教学科研", "招生就业", "校园文化"))</ul></div>
    <div class="path">当前位置：<a href=/>首页</a> &gt; <a href=/tz>通知公告</a> &gt; 正文</div>
    """,
    foot: """
    <div class="right"><h3>点击排行</h3><ul>\(links("我校召开工作会议", "运动会圆满结束", "学生作品获奖", "教师节表彰大会举行"))</ul></div>
    <div class="footer">版权所有：某某学校　地址：某某路1号，邮编：100000，电话：010-12345678。</div></body></html>
    """
  )

  @Test func anArticleIsKeptAndWhatStandsAroundItIsNot() throws {
    let page = try read(
      """
      \(Self.furniture.head)<div class="content"><h1>关于开展安全教育周的通知</h1>
      <div class="info">发布时间：2019-09-07 10:20　来源：学生处　点击次数：123</div>
      <p>\(Self.paragraph)</p><p>一、活动主题</p><p>安全在心中</p><p>二、活动时间</p><p>\(Self.other)</p>
      <table><tr><th>任务</th><th>责任单位</th></tr><tr><td>宣传</td><td>团委</td></tr></table>
      <p>附件：活动安排表</p><p>责任编辑：王某</p><div class="share">分享到：微信 微博</div>
      <p>上一篇：<a href=1>关于放假的通知</a></p><p>下一篇：<a href=2>没有了</a></p></div>\(Self.furniture.foot)
      """)
    #expect(
      body(page) == [
        Self.paragraph, "一、活动主题", "安全在心中", "二、活动时间", Self.other, "任务\t责任单位", "宣传\t团委", "附件：活动安排表",
      ])
    #expect(page.titleBlocks == 0..<1)
    #expect(page.content.text.string(page.content.blocks[0].span) == "关于开展安全教育周的通知")
    #expect(page.particulars == PageParticulars(source: "学生处", published: "2019-09-07"))
    let rules = Set(page.noise.map(\.rule))
    #expect(rules.isSuperset(of: ["page.navigation", "page.particulars", "page.share", "page.related", "page.footer"]))
    let noise = page.noise.map(\.text).joined(separator: "\n")
    for line in ["责任编辑：王某", "上一篇：关于放假的通知", "首页", "版权所有", "我校召开工作会议"] { #expect(noise.contains(line), "\(line)") }
    #expect(flaw(in: page) == nil)
  }

  @Test func nothingIsLost() throws {
    let html =
      "\(Self.furniture.head)<div><p>\(Self.paragraph)</p><p>\(Self.other)</p></div><div class=comments><p>写得好，支持。</p></div>"
      + Self.furniture.foot
    let page = try read(html)
    let all = (page.noise.map(\.text) + page.content.blocks.map { page.content.text.string($0.span) }).joined()
    for word in ["学校概况", "写得好，支持。", "版权所有", "运动会圆满结束", Self.other] { #expect(all.contains(word), "\(word)") }
    #expect(page.noise.contains { $0.rule == "page.comments" && $0.text == "写得好，支持。" }, "\(page.noise)")
  }

  @Test func aFragmentIsKeptWhole() throws {
    let html =
      "<h3>活动方案</h3><p>组长：张某</p><div><p>\(Self.paragraph)</p><p>\(Self.other)</p></div><p>成员：李某、王某</p><p><a href=x>附件1.doc</a></p>"
    let page = try read(html)
    #expect(page.noise.isEmpty, "\(page.noise)")
    #expect(page.content.blocks.count == 6)
  }

  @Test func anOutlineOfShortLinesIsKept() throws {
    let lines = (1...9).map { "<p>\($0)、第\($0)项活动</p>" }.joined()
    let page = try read(
      "\(Self.furniture.head)<div class=box><p>\(Self.paragraph)</p>\(lines)</div>\(Self.furniture.foot)")
    #expect(body(page).count == 10, "\(body(page))")
  }

  @Test func aParagraphOfKeywordLinksIsText() throws {
    let linked = "为<a href=1>做好网络安全</a>工作，<a href=2>提高师生的安全意识</a>和<a href=3>防护技能</a>，<a href=4>学校决定开展活动</a>。"
    let page = try read(
      "\(Self.furniture.head)<div class=box><p>\(Self.paragraph)</p><p>\(linked)</p></div>\(Self.furniture.foot)")
    #expect(body(page).last?.hasPrefix("为做好网络安全") == true, "\(body(page))")
  }

  @Test func repliesOfAThreadAreSetAside() throws {
    let replies = (1...5).map { "<div class='reply'><a href=u>用户\($0)</a><p>谢谢楼主分享，学习了。</p></div>" }.joined()
    let page = try read(
      "\(Self.furniture.head)<div class=post><p>\(Self.paragraph)</p><p>\(Self.other)</p></div>\(replies)\(Self.furniture.foot)"
    )
    #expect(body(page) == [Self.paragraph, Self.other])
    #expect(page.noise.count { $0.rule == "page.comments" } >= 1)
  }

  @Test func namesThatLieDoNotHideAnArticle() throws {
    let page = try read(
      "\(Self.furniture.head)<div class='sidebar comment'><p>\(Self.paragraph)</p><p>\(Self.other)</p></div>\(Self.furniture.foot)"
    )
    #expect(body(page) == [Self.paragraph, Self.other])
  }

  @Test func aListOfLinksHoldsNoDocument() throws {
    let items = (1...30).map { "<li><a href=\($0)>关于第\($0)次会议的通知</a> 2019-09-07</li>" }.joined()
    #expect(throws: PageError(code: "page.list", message: "the page is a list of links without a document")) {
      try read("\(Self.furniture.head)<ul>\(items)</ul>\(Self.furniture.foot)")
    }
  }

  @Test func anArticleHiddenUntilItsScriptRunsIsRead() throws {
    let page = try read(
      "<h1>标题在此</h1><div id=js_content style='visibility: hidden'><p>\(Self.paragraph)</p></div><p>\(Self.other)</p>")
    #expect(page.content.blocks.count == 3)
  }

  @Test(arguments: [
    ("<meta name=PubDate content='2020-02-29 10:00'>", "2020-02-29"),
    ("<meta property='article:published_time' content='2019-9-7T08:00:00+08:00'>", "2019-09-07"), ("", nil),
  ])
  func metaElementsSayWhenAPageWasPublished(meta: String, day: String?) throws {
    #expect(try read("<head>\(meta)</head><p>\(Self.paragraph)</p>").particulars.published == day)
  }

  @Test(arguments: [
    ("2019年02月13日", "2019-02-13"), ("", nil),
  ])
  func theTableAboveADocumentTellsPublicationFromSigning(published: String, day: String?) throws {
    let table = """
      <table><tr><td>索 引 号：</td><td>000014349/2019-00003</td><td>主题分类：</td><td>水利</td></tr>
      <tr><td>发文机关：</td><td>某某县人民政府</td><td>成文日期：</td><td>2019年01月24日</td></tr>
      <tr><td>发文字号：</td><td>某政发〔2019〕4号</td><td>发布日期：</td><td>\(published)</td></tr></table>
      """
    let page = try read(
      "\(Self.furniture.head)\(table)<h1>关于节水的通知</h1><p>\(Self.paragraph)</p><p>\(Self.other)</p>\(Self.furniture.foot)"
    )
    #expect(page.particulars.published == day)
  }

  @Test func tablesInFurnitureAndRowsKeepTheirPlaces() throws {
    let rows = (1...40).map { "<tr><td><div>第\($0)项<td><div>学生处<td><div></tr>" }.joined()
    let page = try read(
      "\(Self.furniture.head)<div><p>\(Self.paragraph)<table>\(rows)</table><p>\(Self.other)</div>\(Self.furniture.foot)"
    )
    #expect(body(page).count == 42, "\(body(page).count)")
    #expect(flaw(in: page) == nil)
  }
}
