/// What a section is for, by the word that a conjunct of its heading ends with: 自查工作組織開展情況 is findings by 情況.
///
/// A phrase counts only at an end, so that 活動主題 is a theme, while 網路安全主題活動 is an activity.
enum HeadingWords {
  static let rules: [LexicalRule<SectionRole>] = [
    .init("heading.theme", .theme, 0.97, "主题 活动主题 宣传主题 年度主题 主题词 活动主旨 主旨 主题口号 宣传口号".words),
    .init(
      "heading.time", .time, 0.97,
      "时间 活动时间 日期 期限 时限 活动日期 起止时间 期间 活动周期 起讫时间 办理期间 实施期间 时段 活动期间 执行期间".words),
    .init("heading.place", .place, 0.97, "地点 场所 活动地点 会场 实施地点 场地 活动场地".words),
    .init(
      "heading.audience", .audience, 0.93,
      """
      对象 参加对象 活动对象 范围 适用范围 参加人员 参与对象 参赛对象 参加范围 活动范围 参与人员 宣传对象 参赛范围 试点范围 实施范围 \
      参与范围 参加单位 受众 出席人员 补助对象 适用对象 培训对象 参会人员 参赛人员 招生对象 报名条件 参赛资格 资格 人员范围
      """.words),
    .init(
      "heading.purpose", .purpose, 0.93,
      """
      目的 意义 指导思想 目标 宗旨 活动目的 活动意义 目的意义 总体目标 工作目标 目标任务 总体思路 工作思路 总体要求 总体考虑 活动宗旨 \
      重要性 必要性 基本原则 工作原则 原则 任务目标 主要目标 教学目标 预期目标 预期效果 预期成效 工作理念 编制目的
      """.words),
    .init("heading.basis", .background, 0.8, "依据 背景 活动背景 缘起 前言 依据和目的 政策依据 编制依据 活动由来 缘由 背景资料".words),
    .init(
      "heading.organization", .organization, 0.93,
      """
      组织机构 领导小组 组织领导 组织形式 机构 组织 组织架构 工作机构 组织体系 机构设置 组织保障 领导机构 工作组 人员分工 职责分工 \
      任务分工 分工 成员单位 主办单位 承办单位 组织单位 主办 承办 协办单位 组成人员 职责 主要职能 工作职责 委员会 人员组成 组委会 \
      筹备组 办公室 部门职责 责任分工 职能 参与单位 指导单位 机构和职责 指挥机构 活动组织 人员安排 工作小组 合办单位 单位
      """.words),
    .init(
      "heading.activities", .activities, 0.93,
      """
      活动内容 活动安排 活动形式 活动方式 具体内容 主要内容 内容 活动 形式 方式 活动项目 项目 任务安排 重点活动 主要任务 重点任务 \
      工作任务 任务 活动任务 主要活动 宣传活动 工作内容 宣传内容 工作安排 具体安排 系列活动 宣传形式 宣传方式 活动设计 工作重点 \
      重点工作 主要工作 活动措施 重点内容 具体任务 任务清单 实施内容 内容安排 活动载体 宣传重点 具体活动 培训内容 学习内容 主要做法安排 \
      实施方式 办理方式 实施要点 具体工作 内容和形式 活动概要 工作要点 重点
      """.words),
    .init(
      "heading.requirements", .requirements, 0.95,
      """
      要求 工作要求 活动要求 有关要求 几点要求 具体要求 注意事项 组织实施 纪律 工作纪律 相关要求 事项 有关事项 须知 加强领导 要点提示 \
      纪律要求 安全要求 作品要求 参赛要求 报送要求 格式要求 其他要求
      """.words),
    .init(
      "heading.schedule", .schedule, 0.95,
      """
      步骤 阶段 实施步骤 工作步骤 进度安排 时间安排 活动步骤 方法步骤 日程 日程安排 实施阶段 进程 流程 活动流程 过程 活动过程 程序 \
      进度 活动程序 工作进度 时间进度 步骤安排 实施进度 阶段安排 推进步骤 教学过程 会议议程 议程 时间表 环节 活动环节 办理流程 工作流程 \
      时间步骤 活动日程 实施程序 进度要求 步骤和方法
      """.words),
    .init("heading.background", .background, 0.9, "背景 基本情况 概况 基本概况 简介 形势 单位简介 学校概况 前言".words),
    .init(
      "heading.findings", .findings, 0.93,
      """
      情况 工作情况 开展情况 主要做法 做法 成效 工作成效 成绩 主要成绩 取得的成绩 落实情况 完成情况 自查情况 实施情况 检查情况 结果 \
      主要成效 工作成绩 成果 工作回顾 经验 主要经验 工作总结 特点 亮点 自查结果 效果 检查结果 收获 活动成效 执行情况 进展情况 主要工作情况 \
      体会 实施成效 辦理情形 成就 进展
      """.words),
    .init(
      "heading.problems", .problems, 0.95,
      """
      问题 存在问题 存在的问题 主要问题 不足 存在不足 困难 薄弱环节 短板 原因 差距 隐患 存在的不足 问题和不足 缺点 原因分析 存在的主要问题 \
      不足之处 问题与不足 威胁 教训
      """.words),
    .init(
      "heading.measures", .measures, 0.93,
      """
      整改措施 改进措施 措施 下一步工作 下一步打算 下一步计划 下一步工作计划 下一步工作打算 工作打算 整改情况 整改 今后打算 打算 \
      下步工作 下步打算 下一步工作安排 下一步措施 对策 努力方向 建议 意见和建议 意见建议 整改计划 整改方案 整改结果 改进方向 今后工作 \
      对策建议 下一步工作思路 下一步工作重点 下一步重点工作 今后的打算 今后努力方向 保障措施 工作措施 主要措施 保障 应急保障 改进意见 \
      下一步改进措施 应对措施 处置措施 设想 工作设想 展望 今后的努力方向 明年工作计划 明年工作安排 下一步 具体措施 预防措施 下一步改进计划
      """.words),
    .init(
      "heading.awards", .awards, 0.95,
      "奖励 奖项 奖项设置 表彰 评奖 评比 奖励办法 表彰奖励 奖励方式 奖惩 奖项设立 评选奖励 奖品 评奖办法 奖励设置 考核奖惩 奖励和处罚 敘獎".words),
    .init(
      "heading.contact", .contact, 0.95, "地址 通讯地址 联系地址与电话 连系地址 电话 联系方式 联系人 联系电话 联系 联络方式 咨询方式 咨询电话 联络人 联系地址 监督电话".words),
    .init(
      "heading.budget", .budget, 0.95, "预算 经费 经费预算 经费保障 费用 经费来源 活动预算 活动经费 所需经费 资金 资金安排 经费概算 经费请拨 经费核销 核销 请拨 收费标准".words),
    .init("heading.other", .other, 0.9, "现状 风险 准备 活动准备 教学准备 附则 其他 其它 总则 其他事项 附件 准备工作 制度 体系 前期准备 课前准备".words),
  ]

  /// Words that open a heading in the shape of a duty (加強組織領導, 高度重視): what follows is a requirement.
  static let exhortations =
    "加强组织领导 加强领导 高度重视 提高认识 统一思想 强化组织领导 落实责任 严格要求 严肃纪律 切实加强 强化领导 提高思想认识 精心组织 周密部署 明确责任 加强宣传 认真组织"
    .words

  /// Conjunctions between the parts of a heading.
  static let conjunctions = "以及 和 与 及 暨 、 , 并 ;".words

  /// Verbs that open a heading which says what to do (扩大就业见习补贴范围).
  static let actions =
    """
    扩大 完善 提高 推动 支持 做优 明确 健全 优化 推进 打造 构建 实现 深化 落实 规范 创新 拓宽 放宽 加大 强化 加强 开展 总结 提升 增强 改进 压实 鼓励 \
    引导 培育 坚持 发挥 突出 巩固 严格 丰富 调整 创建 拓展 促进 加快 支持组建 组建
    """.words

  /// Role words that say nothing at the end of such a heading.
  static let weak = "组织 单位 委员会 内容 项目 任务 方式 形式 机构 参与单位".words

  /// Words before a role word that turn it into plain text (對…的要求).
  static let process = "过程".words
}
