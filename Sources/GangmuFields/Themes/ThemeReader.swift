import GangmuOutline
import HanText

/// Finds what a campaign is about in its own words: one theme for each document.
///
/// A class: a struct of tables would be copied, and each table counted, where it is asked.
final class ThemeReader: Sendable {
  private let statements = PhraseTable(
    """
    活动主题为 活动主题是 主题为 主题是 本次活动主题为 宣传周主题为 宣传周主题是 活动主题: 活动的主题是 活动的主题为 主题定为 主题确定为 活动主题定为
    """.words)
  /// The first units of a statement.
  private let starts = UnitSet("活主本宣以")
  private let asTheme = FoldUnit.fold("为主题")
  /// What a theme of its own within the campaign belongs to: 以「…」為主題的班會.
  private let minor = PhraseTable("班会 队会 黑板报 手抄报 讲座 竞赛 演讲 征文 板报 晚会 研讨 沙龙 课 团日 团课 小报 海报 展览 展板 比赛 座谈 论坛 作品".words)
  private static let maximumTheme = 80

  /// The theme of a document, or none.
  func themes(in context: DocumentContext) -> [Theme] {
    guard context.kind != .qa else { return [] }
    return (bySection(in: context) ?? byLabel(in: context) ?? byStatement(in: context)).map { [$0] } ?? []
  }

  private func bySection(in context: DocumentContext) -> Theme? {
    let text = context.text
    for (id, role) in context.roles.enumerated() where role == .theme {
      let section = context.document.sections[id]
      guard let body = section.body, let block = context.block(at: text.trimmingStart(body, Trim.spaces).lowerBound)
      else { continue }
      let line = text.trimming(body.clamped(to: context.blocks[block].span), Trim.spaces)
      if let theme = theme(ofLine: line, in: text) {
        return Theme(span: theme, section: section.id, rule: "theme.section", confidence: 0.95)
      }
    }
    return nil
  }

  private func byLabel(in context: DocumentContext) -> Theme? {
    for label in context.labels where label.rule.sense == .theme {
      let section = context.document.section(at: label.label.lowerBound)
      if let section, context.roles[section.id] == .activity || section.level > 2 { continue }
      if let theme = theme(ofLine: context.text.trimming(label.value, Trim.spaces), in: context.text) {
        return Theme(span: theme, section: section?.id, rule: "theme.label", confidence: 0.9)
      }
    }
    return nil
  }

  /// 本次活動主題為「…」 anywhere, and 以「…」為主題 where it names the campaign and not a class meeting.
  private func byStatement(in context: DocumentContext) -> Theme? {
    let text = context.text
    var next = 0
    // Every statement has the word 主题 in it.
    for word in context.signals.themes.lazy.map(Int.init) {
      for offset in max(next, word - Self.reach)..<word + 1 where starts.contains(text[offset]) {
        if let theme = statement(at: offset, in: context) { return theme }
      }
      next = word + 1
    }
    return nil
  }

  /// How far before 主题 a statement begins: 以, a quoted theme, 为.
  private static let reach = maximumTheme + 4

  /// The theme that a statement names that begins at an offset.
  private func statement(at offset: Int, in context: DocumentContext) -> Theme? {
    let text = context.text
    guard let match = statements.longestMatch(in: text, at: offset, limit: text.count) else {
      guard text[offset] == "以", let span = framed(from: offset + 1, in: context) else { return nil }
      return statement(span, at: offset, in: context)
    }
    return context.block(at: offset).flatMap { block in
      quoted(from: match.span.upperBound, limit: context.blocks[block].span.upperBound, in: text)
    }.flatMap { statement($0, at: offset, in: context) }
  }

  private func statement(_ span: Range<Int>, at offset: Int, in context: DocumentContext) -> Theme? {
    let section = context.document.section(at: offset)
    if let section, context.roles[section.id] == .activity { return nil }
    return Theme(span: span, section: section?.id, rule: "theme.statement", confidence: 0.85)
  }

  /// The theme that a line states: what is quoted after 主題為, what is quoted at its start, or its first sentence.
  private func theme(ofLine line: Range<Int>, in text: FoldedText) -> Range<Int>? {
    guard !line.isEmpty else { return nil }
    if let statement = statements.firstMatch(in: text, within: line) {
      if let quoted = quoted(from: statement.span.upperBound, limit: line.upperBound, in: text) { return quoted }
      return sentence(from: statement.span.upperBound, limit: line.upperBound, in: text)
    }
    if let quoted = quoted(from: line.lowerBound, limit: line.upperBound, in: text) { return quoted }
    return sentence(from: line.lowerBound, limit: line.upperBound, in: text)
  }

  /// What stands between the quotation marks at an offset.
  private func quoted(from start: Int, limit: Int, in text: FoldedText) -> Range<Int>? {
    guard start < limit, text[start].isAny(.quote) else { return nil }
    let end = min(limit, start + Self.maximumTheme)
    let close = Brackets.closing(of: text[start])
    var offset = start + 1
    while offset < end {
      if close.map({ $0 == text[offset] }) ?? text[offset].isAny(.quote) {
        let inside = text.trimming(start + 1..<offset, Trim.quotes)
        return inside.isEmpty ? nil : inside
      }
      offset += 1
    }
    return nil
  }

  private func sentence(from start: Int, limit: Int, in text: FoldedText) -> Range<Int>? {
    let start = text.trimmingStart(start..<limit, Trim.punctuation).lowerBound
    let end = (start..<limit).first { text[$0].isAny(.sentenceEnd) || text[$0] == "(" } ?? limit
    let span = text.trimming(start..<end, Trim.quotes)
    return span.isEmpty || span.count > Self.maximumTheme ? nil : span
  }

  /// X in 以「X」為主題, unless a class meeting, a poster or the like follows.
  private func framed(from start: Int, in context: DocumentContext) -> Range<Int>? {
    let text = context.text
    guard text.unit(at: start)?.isAny(.quote) == true,
      let limit = context.block(at: start).map({ context.blocks[$0].span.upperBound }),
      let span = quoted(from: start, limit: limit, in: text)
    else { return nil }
    let after = span.upperBound + 1
    guard text.matches(asTheme, at: after, limit: limit) else { return nil }
    let clause = after..<min(limit, after + 24)
    let end = clause.first { text[$0].isAny(.sentenceEnd) } ?? clause.upperBound
    return minor.firstMatch(in: text, within: after..<end) == nil ? span : nil
  }
}
