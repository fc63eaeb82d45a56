import Testing

@Suite("Inline enumerations")
struct InlineTests {
  @Test("members of an enumeration in a paragraph are inline sections under its section")
  func members() {
    #expect(
      tree("一、制度\n各種制度,包括(1)日誌管理制度;(2)安全審計制度;(3)備份計劃。\n二、總結") == """
        一、 [制度]
          ~(1) 日誌管理制度
          ~(2) 安全審計制度
          ~(3) 備份計劃。
        二、 [總結]
        """)
    #expect(
      tree("一、问题\n主要有三个方面。一是意识不强,二是经费不足;三是设备老化。以上问题要整改。")
        == """
        一、 [问题]
          ~一是 意识不强,二
          ~二是 经费不足;三
          ~三是 设备老化。
        """.replacing("意识不强,二", with: "意识不强,").replacing("经费不足;三", with: "经费不足;"))
  }

  @Test("the last member ends with its sentence, as its siblings do")
  func lastMember() {
    let document = documents("方案\n存在问题:一是意识不强。二是经费不足。以上问题要整改。")[0]
    #expect(document.sections.map { document.text.string($0.span) } == ["一是意识不强。", "二是经费不足。"])
  }

  @Test("an enumeration that fills its paragraph is inline as a whole")
  func wholeParagraph() {
    #expect(
      tree("一是情緒表現:恐懼,焦慮。二是行為表現:離群獨處。") == """
        ~一是 情緒表現:恐
        ~二是 行為表現:離
        """)
  }

  @Test("a series that was run together goes on from the marker that begins the paragraph")
  func gluedSeries() {
    #expect(
      tree("一、会议情况\n二、整改措施。三、下步计划。\n四、总结") == """
        一、 [会议情况]
        ~二、 整改措施。
        ~三、 下步计划。
        四、 [总结]
        """)
  }

  @Test("an enumeration inside an item of the same words stands under it")
  func nestedWords() {
    let document = documents("做法\n一是政府牵头。一是领导到位。二是经费到位。三是督查到位。\n二是监管到户。\n三是检测全覆盖。")[0]
    #expect(document.sections.map(\.level) == [1, 2, 2, 2, 1, 1], "\(document.tree)")
    #expect(document.warnings.isEmpty, "\(document.warnings)")
  }

  @Test("a weekday behind a date is no member")
  func weekday() {
    #expect(tree("（一）收書：10月14日前。\n（二）換書：10月16日（三）中午。") == "（一） [收書]\n（二） [換書]")
  }

  @Test("an article glued to the end of a sentence is a section at its own level")
  func gluedArticle() {
    #expect(
      tree("第三十九條 部門應當:\n(一)抽查;\n(二)提供支持和協助。第二十三條 產品應當合格。") == """
        第三十九條 部門應當:
          (一) 抽查;
          (二) 提供支持和協
        ~第二十三條 產品應當合格
        """)
  }

  @Test(
    "references and class names in a sentence are no members",
    arguments: ["按照(一)、(二)项的要求办理。", "参照前款(三)的规定执行。", "三(1)班、三(2)班参加。", "依照第十二条、第十三条处理。", "得分为1.5比2.5。"])
  func references(line: String) {
    #expect(tree(line) == "", "\(line)")
  }
}
