import GangmuOutline
import Testing

@Suite("Markers")
struct MarkerTests {
  @Test("there are no more families than a word has bits")
  func familiesFitIntoWord() {
    #expect(NumberingFamily.all.count <= UInt64.bitWidth)
  }

  @Test(
    "reads each family, with the marks that writers double, up to the text",
    arguments: [
      ("一、主题\n二、时间", "一、", "han_comma"), ("壹、總則\n貳、組織", "壹、", "han_account"),
      ("拾參、總則\n拾肆、組織", "拾參、", "han_account"),
      ("（一）主題\n（二）時間", "（一）", "han_paren"), ("(二)、评比\n(三)、总结", "(二)、", "han_paren"),
      ("( 一 ) 主题\n( 二 ) 时间", "( 一 )", "han_paren"), ("㈠主题\n㈡时间", "㈠", "han_enclosed"),
      ("1.主题\n2.时间", "1.", "arabic_dot"), ("１．主題\n２．時間", "１．", "arabic_dot"),
      ("1、主题\n2、时间", "1、", "arabic_comma"), ("(1)。主题\n(2)。时间", "(1)。", "arabic_paren"),
      ("1)主题\n2)时间", "1)", "arabic_half_paren"), ("⑴主题\n⑵时间", "⑴", "arabic_enclosed"),
      ("①主题\n②时间", "①", "circled"), ("第一條 主題\n第二條 時間", "第一條", "article"),
      ("第三章 活动\n第四章 附则", "第三章", "chapter"), ("第一編 總則\n第二編 分則", "第一編", "part"),
      ("A.主题\nB.时间", "A.", "letter_dot"), ("甲、主題\n乙、時間", "甲、", "stem_comma"),
      ("Ⅰ.主题\nⅡ.时间", "Ⅰ.", "roman"), ("四、。奖励\n五、。经费", "四、。", "han_comma"),
      ("一 主题\n二 时间", "一", "han_space"), ("i. 主题\nii. 时间", "i.", "roman_letters"),
      ("第一階段:發動\n第二階段:實施", "第一階段:", "stage"), ("1.1 目的\n1.2 依据", "1.1", "decimal"),
    ])
  func families(body: String, marker: String, numbering: String) {
    let document = documents("工作方案\n" + body)[0]
    #expect(document.sections.count == 2, "\(document.tree)")
    #expect(document.sections.first.map { document.text.string($0.marker) } == marker, "\(document.tree)")
    #expect(document.sections.first?.numbering == numbering, "\(document.tree)")
  }

  @Test(
    "what only looks like a marker is none",
    arguments: [
      "3.5公里的路线由学生自选。", "2.26日上午举行。", "1,200元由学院承担。", "1、2月份完成摸底。", "一、二年级学生参加。",
      "一、二、三等奖若干名。", "(1)班、(2)班表演节目。", "第十二条规定的情形除外。", "3.15晚会播出以后,反响很大。",
      "2016年9月20日", "85711183", "12·4宪法日活动。", "24小时值班。", "192.168.0.1是网关。",
    ])
  func vetoes(line: String) {
    #expect(tree("活动安排如下。\n" + line) == "", "\(line)")
  }

  @Test("a weak marker that counts on from nothing needs company")
  func weak() {
    #expect(tree("全文如下。\n3.以后再说") == "")
    #expect(tree("全文如下。\n3.以后再说\n4.最后再说") == "3. [以后再说]\n4. [最后再说]")
  }

  @Test("a numeral that print took for another character is read where its series says so, and nowhere else")
  func lostNumerals() {
    #expect(tree("ー、活动目的\nニ、活动时间\n三、活动要求") == "ー、 [活动目的]\nニ、 [活动时间]\n三、 [活动要求]")
    let document = documents("方案\n一、目的\nニ、时间\n三、要求")[0]
    #expect(document.sections.map(\.ordinal) == [1, 2, 3])
    #expect(document.sections.map(\.numbering) == ["han_comma", "han_comma", "han_comma"])
    #expect(document.warnings.map(\.code) == ["outline.lost_numeral"])
    #expect(tree("全文如下。\n-、各班自行安排\nハ、不限形式") == "")
  }

  @Test("item 1 may begin with a year")
  func yearAfterMarker() {
    #expect(tree("1.11月3日前,完成普查。\n2.11月20日前,完成整改。") == "1. 11月3日前\n2. 11月20日")
    #expect(tree("1.2017年完成普查。\n2.2018年完成整改。") == "1. 2017年完\n2. 2018年完")
  }
}
