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
      参与范围 参加单位 受众 出席人员 补助对象 适用对象 培训对象 参会人员 参赛人员 招生对象 报名条件 参赛资格 资格 人员范围 参加人 参加班级 保障对象 享受对象 补助范围 申请资格 申请条件 申请对象 受理对象 服务对象 适用人员 参加方式与对象
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
      筹备组 办公室 部门职责 责任分工 职能 参与单位 指导单位 机构和职责 指挥机构 活动组织 人员安排 工作小组 合办单位 组织分工 组织机构及职责 组织机构及分工 领导机构和职责 组织与分工 人员组织 组织实施 组织实施工作 组织领导工作 单位
      """.words),
    .init(
      "heading.activities", .activities, 0.93,
      """
      活动内容 活动安排 活动形式 活动方式 具体内容 主要内容 内容 活动 形式 方式 活动项目 项目 任务安排 重点活动 主要任务 重点任务 \
      工作任务 任务 活动任务 主要活动 宣传活动 工作内容 宣传内容 工作安排 具体安排 系列活动 宣传形式 宣传方式 活动设计 工作重点 \
      重点工作 主要工作 活动措施 重点内容 具体任务 任务清单 改革举措 活动方案 组织形式和内容 宣传安排 活动项目及要求 工作举措 推广的改革举措 活动计划 实施内容 内容安排 活动载体 宣传重点 具体活动 培训内容 学习内容 主要做法安排 \
      实施方式 办理方式 实施要点 具体工作 内容和形式 活动概要 工作要点 重点
      """.words),
    .init(
      "heading.requirements", .requirements, 0.95,
      """
      要求 工作要求 活动要求 有关要求 几点要求 具体要求 注意事项 纪律 工作纪律 相关要求 事项 有关事项 须知 加强领导 要点提示 \
      纪律要求 安全要求 作品要求 参赛要求 报送要求 格式要求 其他要求
      """.words),
    .init(
      "heading.schedule", .schedule, 0.95,
      """
      步骤 阶段 实施步骤 工作步骤 进度安排 时间安排 活动步骤 方法步骤 日程 日程安排 实施阶段 进程 流程 活动流程 过程 活动过程 程序 \
      进度 活动程序 工作进度 时间进度 步骤安排 实施进度 阶段安排 推进步骤 教学过程 会议议程 议程 时间表 环节 活动环节 办理流程 工作流程 \
      时间步骤 活动日程 实施程序 进度要求 步骤和方法 实施期程 期程 办理期程 活动期程 工作期程 任务分期 工作步骤及时间安排 工作步骤和时间安排 行程安排 行程 实施进程 时程 工作时程 推进计划
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
      下一步改进措施 意见 应对措施 处置措施 设想 工作设想 展望 今后的努力方向 明年工作计划 明年工作安排 下一步 工作建议 相关建议 整改落实 政策建议 具体措施 预防措施 下一步改进计划
      """.words),
    .init(
      "heading.awards", .awards, 0.95,
      "奖励 奖项 奖项设置 表彰 评奖 评比 奖励办法 表彰奖励 奖励方式 奖惩 奖项设立 评选奖励 奖品 评奖办法 奖励设置 考核奖惩 奖励和处罚 叙奖 敘獎 表彰与奖励 评选与表彰 评比表彰 激励措施 奖励机制 奖惩措施 考核奖励 奖励标准"
        .words),
    .init(
      "heading.contact", .contact, 0.95, "地址 通讯地址 联系地址与电话 连系地址 电话 联系方式 联系人 联系电话 联系 联络方式 咨询方式 咨询电话 联络人 联系地址 监督电话".words),
    .init(
      "heading.budget", .budget, 0.95,
      "预算 经费 经费预算 经费保障 费用 经费请拨及核销 经费请拨与核销 经费使用 资金来源 补助标准 补助金额 资助标准 经费来源 活动预算 活动经费 所需经费 资金 资金安排 经费概算 经费请拨 经费核销 核销 请拨 收费标准"
        .words),
    .init("heading.other", .other, 0.9, "现状 风险 准备 活动准备 教学准备 附则 其他 其它 总则 其他事项 附件 准备工作 制度 体系 前期准备 课前准备".words),
  ]

  /// Words that open a heading in the shape of a duty (加強組織領導, 高度重視): what follows is a requirement.
  static let exhortations =
    "加强组织领导 加强领导 高度重视 认真抓好 切实做好 牢固树立 深刻认识 提高认识 统一思想 强化组织领导 落实责任 严格要求 严肃纪律 切实加强 强化领导 提高思想认识 精心组织 周密部署 明确责任 加强宣传 认真组织"
    .words

  /// Words before the verb of a heading that says what to do: how, and that it must be done.
  static let manners =
    """
    进一步 深入 切实 全面 大力 积极 认真 扎实 有序 有效 持续 稳步 充分 严格 坚决 着力 不断 努力 合理 科学 及时 共同 牢固 牢牢 逐步 抓紧 尽快 尽早 要 应 须 \
    必须 应当 务必 请 继续 重点 主动 高度 精心 加快 统筹 依法 广泛 严肃 始终 各
    """.words

  /// Further verbs that open a heading which says what to do, or the text of an item without a heading.
  static let commands =
    """
    做好 抓好 制定 建立 开展 组织 确保 保证 保障 营造 发展 推行 实行 实施 建设 增强 履行 杜绝 严禁 防止 防范 整治 清理 查处 监督 检查 督促 宣传 培训 \
    动员 设立 成立 搭建 树立 提倡 倡导 维护 保护 控制 减少 降低 消除 解决 研究 探索 简化 取消 下放 改革 转变 建成 推广 应用 关注 重视 认识 学习 领会 \
    贯彻 执行 遵守 紧扣 承接 塑造 把握 提升 抓住 发动 协调 配合 加大 妥善 排查 摸清 细化 严控 不得 禁止 统一 注重 着眼 立足 围绕 利用 用好 把好 \
    扶持 稳定 整合 盘活 畅通 筑牢 压减 公开 报送 上报 填报 提供 整改 处理 完成 编制 修订
    """.words

  /// Modal verbs that make what stands before them the one who must: 科研单位要健全…
  static let modals = "要 应 必须 应当 须 不得".words
  /// Words that hold such a verb and say nothing of the kind: 重要, 主要, 要求, 反应.
  static let modalLookalikes =
    "重要 主要 需要 必要 摘要 纲要 概要 首要 只要 简要 紧要 要求 要点 要素 要件 反应 相应 适应 供应 响应 效应 应急 应用 应对 应届 必须品 要闻".words

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
