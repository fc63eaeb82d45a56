import HanText

/// Tells a report and news by how a text tells, where neither title nor headings say what it is.
struct TellingReader: Sendable {
  private enum Tense: Sendable { case done, toDo, neither }

  private let tenses = PhraseTable(
    "了 以来 累计 达到 被评为 荣获 先后 已经 目前已 得到 取得 成功 圆满".words.map { ($0, Tense.done) }
      + "要 应 须 必须 应当 将 拟 请 不得 可以 严禁".words.map { ($0, Tense.toDo) }
      + (HeadingWords.modalLookalikes + "为了 除了 了解 明了 将军 申请 邀请 聘请 了如指掌".words).map { ($0, Tense.neither) })
  /// What news says of where it comes from and of how fresh it is.
  private let freshness = PhraseTable(
    """
    记者 通讯员 本报 本网 据悉 据介绍 据了解 据报道 报道 近日 日前 昨日 昨天 今日 今天上午 责任编辑 责编 编辑: 来源: 新华社 中新社 中新网 新华网 人民网 央视 日电 \
    日讯 网讯 发布会上 接受采访 采访
    """.words.map { ($0, $0) })
  /// How much of a text is looked at, in units.
  private static let sampled = 4_000

  /// Whether a text tells far more of what was done (建立了…, 累计…, …以来) than of what is to be done.
  func isReport(_ text: FoldedText) -> Bool {
    var done = 0
    var toDo = 0
    for match in tenses.matches(in: text, within: 0..<min(text.count, Self.sampled)) {
      switch match.payload {
      case .done: done += 1
      case .toDo: toDo += 1
      case .neither: break
      }
    }
    return done >= 8 && done >= 3 * toDo
  }

  /// Whether a text shows in two ways that it is news.
  func isNews(_ text: FoldedText) -> Bool {
    Set(freshness.matches(in: text, within: 0..<min(text.count, Self.sampled)).map(\.payload)).count >= 2
  }
}
