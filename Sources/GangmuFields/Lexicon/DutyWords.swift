/// What a verb of duty does in running text.
public struct DutySense: Sendable, Hashable {
  /// How a verb takes its actor and its task.
  public enum Form: Sendable, Hashable {
    /// The subject does it: 信息處負責網站的維護.
    case subject
    /// The subject leads and who follows the verb supports: 網信辦會同有關部門制定目錄.
    case together
    /// The subject takes the post that follows: 副總理擔任召集人.
    case post
    /// The subject is made what the verb names: 以局長張明為組長.
    case named
    /// The subject is what the verb names, of what stands between: 主要负责人是本单位安全第一责任人.
    case identity
    /// A duty only where the section is about organisation: 舉辦 says elsewhere no more than that something takes place.
    case organizing
  }

  /// The part that the actor plays.
  public var role: Responsibility.Role
  /// How the verb takes actor and task.
  public var form: Form
  /// Whether the actor must stand right before the verb, in the same clause.
  public var isBound: Bool

  /// Makes a sense.
  public init(_ role: Responsibility.Role, _ form: Form = .subject, isBound: Bool = false) {
    self.role = role
    self.form = form
    self.isBound = isBound
  }
}

/// The verbs that give a duty in running text.
///
/// A plain subject (各園校要…) is no responsibility; one of these verbs, 由 with its actor, a bracket that is all actor and
/// verb, or a hand-in with a deadline must show it.
enum DutyWords {
  static let rules: [LexicalRule<DutySense>] = [
    .init("prose.responsible", .init(.responsible), 0.9, "负责 负总责 负主要责任".words),
    .init("prose.lead", .init(.lead), 0.92, "牵头 牵头负责 负责牵头".words),
    .init("prose.host", .init(.host), 0.92, "主办 共同举办 联合举办 联合主办 共同主办 合办 合作举办".words),
    .init("prose.organizer", .init(.organizer, isBound: true), 0.9, "承办 组织落实 组织实施 具体承办 联合承办 共同承办".words),
    .init("prose.co_organizer", .init(.coOrganizer, isBound: true), 0.9, "协办".words),
    .init("prose.support", .init(.support, isBound: true), 0.75, "配合 协助".words),
    .init("prose.in_charge", .init(.responsible, isBound: true), 0.8, "分管 主管 主抓".words),
    .init("prose.together", .init(.lead, .together), 0.92, "会同".words),
    .init("prose.post", .init(.leader, .post), 0.92, "担任 兼任".words),
    .init("prose.named", .init(.leader, .named), 0.85, "为组长 任组长 为总指挥 任总指挥 为召集人 为主任 任主任 为指挥长".words),
    .init("prose.named_deputy", .init(.deputy, .named), 0.85, "为副组长 任副组长 为副总指挥 任副总指挥 为副主任 任副主任".words),
    .init("prose.named_member", .init(.member, .named), 0.8, "为成员 任成员 为组员".words),
    .init("prose.lead_unit", .init(.lead, .named), 0.9, "为牵头单位 为牵头部门 是牵头单位 为牵头人".words),
    .init(
      "prose.responsible_unit", .init(.responsible, .named), 0.85,
      "为责任单位 为责任部门 是责任单位 为责任主体 是责任主体 为第一责任人 是第一责任人 为直接责任人".words),
    .init(
      "prose.identity", .init(.responsible, .identity), 0.8, "第一责任人 直接责任人 责任主体 主要责任人 主要责任单位 牵头责任单位".words),
    .init("prose.organizing", .init(.host, .organizing), 0.8, "举办".words),
  ]

  /// What turns such a verb into a noun or a saying when it follows (負責人, 牽頭單位, 配合能力).
  static let vetoAfter: [String] =
    """
    负责人 负责同志 负责制 负责任 负责的 负责干部 负责领导签 负责领导审 负责老师 负责单位 负责部门 负责教师 负责者 牵头单位 牵头部门 牵头人 牵头作用 \
    主办单位 主办部门 主办方 主办者 主办人 承办单位 承办部门 承办人 承办方 承办者 协办单位 协办方 协办部门 配合单位 配合部门 配合能力 配合度 \
    配合机制 配合下 配合得 配合工作的 协助下 协助单位 协助部门 举办的 举办方 举办单位 举办时间 举办地 牵头领导 担任的 负责精神 负责态度 \
    分管领导 分管负责 分管校长 分管副 分管的 分管部门 分管同志 分管院 分管区 分管县 分管市 分管责任 主管部门 主管单位 主管机关 主管领导 主管的 主管副 主管院 主管校 主管人 主管监管 主管和 主管、 主管税务 主管全面 \
    组织实施工作 组织实施方案 组织实施的 组织实施情况 负责区域 负责范围 协助机制
    """.words

  /// What turns it into a saying when it stands before (誰主管誰負責, 相互配合, 對人民負責).
  static let vetoBefore: [String] =
    """
    谁 各 相互 互相 协同 分级 层层 逐级 认真 高度 共同参与、 专人 大力 主动 积极 双重 勇于 敢于 总 切实 不 对党 自我 终身 精心 认真做好 相 \
    通力 全力 各司其职、 有人 协助 密切 以示 密切协作、 做好 周密 抓好 强化 狠抓 精心做好
    """.words

  /// How somebody supports: a saying (积极配合), unless somebody named is helped (积极配合有关部门).
  static let helpfully = "认真 大力 主动 积极 全力 切实".words

  /// Words between actor and verb that say how, not who.
  static let adverbs: [String] =
    """
    具体 主要 共同 应当 应该 应 要 也 则 都 分别 统一 直接 全面 依法 予以 并 还 一并 同时 须 必须 务必 可 可以 将 已 已经 再 就 \
    全权 专门 独立 联合 一起 自行 按时 及时 按要求 按职责 按职责分工 按照职责分工 按分工 各自 需 需要 均 每天 每日 每周 每月 每年 每学期 \
    定期 严格 认真 积极 牵头 总 作 在各自职责范围内 继续 密切 合作 承担 组织 指定专人 安排专人 派专人 又 一律 首先 先 不得 日常
    """.words

  /// Words that begin what is said about an actor: prepositions, modal verbs, adverbs. What stands before one may be an actor.
  static let predicates: [String] =
    """
    应当 应该 应 要 必须 须 务必 需要 需 可以 可 将 把 按照 按 根据 依照 依据 依法 遵照 在 于 对 对于 为 通过 结合 以 从 向 与 同 并 \
    每天 每日 每周 每月 每年 定期 及时 统一 直接 具体 负责 牵头 会同 进行 组织 开展 举办 承担 设置 成立 设立 制定 指定 提供 报送 上报 提交 \
    完成 做好 参加 参与 协助 配合 指导 监督 审核 审批 审查 批准 实施 落实 管理 主持 召开 安排 确定 提出 决定 印发 发布 公布 检查 组成 \
    督促 协调 统筹 汇总 填写 收集 整理 保管 拟定 起草 制作 发放 撰写 担任 兼任 主办 承办 协办 集中 共同 联合 分别 自行 派 选派 认定 \
    受理 办理 处理 调查 核实 评定 评选 评审 给予 予以 核准 同意 推荐 委托 聘请 任命 领导 宣布 讲解 带领 带队 率 拍摄 作 做 给 设在 设于 任 牵 准备 \
    设计 布置 张贴 上传 推送 播放 播出 发送 转发 传达 部署 研究 解释 修订 保存 公开 登记 移送 掌握 扶持 核算 结算 清算 征收 征集 调拨 托管 测算 估算 出资 包干 主导 查处 追究 问责 约谈 缴纳 退还 返还 存放 存档 归档 看管 照看 接送 运送 选聘 聘用 招聘 招募 \
    送达 宣读 公示 出题 打分 计分 沟通 兑付 垫付 负担 支付 承担 列支 补助 发给 核发 核定 订定 另定 \
    召集 兼 加强 强化 切实 积极 认真 主动 全面 建立 建设 编制 编写 依 依托 利用 严格 严肃 明确 支持 鼓励 推进 推动 引导 发动 动员 自主 也 \
    会 已 已经 均 都 则 还 再 就 不 没有 未 是 有 了 因 如 具有 属于 使用 采取 采用 收到 接到 发现 签订 申请 执行 履行 维护 组建 提请 报经 筹建 承办 商 报请 报 备案 确认 评议 签字 提名 汇报 通报 推举 选举 派 作为 各派 办成 代行 代理 代为 告知 函告 拟订 制订 订立 仍 仍然 \
    督导 平摊 均摊 捐赠 捐助 支应 贡献 初审 初评 复评 终评 复审 复核 终审 评议 审定 审阅 抽查 核查 把关 验收 移交 提报 函送 检送 陪同 资助 救助 补贴 拨付 筹措 \
    全额 归口 拟 分发 领取 购买 布展 点评 授课 主讲 讲授 颁奖 颁发 领学 接收 组队 值班 值守 巡查 巡逻 看护 填报 登录 联络 对接 跟踪 跟进 维修 维持 接待 引导 护送 逐级 书面 推选 择优 敘奖 叙奖 背书 \
    讨论 审议 采购 出具 指派 抽调 选定 转 申报 下达 分配 解答 呈批 签发 命题 阅卷 裁定 检测 鉴定
    """.words

  /// Verbs that set up the body named next, which is the subject of the clauses after it (成立信息安全檢查工作組,負責…).
  static let founding = "成立 设立 组建 建立 下设 增设 设置 组成 设".words

  /// Verbs that make somebody else act: whoever stands after one is no subject of his own duty.
  static let causative = "要求 督促 鼓励 引导 让 使 动员 号召 带动 倡导 邀请 确定 明确 落实 需要 追究 如果 若 对于 对".words

  /// Verbs that give somebody the duty that follows: 指定專門機構具體負責.
  static let assigning = "指定 安排 委托 责成 授权 抽调 聘请 选派 指派 建立 形成 完善 健全".words

  /// Verbs of handing in.
  static let handIn = "报送 上报 提交 上交 报到 报至 报给 送交 交到 交至 函报 函送 报府 函复 送至 送到 发至 发送 发到 寄至 寄送 寄到 反馈 递交 传至 传到 传给 报 交 传 送 发 寄"
    .words

  /// Verbs that a bracket of actor and verb may hold, beside the duties: (班主任提供圖片).
  static let bracketVerbs: [String] =
    """
    提供 直接 统一 指导 落实 负责 牵头 参与 参加 配合 协助 支持 主办 承办 协办 会同 组织 实施 完成 报送 审核 准备 收集 拍照 拍摄 汇总 制定 \
    协调 安排 整理 上报 填写 布置 制作 检查 发放 督促 督办 监督 跟进 主持 执行 具体 共同 分别 按职责 主管 分管 联合 自行 做好 总牵头 上传 \
    设计 采购 撰写 印制 打印 保管 通知
    """.words

  /// The part played in a bracket by the verb that follows the actors, where it is not responsible.
  static let bracketRoles: [LexicalRule<Responsibility.Role>] = [
    .init("bracket.lead", .lead, 0.95, "牵头 牵头负责 总牵头 牵头落实 会同 牵头组织 主责".words),
    .init("bracket.support", .support, 0.95, "参与 参加 配合 协助 支持 按职责配合 协同 积极配合".words),
    .init("bracket.host", .host, 0.95, "主办 联合主办".words),
    .init("bracket.organizer", .organizer, 0.95, "承办 组织实施 组织落实 执行".words),
    .init("bracket.co_organizer", .coOrganizer, 0.95, "协办".words),
    .init(
      "bracket.responsible", .responsible, 0.95,
      "负责 按职责分工负责 按职责负责 负责落实 分别负责 共同负责 具体负责 按职责分工分别负责 分工负责 指导 负总责 主管 督办 统筹".words),
  ]
}
