import GangmuOutline
import HanText
import TestSupport
import Testing

@Suite("Documents of a page")
struct DocumentTests {
  @Test("numbered titles give a document each; introduction and related links are noise of the next one")
  func numberedTitles() {
    let found = documents(
      """
      消防安全活動方案
      下面是小編為大家整理的消防安全活動方案,歡迎閱讀!
      消防安全活動方案1
      一、時間
      11月9日。
      消防安全活動方案2
      一、主題
      人人講消防。
      消防安全活動方案相關文章:
      ★ 消防安全總結
      ★ 消防演練方案
      """)
    #expect(found.map { $0.title.map($0.text.string) } == ["消防安全活動方案1", "消防安全活動方案2"])
    #expect(
      found.map { $0.text.string(0..<$0.text.count) } == [
        "消防安全活動方案1\n一、時間\n11月9日。\n", "消防安全活動方案2\n一、主題\n人人講消防。\n",
      ])
    #expect(found.map { $0.noise.map(\.rule) } == [["noise.introduction"], ["noise.related_links"]])
  }

  @Test(
    "marks before a title count documents",
    arguments: [
      ("篇一:自查报告\n一、情况\n良好。\n篇二:自查报告\n一、情况\n较好。", ["篇一:自查报告", "篇二:自查报告"]),
      ("【篇1】春游方案\n集合出发。\n【篇2】秋游方案\n按时返回。", ["【篇1】春游方案", "【篇2】秋游方案"]),
      ("第一篇:工作总结\n完成任务。\n第二篇:工作计划\n继续努力。", ["第一篇:工作总结", "第二篇:工作计划"]),
      ("范文一:倡议书\n同学们好。\n范文二:倡议书\n老师们好。", ["范文一:倡议书", "范文二:倡议书"]),
    ])
  func leadingMarks(page: String, titles: [String]) {
    #expect(documents(page).map { $0.title.map($0.text.string) } == titles)
  }

  @Test("a page of several collections gives the documents of all, and an index of links gives none")
  func severalCollections() {
    let collection = "❶ 春游方案\n集合出发。\n❷ 秋游方案\n按时返回。\n"
    #expect(
      documents(collection + collection).map { $0.title.map($0.text.string) } == [
        "春游方案", "秋游方案", "春游方案", "秋游方案",
      ])
    #expect(
      documents("❶ 春游方案\n❷ 秋游方案\n❸ 冬游方案\n" + collection).map { $0.title.map($0.text.string) } == [
        "春游方案", "秋游方案",
      ])
  }

  @Test("items of a question page are documents, with their mark as label and not in the title")
  func items() {
    let found = documents(
      "❶ 2022年宣傳周將於9月5日舉行,你準備好了嗎\n我準備好了。\n❷ 機關總結怎麼寫\n一、匯報內容\n寫清楚。\n二、問題\n找準。\n❸ 為什麼\n因為重要。")
    #expect(found.map(\.label) == ["❶", "❷", "❸"])
    #expect(found.map { $0.title.map($0.text.string) } == ["2022年宣傳周將於9月5日舉行,你準備好了嗎", "機關總結怎麼寫", "為什麼"])
  }

  @Test("a page with one document gives one, whatever its own numbering")
  func one() {
    for page in [
      "工作方案\n❶海报\n❷广播\n❸讲座", "工作方案\n第一步:动员\n开会。\n第二步:实施\n行动。", "工作方案\n一、目的\n二、时间", "无题的一段话。",
      "关于排查的函\n附件1\n一、情况\n附件2\n一、名单", "方案1\n一、目的",
    ] {
      #expect(documents(page).count == 1, "\(page)")
    }
    #expect(documents("").isEmpty)
  }

  @Test("keyword spam and further-reading lines inside a text are set aside where they stood")
  func noise() {
    let document = documents(
      "自查报告\n一、情况\n(1).安全口号 (2).安全用语 (3).知识答题 (4).标语55条\n良好。\n(7)民政局网络安全扩展阅读:\n二、问题\n不足。")[0]
    #expect(document.text.string(0..<document.text.count) == "自查报告\n一、情况\n良好。\n二、问题\n不足。\n")
    #expect(document.noise.map(\.rule) == ["noise.keyword_spam", "noise.reading_teaser"])
    #expect(document.noise.map(\.offset) == [10, 14])
    #expect(document.tree == "一、 [情况]\n二、 [问题]")
  }

  @Test(
    "the title is the first line that could be one, one that names a kind of document before others",
    arguments: [
      ("某某中学\n消防安全演练方案\n为了提高意识,制定本方案。", "消防安全演练方案"),
      ("某某市人民政府关于印发消防改革\n实施方案的通知\n各区县:\n请执行。", "某某市人民政府关于印发消防改革实施方案的通知"),
      ("某某县教育局\n关于表彰先进的决定\n各学校:", "某某县教育局关于表彰先进的决定"),
      ("关于开展活动的通知\n各单位:\n现通知如下。", "关于开展活动的通知"),
      ("管理办法(试行)\n第一条 为了规范。", "管理办法(试行)"), ("开学第一课\n同学们好。", "开学第一课"),
    ])
  func title(page: String, title: String) {
    let document = documents(page)[0]
    #expect(document.title.map(document.text.string) == title)
  }

  @Test("a page that begins with its first section has no title")
  func untitled() {
    #expect(documents("一、活动主题\n安全第一\n二、活动时间\n9月")[0].title == nil)
  }

  @Test("the lines that say what the page calls itself are its title, however they are broken")
  func named() {
    let page = BlockText(lines: "首頁\n某某辦公廳對十屆大會\n二次會議建議的答復\n代表們:\n收到。\n相關附件")
    let found = OutlineReader().documents(in: page, title: "某某办公厅对十届大会二次会议建议的答复_政府网")[0]
    #expect(found.title.map(found.text.string) == "某某辦公廳對十屆大會二次會議建議的答復")
  }
}
