import Testing

@Suite("Headings")
struct HeadingTests {
  @Test("a run-in heading is the first short sentence of an item, where its siblings have one too")
  func runIn() {
    #expect(
      tree("1、高度重视,加强组织领导。举办活动是贯徹部署的举措,各部门要重视。\n2、突出主题,注重实效。要围绕主题,开展教育。") == """
        1、 [高度重视,加强组织领导]
        2、 [突出主题,注重实效]
        """)
  }

  @Test("plain running text has no heading")
  func running() {
    #expect(
      tree("1.学习国家网络安全战略、方针、政策,了解前沿动态。\n2.召开工作汇报会,展示取得的成效。") == """
        1. 学习国家网络
        2. 召开工作汇报
        """)
    #expect(tree("(一)安装了防火墙。对每台计算机配置了软件。\n(二)强化口令设置,要求混合。同时设有认证。") == "(一) 安装了防火墙\n(二) 强化口令设置")
  }

  @Test("a value on the heading's line is the body")
  func value() {
    let document = documents("方案\n一、活動主題:網絡安全為人民\n二、活動時間:9月19日")[0]
    #expect(document.tree == "一、 [活動主題]\n二、 [活動時間]")
    #expect(document.sections.map { $0.body.map(document.text.string) } == ["網絡安全為人民", "9月19日"])
  }

  @Test("a time of day and a bracket hold no label")
  func noLabel() {
    #expect(
      tree("(一)征文比赛(责任单位:团委)\n(二)签到\n1、8:30签到\n2、9:00开会") == """
        (一) [征文比赛(责任单位:团委)]
        (二) [签到]
          1、 [8:30签到]
          2、 [9:00开会]
        """)
  }

  @Test("an item that is one short sentence has a heading where its siblings have one")
  func sentences() {
    let body = "(一)加强领导\n成立小组。\n(二)落实经费。\n(三)做好宣传\n张贴海报。"
    #expect(tree(body) == "(一) [加强领导]\n(二) [落实经费]\n(三) [做好宣传]")
    #expect(tree("(一)守时。\n(二)落实经费。\n(三)做好宣传") == "(一) 守时。\n(二) 落实经费。\n(三) [做好宣传]")
  }

  @Test("spans hold the children, bodies what stands before the first child")
  func spans() {
    let document = documents("方案\n一、安排\n总的安排如下。\n(一)宣传\n张贴海报。\n二、要求")[0]
    #expect(
      document.sections.map { document.text.string($0.span) } == [
        "一、安排\n总的安排如下。\n(一)宣传\n张贴海报。\n", "(一)宣传\n张贴海报。\n", "二、要求\n",
      ])
    #expect(document.sections.map { $0.body.map(document.text.string) } == ["总的安排如下。", "张贴海报。", nil])
  }
}
