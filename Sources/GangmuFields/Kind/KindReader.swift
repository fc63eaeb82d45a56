import GangmuOutline
import HanText

/// Tells what a document is: by its title's last word, else by what its outline holds.
final class KindReader: Sendable {
  private let kinds: SuffixTable<RuleMark<DocumentKind>>
  private let questions: PhraseTable<RuleMark<DocumentKind>>
  private let tails = SuffixTable(KindWords.tails)
  private let events = PhraseTable("举行 召开 开展 举办 启动 赴 走进 圆满 落幕 开幕 闭幕 来我 到我 荣获 喜获 成功".words)
  private let headings = SuffixTable(HeadingWords.rules.entries())

  init(lexicon: FieldLexicon) {
    kinds = SuffixTable(lexicon.kinds.entries())
    questions = PhraseTable(lexicon.questions.entries())
  }

  /// The kind of a document and how sure that is.
  func kind(of document: OutlinedDocument) -> (kind: DocumentKind, confidence: Double) {
    if let title = document.title, let byTitle = kind(ofTitle: title, in: document.text) { return byTitle }
    if isReported(document) { return (.news, 0.7) }
    return kindByContent(of: document)
  }

  /// Whether a reporter or a news service signs the first lines: 【记者张三报导】, 本报讯, (通讯员 李四).
  private func isReported(_ document: OutlinedDocument) -> Bool {
    document.content.blocks.prefix(8).contains { block in
      let head = block.span.lowerBound..<min(block.span.upperBound, block.span.lowerBound + 40)
      return bylines.firstMatch(in: document.text, within: head) != nil || opensWithReporter(head, in: document.text)
    }
  }

  /// 【军训室记者李怡蓉报导】
  private func opensWithReporter(_ head: Range<Int>, in text: FoldedText) -> Bool {
    guard let first = head.first, text[first] == "【" || text[first] == "(" || text[first] == "[",
      let close = text.closing(of: first, limit: head.upperBound, reach: 30)
    else { return false }
    return reporters.firstMatch(in: text, within: first..<close) != nil
  }

  private let reporters = PhraseTable("记者 通讯员 报导 报道".words)
  private let bylines = PhraseTable("【记者 【本报 (记者 (通讯员 本报讯 本网讯 讯(记者 讯(通讯员 记者: 通讯员: 日电(记者 日讯".words)

  private func kind(ofTitle title: Range<Int>, in text: FoldedText) -> (kind: DocumentKind, confidence: Double)? {
    let question = questions.firstMatch(in: text, within: title)
    if let question, question.payload.confidence > 0.9 { return (question.payload.sense, question.payload.confidence) }
    var span = title
    // The last word that decides may stand before marks of a collection: 自查报告范文(两篇), 活动方案1, 总结【5篇】.
    for _ in 0..<12 {
      if let match = kinds.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound) {
        return (match.payload.sense, question == nil ? match.payload.confidence : 0.6)
      }
      let shorter = withoutTail(span, in: text)
      if shorter.count == span.count || shorter.isEmpty { break }
      span = shorter
    }
    if let question { return (question.payload.sense, question.payload.confidence) }
    if document(title, has: events, in: text) { return (.news, 0.6) }
    return lastKind(in: title, of: text)
  }

  private func document(_ title: Range<Int>, has table: PhraseTable<Bool>, in text: FoldedText) -> Bool {
    table.firstMatch(in: text, within: title) != nil
  }

  /// The span without one mark of a collection, a number, or a bracket at its end.
  private func withoutTail(_ span: Range<Int>, in text: FoldedText) -> Range<Int> {
    guard let last = span.last else { return span }
    if let tail = tails.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound) {
      return span.lowerBound..<tail.span.lowerBound
    }
    if text[last].isAny([.digit, .hanNumeral, .redaction, .bullet, .latin]) || Trim.quotes.contains(text[last]) {
      return span.lowerBound..<last
    }
    let open: FoldUnit
    switch text[last] {
    case ")": open = "("
    case "】": open = "【"
    case "]": open = "["
    case "〕": open = "〔"
    case "》": return span.lowerBound..<last
    default: return span
    }
    guard let start = span.last(where: { text[$0] == open }) else { return span }
    return span.lowerBound..<start
  }

  /// The last kind word anywhere in a title that ends with none: 关于做好…通知精神的学习 is weak evidence.
  private func lastKind(in title: Range<Int>, of text: FoldedText) -> (kind: DocumentKind, confidence: Double)? {
    var end = title.upperBound
    let floor = max(title.lowerBound, title.upperBound - 60)
    while end > floor + 1 {
      if let match = kinds.longestMatch(in: text, endingAt: end, lower: title.lowerBound), match.span.count >= 2,
        match.payload.sense != .other
      {
        return (match.payload.sense, 0.5)
      }
      end -= 1
    }
    return nil
  }

  private func kindByContent(of document: OutlinedDocument) -> (kind: DocumentKind, confidence: Double) {
    var roles: Set<SectionRole> = []
    for id in document.sections.indices where document.sections[id].level == 1 {
      let section = document.sections[id]
      if section.numbering == "article" || section.numbering == "chapter" { return (.regulation, 0.6) }
      guard let heading = section.heading,
        let match = headings.longestMatch(in: document.text, endingAt: heading.upperBound, lower: heading.lowerBound)
      else { continue }
      roles.insert(match.payload.sense)
    }
    if !roles.isDisjoint(with: [.theme, .time, .activities, .requirements, .schedule]) { return (.plan, 0.6) }
    if !roles.isDisjoint(with: [.problems, .findings]) { return (.report, 0.5) }
    if document.sections.isEmpty { return telling.isNews(document.text) ? (.news, 0.5) : (.other, 0.4) }
    return document.sections.count >= 3 && telling.isReport(document.text) ? (.report, 0.4) : (.other, 0.4)
  }

  private let telling = TellingReader()
}
