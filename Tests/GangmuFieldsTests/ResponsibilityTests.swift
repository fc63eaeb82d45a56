import GangmuFields
import HanText
import Testing

@Suite("Who does what")
struct ResponsibilityTests {
  @Test(
    "Label lines",
    arguments: [
      ("一、悬挂横幅\n任务单位:学生处、院团委", ["responsible 学生处: 悬挂横幅", "responsible 院团委: 悬挂横幅"]),
      ("1、懸掛橫幅。\n責任部門:宣傳部", ["responsible 宣傳部: 懸掛橫幅"]),
      ("一、启动仪式\n牵头部门:教务处 配合部门:总务处 保卫处", ["lead 教务处: 启动仪式", "support 总务处: 启动仪式", "support 保卫处: 启动仪式"]),
      ("一、启动仪式\n责任单位 教务处", ["responsible 教务处: 启动仪式"]),
      ("一、启动仪式\n主办单位：市教育局\n承办单位：第一中学", ["host 市教育局: 启动仪式", "organizer 第一中学: 启动仪式"]),
      ("一、启动仪式\n责任单位:工业和信息化部、文化和旅游部", ["responsible 工业和信息化部: 启动仪式", "responsible 文化和旅游部: 启动仪式"]),
      ("一、启动仪式\n责任单位:各县(市、区)教育局,市直各单位", ["responsible 各县(市、区)教育局: 启动仪式", "responsible 市直各单位: 启动仪式"]),
      ("一、启动仪式\n责任单位:教育局和各有关学校等单位", ["responsible 教育局: 启动仪式", "responsible 各有关学校: 启动仪式"]),
      ("一、主辦單位\n縣政府教育處", ["host 縣政府教育處"]),
    ])
  func labelLines(_ body: String, expected: [String]) {
    check("节水活动方案\n" + body, expected)
  }

  @Test(
    "Brackets that are all actor and verb",
    arguments: [
      ("一、宣传。多渠道宣传。(班主任和德育处提供图片)", ["responsible 班主任: 提供图片", "responsible 德育处: 提供图片"]),
      ("一、总结。按时报送(局直单位直接报送,各园校由教育组统一报送)。", ["responsible 局直单位: 直接报送", "responsible 教育组: 统一报送"]),
      ("一、节水。推广器具。（水利部牵头，财政部、住房城乡建设部等部门参与）", ["lead 水利部: 节水", "support 财政部: 节水", "support 住房城乡建设部: 节水"]),
      ("一、节水。推广器具。(牵头单位:市水务局,配合单位:市委组织部)", ["lead 市水务局: 节水", "support 市委组织部: 节水"]),
      ("一、节水。推广器具。〔责任单位：市水务局，各县（市、区）人民政府〕", ["responsible 市水务局: 节水", "responsible 各县（市、区）人民政府: 节水"]),
      ("一、节水。推广器具。(水利部会同有关部门负责)", ["lead 水利部: 节水", "support 有关部门: 节水"]),
      ("一、节水(以下简称活动)。推广(特别是农村)。", []),
    ])
  func brackets(_ body: String, expected: [String]) {
    check("节水活动方案\n" + body, expected)
  }

  @Test(
    "Rosters",
    arguments: [
      ("组长:程爱民 总经济师\n成员:车艳霞、王守峰、欧阳灿", ["leader 程爱民", "member 车艳霞", "member 王守峰", "member 欧阳灿"]),
      ("组　长：尤　权　　水利厅厅长\n副组长：张　伟　　水利厅副厅长\n李国强　　财政厅副厅长", ["leader 尤　权", "deputy 张　伟", "deputy 李国强"]),
      ("組長:xx\n成員:電教信息中心政教處各班主任", ["member 電教信息中心", "member 政教處", "member 各班主任"]),
      ("组长:李建国(校长)\n副组长:副校长王小红 张 伟", ["leader 李建国", "deputy 王小红", "deputy 张 伟"]),
      ("领导小组下设办公室,主任由信息处长车艳霞担任,副主任由王守峰兼任。", ["leader 车艳霞", "deputy 王守峰"]),
      ("成员由教育部、财政部、水利部等部门负责同志组成。", ["member 教育部", "member 财政部", "member 水利部"]),
      ("成立以局长张明为组长,副局长李华为副组长的领导小组。", ["leader 张明", "deputy 李华"]),
    ])
  func rosters(_ body: String, expected: [String]) {
    check("节水活动方案\n一、组织机构\n" + body, expected)
  }

  @Test(
    "Running text",
    arguments: [
      ("信息处负责网站的维护和技术支持;计财处负责资金支持。", ["responsible 信息处: 网站的维护和技术支持", "responsible 计财处: 资金支持"]),
      ("办公室负责编制预案,并根据情况报告;并负责事后追查工作。", ["responsible 办公室: 编制预案", "responsible 办公室: 事后追查工作"]),
      ("市局成立检查工作组,负责各处室检查工作,采取自查方式。", ["responsible 检查工作组: 各处室检查工作"]),
      ("9月10日,由市水务局牵头,组织对全市水源进行检查。", ["lead 市水务局: 组织对全市水源进行检查"]),
      // A list over commas, and what circumstances it is done under, before the task.
      (
        "由校党委书记,教务处主任,校团委按照要求,签字后归档。",
        [
          "responsible 校党委书记: 按照要求,签字后归档", "responsible 教务处主任: 按照要求,签字后归档",
          "responsible 校团委: 按照要求,签字后归档",
        ]
      ),
      ("节水周在国务院领导下,由水利部牵头,教育部、工业和信息化部等相关部门共同举办。", ["lead 水利部: 节水周", "host 教育部: 节水周", "host 工业和信息化部: 节水周"]),
      ("各省、市、自治区水务领导小组办公室会同有关部门组织开展本地节水活动。", ["lead 各省、市、自治区水务领导小组办公室: 本地节水活动", "support 有关部门: 本地节水活动"]),
      ("真实性由信息提供方负责。", ["responsible 信息提供方: 真实性"]),
      ("本办法由水利部、财政部负责解释。", ["responsible 水利部: 解释", "responsible 财政部: 解释"]),
      ("有违法情形的,由批准其登记的民政部门依法查处。", ["responsible 批准其登记的民政部门: 依法查处"]),
      ("用水信息的发布由办公室设置了专人管理。", ["responsible 办公室: 用水信息的发布"]),
      ("由机构编制部门和民政部门办理登记。", ["responsible 机构编制部门: 办理登记", "responsible 民政部门: 办理登记"]),
      (
        "公安部门、环保部门和其他有关机关依照《水法》的规定,在各自职责范围内负责保护工作。",
        ["responsible 公安部门: 保护工作", "responsible 环保部门: 保护工作", "responsible 其他有关机关: 保护工作"]
      ),
      ("少先队组织落实相关活动。", ["organizer 少先队: 相关活动"]),
      ("有关地区也要指定专门机构具体负责平台运维工作。", ["responsible 专门机构: 平台运维工作"]),
      ("各学院于2016年9月26日前将活动总结及名单报送到学工处。", ["responsible 各学院: 活动总结及名单"]),
      ("各班主任务必将活动图片于9月23日上午12:00前传余xx。", ["responsible 各班主任: 活动图片"]),
      ("各部门于6月20日前上报征文2篇。", ["responsible 各部门: 征文2篇"]),
      ("各单位制定活动计划,于8月30日前报市质量办。", ["responsible 各单位: 活动计划"]),
      ("职责如下:安全管理部:负责总体策划。", ["responsible 安全管理部: 总体策划"]),
      ("李明负责会场布置。", ["responsible 李明: 会场布置"]),
      ("由召集人或召集人委托的副召集人主持会议。", ["responsible 召集人: 主持会议", "responsible 召集人委托的副召集人: 主持会议"]),
      ("办公室设在水利部,由王强兼任办公室主任,负责日常工作。", ["responsible 办公室: 日常工作", "leader 王强"]),
      ("副总理担任召集人,教育部为牵头单位。", ["leader 副总理", "lead 教育部"]),
      ("家长会期间,由班主任向家长宣传知识。", ["responsible 班主任: 向家长宣传知识"]),
      ("由评审委员会审定名单。", ["responsible 评审委员会: 审定名单"]),
      ("請各網格於8月15日前上報總結。", ["responsible 各網格: 總結"]),
      ("各单位要高度重视,积极参与。", []),
      ("坚持谁主管谁负责,对人民负责。", []),
      ("主要负责人和责任人要认真负责。", []),
      ("网络由过去封闭的内部网转变成开放的网络。", []),
      ("要求各单位完善制度,由浅入深,自由讨论。", []),
    ])
  func prose(_ body: String, expected: [String]) {
    check("节水活动方案\n一、有关工作\n(一)安排。\(body)\n(二)其他。无。", expected)
  }

  @Test("A table whose head names who, what and when gives an entry for each row")
  func table() {
    let rows = [["工作内容", "责任部门", "完成时间"], ["悬挂横幅", "总务处、团委", "5月4日前"], ["总结", "", "6月1日前"]]
    var string = "节水活动方案"
    var blocks = [Block(kind: .heading(level: 1), span: 0..<6, line: 1)]
    for row in rows {
      string += "\n"
      let start = string.unicodeScalars.count
      var cells: [Range<Int>] = []
      for (index, cell) in row.enumerated() {
        if index > 0 { string += "\t" }
        let lower = string.unicodeScalars.count
        string += cell
        cells.append(lower..<string.unicodeScalars.count)
      }
      blocks.append(Block(kind: .tableRow(cells: cells), span: start..<string.unicodeScalars.count, line: 2))
    }
    let reading = Reading(BlockText(text: FoldedText(string), blocks: blocks))
    #expect(reading.responsibilities == ["responsible 总务处: 悬挂横幅", "responsible 团委: 悬挂横幅"])
    #expect(reading.fields.responsibilities.map(\.due) == [0, 0])
    #expect(reading.fields.warnings.map(\.code) == ["responsibility.blank"])
  }

  @Test("A blank gives no entry and a warning", arguments: ["任务单位:_", "責任部門:xx", "责任人:", "牵头单位:***"])
  func blanks(_ line: String) {
    let reading = Reading("节水活动方案\n一、悬挂横幅\n" + line + "\n二、总结\n按时。")
    #expect(reading.responsibilities == [], "\(line)")
    #expect(reading.fields.warnings.map(\.code) == ["responsibility.blank"], "\(line)")
  }

  @Test("The deadline of the same section is when the task is due")
  func due() {
    let reading = Reading("节水活动方案\n一、悬挂横幅\n责任单位:总务处\n完成时间:5月4日前\n二、总结\n责任单位:团委\n完成时间:6月1日前")
    #expect(
      reading.fields.responsibilities.map { $0.due.map { reading.string(reading.dates[$0].span) } } == [
        "5月4日前", "6月1日前",
      ])
  }

  @Test("An actor is an organization, a person or a post")
  func kinds() {
    let reading = Reading("节水活动方案\n一、检查\n责任人:张小红、教务处、班主任、余xx")
    #expect(reading.fields.responsibilities.map(\.actorKind) == [.person, .organization, .post, .person])
  }

  private func check(_ text: String, _ expected: [String]) {
    let reading = Reading(text)
    #expect(reading.responsibilities == expected, "\(text)")
  }
}
