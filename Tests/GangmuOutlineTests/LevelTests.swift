import Testing

@Suite("Levels of an outline")
struct LevelTests {
  @Test("levels come from nesting, so the same family may stand at different depths")
  func nesting() {
    #expect(
      tree(
        """
        一、活動安排
        (一)宣傳
        1、海報
        2、廣播
        二、工作要求
        1、加強領導
        2、注重實效
        """) == """
          一、 [活動安排]
            (一) [宣傳]
              1、 [海報]
              2、 [廣播]
          二、 [工作要求]
            1、 [加強領導]
            2、 [注重實效]
          """)
  }

  @Test("a list that begins again inside a section of its own family stands one level deeper")
  func restart() {
    #expect(
      tree(
        """
        一、目的
        二、過程
        主持人講話。
        一、智力正常
        二、情緒穩定
        三、善於交往
        """) == """
          一、 [目的]
          二、 [過程]
            一、 [智力正常]
            二、 [情緒穩定]
            三、 [善於交往]
          """)
  }

  @Test("a label line that opens a list again makes it a sibling, and names its series")
  func labelled() {
    let page = """
      一、评比
      1、每班5份小报
      2、各班一期黑板报
      要求:
      1、主题鲜明
      2、没有错别字
      """
    #expect(
      tree(page) == """
        一、 [评比]
          1、 [每班5份小报]
          2、 [各班一期黑板报]
          1、 [主题鲜明]
          2、 [没有错别字]
        """)
    let document = documents("方案\n" + page)[0]
    #expect(document.sections.map { $0.seriesLabel.map(document.text.string) } == [nil, nil, nil, "要求:", "要求:"])
  }

  @Test("a heading without a number parts lists that begin again, however often")
  func unnumberedHeadings() {
    #expect(
      tree(
        """
        壹、现场处理
        【无人受伤时?】
        (一)拍照存证。
        (二)自行和解。
        有人受伤时
        (一)救护伤者。
        (二)立即报警。
        肇事逃逸时
        (一)记下车号。
        貳、责任
        參、申诉
        """) == """
          壹、 [现场处理]
            (一) 拍照存证。
            (二) 自行和解。
            (一) 救护伤者。
            (二) 立即报警。
            (一) 记下车号。
          貳、 [责任]
          參、 [申诉]
          """)
  }

  @Test("a table of contents announces headings and has no sections of its own")
  func contents() {
    #expect(
      tree(
        """
        目录
        1 总则……1
        2 组织体系……2
        3 附则……5
        1 总则
        1.1 目的
        2 组织体系
        2.1 机构
        3 附则
        """) == """
          1 [总则]
            1.1 [目的]
          2 [组织体系]
            2.1 [机构]
          3 [附则]
          """)
  }

  @Test("a higher family closes the list before it, unless that list goes on")
  func higherFamily() {
    #expect(
      tree(
        """
        1、规定责任。
        2、公开信息。
        第三十九条 部门应当:
        (一)抽查检测。
        (二)组织演练。
        """) == """
          1、 规定责任。
          2、 公开信息。
          第三十九条 部门应当:
            (一) 抽查检测。
            (二) 组织演练。
          """)
    #expect(
      tree(
        """
        (1)线上活动
        一、推送
        二、答题
        (2)线下活动
        一、讲座
        """) == """
          (1) [线上活动]
            一、 [推送]
            二、 [答题]
          (2) [线下活动]
            一、 [讲座]
          """)
  }

  @Test("sister families stand in for each other within a series")
  func sisters() {
    #expect(
      tree("1.学习政策\n2.召开会议\n3、宣传普及\n4.总结") == """
        1. [学习政策]
        2. [召开会议]
        3、 [宣传普及]
        4. [总结]
        """)
  }

  @Test("第七、 among 六、 and 八、 is a member of their series")
  func ordinalAmongHan() {
    #expect(
      tree("五、内容\n(一)讲座\n(二)展板\n六、时间\n1.上午\n2.下午\n第七、要求\n八、奖项") == """
        五、 [内容]
          (一) [讲座]
          (二) [展板]
        六、 [时间]
          1. [上午]
          2. [下午]
        第七、 [要求]
        八、 [奖项]
        """)
  }

  @Test("chapters hold articles, articles hold items")
  func law() {
    #expect(
      tree(
        """
        第一章 总则
        第一条 为了保障安全,制定本法。
        第二条 国家建立制度:
        (一)等级保护;
        (二)监测预警。
        第二章 支持
        第三条 国务院制定规划。
        """) == """
          第一章 [总则]
            第一条 为了保障安全
            第二条 国家建立制度
              (一) 等级保护;
              (二) 监测预警。
          第二章 [支持]
            第三条 国务院制定规
          """)
  }

  @Test("decimal numbers nest by their parts")
  func decimals() {
    #expect(
      tree(
        """
        1 总则
        1.1 编制目的
        1.2 编制依据
        1.2.1 法律
        1.2.2 法规
        2 组织体系
        2.1 领导机构
        """) == """
          1 [总则]
            1.1 [编制目的]
            1.2 [编制依据]
              1.2.1 [法律]
              1.2.2 [法规]
          2 [组织体系]
            2.1 [领导机构]
          """)
  }

  @Test("an attachment starts the numbering anew")
  func attachment() {
    #expect(
      tree("一、目的\n二、要求\n附件:活动安排\n一、时间\n二、地点") == """
        一、 [目的]
        二、 [要求]
        一、 [时间]
        二、 [地点]
        """)
  }

  @Test(
    "a number that is missing, repeated or out of order is kept and warned of",
    arguments: [
      ("一、目的\n二、时间\n四、要求", "outline.skipped"),
      ("一、目的\n二、时间\n二、要求", "outline.repeated"),
      ("一、目的\n三、时间\n二、要求", "outline.out_of_order"),
      ("三、目的\n四、时间", "outline.starts_late"),
    ])
  func irregular(body: String, code: String) {
    let document = documents("工作方案\n" + body)[0]
    #expect(document.sections.allSatisfy { $0.level == 1 }, "\(document.tree)")
    #expect(document.sections.count == body.split(separator: "\n").count, "\(document.tree)")
    #expect(document.warnings.map(\.code).contains(code), "\(document.warnings)")
  }
}
