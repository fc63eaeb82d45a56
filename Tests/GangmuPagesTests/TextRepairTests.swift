import GangmuPages
import HanText
import Testing

@Suite struct TextRepairTests {
  private func read(_ lines: String) throws -> Page {
    try PageReader().read(Array(lines.utf8), mediaType: "text/plain")
  }

  private func text(_ page: Page) -> String { page.content.text.string(0..<page.content.text.count) }

  @Test(arguments: [
    ("按照区教育局、 教育 部门的统一部署开展工作。", "按照区教育局、教育部门的统一部署开展工作。"),
    ("積極營造校園 安全 氛圍。", "積極營造校園安全氛圍。"), ("各班討論後進行 總結 ，並上報。", "各班討論後進行總結，並上報。"),
    ("舉辦全校大學生 網路 知識競答活動", "舉辦全校大學生網路知識競答活動"),
    ("取得了良好的'效果，受到好評。", "取得了良好的效果，受到好評。"), ("开展网wǎng络luò安全教育", "开展网络安全教育"),
    ("某某县人民政府办公室    &sp;", "某某县人民政府办公室"), ("學生處&nbsp;&nbsp;", "學生處"), ("教务处 &nbsp", "教务处"),
  ])
  func whatContentFarmsPutInIsTakenOut(line: String, repaired: String) throws {
    #expect(text(try read(line)) == repaired)
  }

  @Test(arguments: [
    "聯系人：于　淼", "電 話：85711183", "組長：程某某 總工程師", "聯系人：於 淼 張子某", "參加人員 張三 李四 王五 趙六", "由學生處 團委 保衛處 後勤處共同負責。",
    "加强组织领导 落实工作责任 确保活动实效", "一、 活动 ", "20__年9月xx日 开展 活动", "于 2016 年 9 月 开始", "他说'好'，大家说'好'。", "使用iPhone 手机 拍摄",
    "Zhāng 先生", "研发部(R&D;", "网址 http://example.org/?a=1&b;", "某某公司A&nbsp", "学生处&amp", "&nbsp;",
    "\u{F06C}&nbsp",
  ])
  func whatMayBeMeantStays(line: String) throws {
    let page = try read(line)
    #expect(page.repairs.isEmpty, "\(page.repairs)")
    #expect(text(page) == line.trimmingSpaces())
  }

  @Test func theMembersOfTablesStay() throws {
    let html = "<table><tr><td>成员</td><td>张某某等 李某 王某某等人员</td></tr></table>"
    let page = try PageReader().read(Array(html.utf8), mediaType: "text/html")
    #expect(page.repairs.isEmpty)
  }

  @Test func repairsGiveTheTextBack() throws {
    let line = "　　按照区教育局、 教育 部门的统一部署 要求 ，取得了良好的'效果。"
    let page = try read("标题\n" + line + "\n第二段没有问题。")
    #expect(page.repairs.map(\.removed) == [" ", " ", " ", " ", "'"])
    var scalars = Array(text(page).unicodeScalars)
    for repair in page.repairs.reversed() {
      let offset = page.content.text.sourceMap.offset(ofSource: repair.source)
      scalars.insert(contentsOf: repair.removed.unicodeScalars, at: offset)
    }
    #expect(String(String.UnicodeScalarView(scalars)) == page.raw.string(0..<page.raw.count))
  }

  @Test func theMapLeadsBackToTheRawText() throws {
    let page = try read("积极营造校园 安全 氛围。\n各班进行 总结 ，并上报材料。")
    let (cleaned, raw) = (page.content.text, page.raw)
    for offset in 0..<cleaned.count where cleaned[offset] != "\n" {
      let source = try #require(cleaned.sourceMap.source(of: offset))
      #expect(raw.scalar(at: source) == cleaned.scalar(at: offset))
    }
    #expect(cleaned.sourceMap.segments.count == 6)
  }

  @Test func aParagraphThatStandsTwiceIsSetAsideOnce() throws {
    let paragraph = "为深入贯彻落实上级部署，进一步提高师生安全意识，决定开展活动。"
    let page = try read("\(paragraph)\n\(paragraph)\n同上\n同上")
    #expect(text(page) == "\(paragraph)\n同上\n同上")
    #expect(page.noise.map(\.rule) == ["text.doubled_paragraph"])
  }

  @Test func aMillionSpacedWordsTakeLinearTime() throws {
    let line = String(repeating: "开展网络 安全教育 专题活动 ", count: 30_000)
    #expect(try read(line).content.blocks.count == 1)
  }

  @Test(arguments: [
    "<p>\u{F06C}  高度重视，加强领导</p>", "<p><span style='font-family:Wingdings'>l<span>&nbsp; </span></span>高度重视，加强领导</p>",
    "<p><font face=Wingdings>l</font>高度重视，加强领导</p>",
  ])
  func bulletsOfWordMakeItems(html: String) throws {
    let page = try PageReader().read(Array("<p>一、要求</p>\(html)".utf8))
    #expect(dump(page) == ["1 p 一、要求", "1 li 高度重视，加强领导"])
    #expect(page.repairs.map(\.rule) == ["text.symbol_bullet"])
    #expect(page.repairs.first?.removed.unicodeScalars.first == "\u{F06C}")
  }

  @Test func lettersInAFontOfSymbolsWithinALineStay() throws {
    #expect(try dump(html: "<p>是<span style='font-family:Wingdings'>R</span>否</p>") == ["1 p 是R否"])
  }

  @Test func marksWithoutWidthAreListed() throws {
    let page = try read("网\u{200B}\u{200C}络\n安\u{7}全\u{200B}")
    #expect(page.repairs.map(\.rule) == ["text.zero_width", "text.control", "text.zero_width"])
    #expect(page.repairs.map(\.removed) == ["\u{200B}\u{200C}", "\u{7}", "\u{200B}"])
    #expect(page.repairs.map(\.source) == [1, 4, 5])
    let html = try PageReader().read(Array("<p>网\u{200B}络 \u{200B}</p><p>\u{200B}安全".utf8))
    #expect(html.repairs.map(\.source) == [1, 2, 3])
    #expect(text(html) == "网络\n安全")
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
