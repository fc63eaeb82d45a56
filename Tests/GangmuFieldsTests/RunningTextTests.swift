import GangmuFields
import HanText
import Testing

@Suite("Who does what in running text of many shapes")
struct RunningTextTests {
  @Test(
    "Lists after 由 are cut where the words are",
    arguments: [
      ("由三位实业家、投资人分摊奖金。", ["responsible 三位实业家: 分摊奖金", "responsible 投资人: 分摊奖金"]),
      ("由家長會負責場地佈置。", ["responsible 家長會: 場地佈置"]),
      ("由班联会负责海报。", ["responsible 班联会: 海报"]),
      ("由各班導師督導學生。", ["responsible 各班導師: 督導學生"]),
      ("由本校相關經費項下支應。", []),
      ("本校負責調查本案之所有人員均負有保密義務。", []),
      (
        "由村支“两委”、村“第一书记”、工作队(组)和村民代表共同初审名单。",
        [
          "responsible 村支“两委”: 共同初审名单", "responsible 村“第一书记”: 共同初审名单", "responsible 工作队(组): 共同初审名单",
          "responsible 村民代表: 共同初审名单",
        ]
      ),
      (
        "由村党支部书记,村委会主任,驻村干部签字确认。",
        ["responsible 村党支部书记: 签字确认", "responsible 村委会主任: 签字确认", "responsible 驻村干部: 签字确认"]
      ),
      ("会场布置由总务处主任陈强负责。", ["responsible 陈强: 会场布置"]),
      ("副主任分别由水务局、环保局和农业局的有关负责同志担任。", ["deputy 水务局、环保局和农业局的有关负责同志"]),
      ("其他成员单位有关负责同志为联席会议成员。", ["member 其他成员单位有关负责同志"]), ("各单位为提高小组成员素质开展培训。", []),
      ("由民政局资助十一类人群(注:含特困人员)。", ["responsible 民政局: 资助十一类人群"]),
      ("李副局长分管财务。", ["responsible 李副局长: 财务"]),
      ("主要负责人是本单位安全生产第一责任人。", ["responsible 主要负责人: 本单位安全生产"]),
    ])
  func lists(_ body: String, expected: [String]) {
    check("节水活动方案\n一、有关工作\n(一)安排。\(body)\n(二)其他。无。", expected)
  }

  @Test(
    "A bare verb takes its task from the clause before or the heading",
    arguments: [
      ("(一)校史展。由圖書館統籌。", ["responsible 圖書館: 校史展"]),
      ("(一)图书交换集市由少先队大队部负责组织。", ["responsible 少先队大队部: 图书交换集市"]),
      ("(一)安全检查。由安全科会同基教科组织。", ["lead 安全科: 安全检查", "support 基教科: 安全检查"]),
      ("(一)第一项任务,由团委负责。", ["responsible 团委: 第一项任务"]),
      ("(一)安全保卫:李四、王五负责。", ["responsible 李四: 安全保卫", "responsible 王五: 安全保卫"]),
      ("(一)监督组。负责对采购工作进行监督。", ["responsible 监督组: 对采购工作进行监督"]),
    ])
  func tasks(_ body: String, expected: [String]) {
    check("节水活动方案\n一、有关工作\n\(body)\n(二)其他。无。", expected)
  }

  @Test(
    "What a clause or a preposition before names is acted on",
    arguments: [
      ("对以委托方式取得的经费,由项目承担单位按照合同管理使用。", ["responsible 项目承担单位: 以委托方式取得的经费"]),
      ("财政局会同有关部门,对应急动用的贷款利息和费用开支,进行审核后清算。", ["lead 财政局: 应急动用的贷款利息和费用开支", "support 有关部门: 应急动用的贷款利息和费用开支"]),
      ("具體比例由區人民政府研究確定。", ["responsible 區人民政府: 具體比例"]),
      ("应急粮源的加工、运输,在指挥部统一指挥下,由县政府通过应急网络组织实施。", ["organizer 县政府: 应急粮源的加工、运输"]),
      ("补贴资金由省（区、市）予以奖励。", ["responsible 省（区、市）: 补贴资金"]),
    ])
  func addressed(_ body: String, expected: [String]) {
    check("节水活动方案\n一、有关工作\n(一)安排。\(body)\n(二)其他。无。", expected)
  }

  @Test(
    "Who helps somebody supports; a saying gives nobody a duty",
    arguments: [
      ("建立由校办公室牵头、各学院共同参与的工作机制。", ["lead 校办公室: 工作机制", "support 各学院: 工作机制"]),
      ("各级水务部门要发挥作用,协助人民政府搞好宣传工作。", ["support 各级水务部门: 人民政府搞好宣传工作"]),
      ("各级水务部门要积极配合有关部门,做好宣传工作。", ["support 各级水务部门: 宣传工作"]),
      ("各级水务部门要积极配合,齐抓共管。", []), ("由中央和地方按照事权各负其责。", []), ("有的经费仍然由相关机构管理。", []),
    ])
  func support(_ body: String, expected: [String]) {
    check("节水活动方案\n一、有关工作\n(一)安排。\(body)\n(二)其他。无。", expected)
  }

  @Test(
    "Brackets hold lists over commas, and who has the post before them",
    arguments: [
      ("更换器具。（水利部、财政部,各省级人民政府按职责分工负责）", ["responsible 水利部: 安排", "responsible 财政部: 安排", "responsible 各省级人民政府: 安排"]),
      ("成立指挥部，指挥长（张伟强）、副指挥长（县水务局局长）。", ["leader 张伟强", "deputy 县水务局局长"]),
    ])
  func bracketLists(_ body: String, expected: [String]) {
    check("节水活动方案\n一、有关工作\n(一)安排。\(body)\n(二)其他。无。", expected)
  }

  @Test(
    "What is made is handed in",
    arguments: [
      ("各有关部门于每年2月底前,根据上年成效,研究提出先进单位名单,报送县政府办公室。", ["responsible 各有关部门: 先进单位名单"]),
      ("各有关部门制定或调整完善后的实施办法,于2018年12月31日前报送县政府办公室。", ["responsible 各有关部门: 实施办法"]),
    ])
  func made(_ body: String, expected: [String]) {
    check("节水活动方案\n一、有关工作\n(一)安排。\(body)\n(二)其他。无。", expected)
  }

  @Test("Each of several brackets closes its own sentence, one alone its section")
  func brackets() {
    check(
      "节水活动方案\n一、改革。建立部门清单。(教育部牵头,财政部参与)健全统计制度。(统计局负责)\n二、宣传。推广器具。(水利部负责)",
      ["lead 教育部: 建立部门清单", "support 财政部: 建立部门清单", "responsible 统计局: 健全统计制度", "responsible 水利部: 宣传"])
  }

  @Test("News tells with 由 what happened")
  func news() {
    check("我校举行节水启动仪式\n本报讯 晚会由学生表演。由企业家捐赠书籍。", [])
  }

  @Test("A section that is the label itself has its parent's task; the only deadline is when it is due")
  func ownLabel() {
    let reading = Reading("节水活动方案\n一、校庆运动会\n(一)负责人:林志豪\n二、清洁\n于6月10日前完成(责任科室:安全科)。\n三、其他\n无。")
    #expect(reading.responsibilities == ["responsible 林志豪: 校庆运动会", "responsible 安全科: 清洁"])
    #expect(reading.fields.responsibilities.map(\.due) == [nil, 0])
  }

  @Test("A footer's actors have no part in the document")
  func footer() {
    check("节水活动方案\n一、工作\n按时。\n主办单位:县政府办 运行维护单位:信息中心\n网站标识码1234567890 备案序号:某ICP备05070218号", [])
  }

  private func check(_ text: String, _ expected: [String]) {
    let reading = Reading(text)
    #expect(reading.responsibilities == expected, "\(text)")
  }
}
