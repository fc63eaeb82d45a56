/// What a document is, by the last of these words in its title: 網路安全自查報告範文 is a report, 關於印發…方案的通知 a notice.
enum KindWords {
  static let rules: [LexicalRule<DocumentKind>] = [
    .init(
      "kind.plan", .plan, 0.95, "方案 计划 计画 规画 企画 计画书 企画书 计划书 规划 预案 规程 企划书 策划 策划书 策划案 安排 行动纲领 纲要 工作要点 实施路线 企划 日程表".words),
    .init("kind.summary", .summary, 0.95, "总结 小结 工作回顾".words),
    .init("kind.report", .report, 0.95, "报告 汇报 自查 自评 报告书 汇报材料 自查情况 述职 情况报告 工作汇报材料".words),
    .init("kind.notice", .notice, 0.95, "通知 通报 公告 通告 公示 启事 简章 通知书 招生简章 征稿启事 征集令".words),
    .init("kind.opinion", .opinion, 0.9, "意见 批复 函 复函 答复 决定 决议 请示 意见书 建议书 议案 提案 指示 意见函 命令".words),
    .init(
      "kind.regulation", .regulation, 0.9,
      """
      法 办法 条例 规定 细则 制度 规则 准则 守则 章程 公约 规范 作业须知 管理须知 实施须知 申请须知 要点 设置要点 作业要点 实施要点 补助要点 管理要点 处理要点 \
      实施办法 自治法 组织法 暂行规定 管理制度 责任制
      """.words),
    .init("kind.speech", .speech, 0.95, "演讲稿 讲话 讲话稿 倡议书 发言稿 发言 演讲 致辞 致词 主持词 广播稿 开幕词 闭幕词 祝词 贺词 倡议 公开信 演讲词 一封信".words),
    .init("kind.news", .news, 0.9, "新闻 简讯 报道 活动报道 新闻稿 通讯稿 快讯 侧记 纪实 美篇 简报 动态 新闻发布 通讯 消息".words),
    .init("kind.qa", .qa, 0.9, "问答 答记者问 知识问答 常见问题 问与答 百问百答".words),
    .init(
      "kind.other", .other, 0.7, "口号 标语 作文 征文 知识 资料 手抄报 心得体会 心得 感想 观后感 教案 说课稿 手册 指南 须知 一览表 名单 清单 目录 附件 试题 题库 答案".words),
  ]

  /// A title that asks is a question, whatever it ends with (民政部對網路募捐平台有什麼規定).
  static let questions: [LexicalRule<DocumentKind>] = [
    .init(
      "kind.question", .qa, 0.95,
      "什么 怎么 怎样 哪个 哪些 哪里 哪一 哪几 为何 为什么 多少 吗 呢 多重要 有多 是否 何时 几月几 ? 是谁 谁来".words),
    .init("kind.question", .qa, 0.8, "如何 怎办".words),
  ]

  /// What may follow the word that decides: marks of a collection or a draft.
  static let tails =
    "范文 模板 范本 样本 范例 样文 格式 大全 精选 通用 最新 优秀 完整版 草案 草稿 初稿 试行 讨论稿 征求意见稿 送审稿 修订稿 修订版 暂行 全文 文本 篇 正式 合集 汇编 参考 简短 精华 推荐 版 稿"
    .words
}
