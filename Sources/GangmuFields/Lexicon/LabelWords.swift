/// What the words before a colon announce.
public enum LabelSense: Sendable, Hashable {
  /// Actors who play a part.
  case actors(Responsibility.Role)
  /// A roster of persons in a leading group.
  case roster(Responsibility.Role)
  /// The theme.
  case theme
  /// When something takes place.
  case time
  /// When something is done or due.
  case completion
  /// When the document was issued.
  case issued
  /// Where something takes place.
  case place
  /// Whom to turn to.
  case contactName
  /// A telephone number.
  case phone
  /// A mail address.
  case email
  /// A postal address.
  case address
  /// When a page was put up, which is not when the document was issued.
  case published
  /// Whom something is for.
  case audience
  /// The campaign's slogans.
  case slogan
  /// What it costs and who pays.
  case budget
  /// What can be won.
  case award
  /// What is to be done: a column of a table.
  case task
  /// Something else, which ends the value before it.
  case other
}

/// The words that stand before a colon, in a column head, or alone as a heading over a value.
enum LabelWords {
  static let rules: [LexicalRule<LabelSense>] = actors + rosters + contacts + rest

  private static let actors: [LexicalRule<LabelSense>] = [
    .init(
      "label.responsible", .actors(.responsible), 0.95,
      """
      责任单位 责任部门 负责单位 负责部门 任务单位 任务部门 责任人 负责人 责任科室 责任处室 责任领导 分管领导 主管单位 主管部门 实施单位 \
      落实单位 完成单位 责任主体 经办人 经办单位 责任教师 责任股室 第一责任人 直接责任人 负责老师 负责教师 负责科室 负责处室 项目负责人 \
      活动负责人 任务承担单位 承担单位 承担部门 办理单位 责任单位和责任人 责任单位及责任人 责任组 责任班级 负责 责任部门及责任人 指导部门 \
      主要负责人 主要责任人 具体负责人 任务责任人 权责单位 权责机关 责任干部 包保领导 责任校长 组织部门 责任 责任科室和责任人 责任科室及负责人 责任分工 负责股室 责任站所 责任机构 工作负责人 活动总负责 项目责任人 权责部门 承办处室
      """.words),
    .init(
      "label.lead", .actors(.lead), 0.95,
      "牵头单位 牵头部门 牵头领导 牵头人 牵头科室 牵头处室 主责单位 主责部门 主要责任单位 牵头 牵头负责单位 牵头责任部门 牵头领导及单位 牵头机构 牵头责任单位 主责 牵头责任人 总牵头单位".words),
    .init(
      "label.support", .actors(.support), 0.93,
      """
      配合单位 配合部门 协助单位 协助部门 协同单位 支持单位 参与单位 配合科室 协作单位 指导单位 协同部门 参与部门 配合处室 参加单位 \
      协助 配合 配合责任单位 参加部门 协办科室 配合机构 协助人员 协助教师 配合人员
      """.words),
    .init("label.host", .actors(.host), 0.95, "主办单位 主办部门 主办 主办方 主办机关 主办学校 联合主办 共同主办 主办者".words),
    .init(
      "label.organizer", .actors(.organizer), 0.95,
      "承办单位 承办部门 承办 执行单位 执行部门 承办方 组织单位 承办学校 承办机构 具体承办 实施部门".words),
    .init("label.co_organizer", .actors(.coOrganizer), 0.95, "协办单位 协办 协办部门 协办方 协办学校 合办单位".words),
  ]

  private static let rosters: [LexicalRule<LabelSense>] = [
    .init(
      "roster.leader", .roster(.leader), 0.95,
      """
      组长 第一组长 主任 主任委员 总指挥 指挥长 召集人 总召集人 总负责人 总负责 总协调 办公室主任 总指挥长 双组长 领导小组组长 总顾问 \
      主席 主任委员兼召集人 执行组长 总领队 总策划
      """.words),
    .init(
      "roster.deputy", .roster(.deputy), 0.95,
      "副组长 副主任 副总指挥 副指挥长 副召集人 副主任委员 常务副组长 常务副主任 办公室副主任 执行副组长 常务副总指挥 常务副指挥长 副主席 第一副组长".words),
    .init(
      "roster.member", .roster(.member), 0.95, "成员 组员 成员单位 委员 小组成员 主要成员 成员有 成员为 秘书长 成员包括 组成人员 领导小组成员 队员 执行秘书".words),
  ]

  /// The words of rosters with the parts that they give.
  static let rosterPhrases: [(String, RuleMark<Responsibility.Role>)] = rosters.flatMap { rule in
    guard case .roster(let role) = rule.sense else { return [(String, RuleMark<Responsibility.Role>)]() }
    return rule.phrases.map { ($0, RuleMark(id: rule.id, sense: role, confidence: rule.confidence)) }
  }

  private static let contacts: [LexicalRule<LabelSense>] = [
    .init(
      "label.contact", .contactName, 0.95,
      "联系人 联络人 连络人 承办窗口 洽询人 承办员 联系老师 联络员 联系教师 咨询人 承办人 联系人员 联系同学 联系人姓名 业务联系人 咨询老师".words),
    .init(
      "label.phone", .phone, 0.95,
      "电话 联系电话 连络电话 连系电话 联络电话和传真 联系方式及电话 联系人电话 洽询电话 洽询专线 传真电话 电话传真 手机 手机号 联络电话 咨询电话 电话号码 办公电话 固定电话 手机号码 热线 服务热线 举报电话 监督电话 值班电话 联系方式 tel 服务电话 报名电话 热线电话 联络方式 联系人及电话"
        .words),
    .init("label.email", .email, 0.95, "邮箱 电子邮箱 电子邮件 邮箱地址 e-mail email 邮件 联系邮箱 电子信箱 信箱 投稿邮箱 报送邮箱 mail".words),
    .init("label.address", .address, 0.9, "地址 驻地地址 连系地址 联系地址 通讯地址 通信地址 邮寄地址 办公地址 单位地址 寄送地址 收件地址".words),
  ]

  private static let rest: [LexicalRule<LabelSense>] = [
    .init("label.theme", .theme, 0.95, "活动主题 主题 宣传主题 宣传周主题 本次活动主题 年度主题 本届主题 今年主题 会议主题".words),
    .init("label.time", .time, 0.95, "时间 活动时间 日期 活动日期 举办时间 宣传时间 开展时间 举行时间 会议时间 比赛时间 实施时间 起止时间 培训时间".words),
    .init(
      "label.completion", .completion, 0.95,
      "完成时间 完成时限 时限 完成期限 截止时间 截止日期 报送时间 完成日期 报名截止时间 时间要求 办结时限 时间安排 报名时间 整改时限 投稿截止 截稿日期 时间节点 提交时间".words),
    .init("label.issued", .issued, 0.95, "成文日期 成文时间 发文日期 印发日期 发文时间 签发日期 印发时间 撰写日期".words),
    .init(
      "label.published", .published, 0.9, "发布日期 发布时间 更新时间 发表时间 日期时间 公布日期 录入时间 上传时间 最后更新 更新日期 张贴日期 公告日期 刊登日期 浏览时间".words),
    .init("label.place", .place, 0.9, "地点 活动地点 举办地点 活动场地 活动场所 举行地点 报到地点 会议地点 比赛地点 培训地点 集合地点".words),
    .init(
      "label.audience", .audience, 0.9,
      "对象 活动对象 参加对象 参与对象 参加人员 参与人员 参赛对象 适用对象 适用范围 宣传对象 培训对象 参会人员 参赛人员 面向对象 参加范围 参赛范围 享受对象 保障对象 补助对象 受众 参加班级 参加年级"
        .words),
    .init("label.slogan", .slogan, 0.9, "口号 活动口号 宣传口号 宣传标语 标语 标语口号 口号标语 宣传用语 主题口号".words),
    .init("label.budget", .budget, 0.9, "经费预算 活动经费 经费 预算 活动预算 经费来源 费用预算 费用 所需经费 总预算 经费概算 收费标准".words),
    .init("label.award", .award, 0.9, "奖项设置 奖项 奖励 奖励办法 奖励方式 奖励设置 评奖办法 奖品 奖励标准 奖项设立".words),
    .init(
      "label.task", .task, 0.8,
      "工作内容 工作任务 任务 内容 活动内容 项目 主要任务 改革举措 重点任务 任务名称 活动项目 任务内容 活动名称 工作项目 具体任务 重点工作 事项 措施 工作措施 具体措施 主要内容 工作事项 活动 工作 任务分解 改革事项 整改措施 整改内容 项目名称 主要工作 任务事项 工作要点 办理事项 主要措施 活动主题及内容"
        .words),
    .init(
      "label.other", .other, 0.8,
      """
      完成要求 要求 备注 说明 传真 邮编 网址 邮政编码 qq群 qq 微信 附件 抄送 发文机关 主题词 主题分类 发文字号 \
      推进步骤 公开方式 公文种类 主题分类 文号 技术支持 运行维护单位 运行维护 运维单位 版权所有 备案序号 备案号 网站标识码 公安备案号 icp备案 网站备案 标题 索引号 来源 编辑 作者 主持人 参加 目的 序号 推广范围 方式 形式 目标 效果 责任编辑 主送 印发 步骤 职责 主要职责
      """.words),
  ]

  /// Labels that may have more words before them (網路安全競賽聯系人, 領導小組成員). 班主任 and 主辦人 show why not all may.
  static let open: Set<String> = Set(
    """
    责任单位 责任部门 负责单位 负责部门 任务单位 任务部门 责任人 负责人 责任科室 责任处室 牵头单位 牵头部门 配合单位 配合部门 主办单位 \
    承办单位 协办单位 组长 副组长 成员 总指挥 副总指挥 联系人 联络人 联系电话 咨询电话 电子邮箱 邮箱 完成时间 完成时限 截止时间 \
    活动主题 活动时间 活动地点 联系老师 电话 联络员 手机 截止日期
    """.words)
}
