import GangmuOutline
import HanText

/// Tells what each section is for: by the end of its heading, else by the section that it stands in.
final class SectionRoleReader: Sendable {
  private let endings: SuffixTable<RuleMark<SectionRole>>
  private let conjunctions = PhraseTable(HeadingWords.conjunctions)
  private let exhortations = PhraseTable(HeadingWords.exhortations)
  private let process = SuffixTable(HeadingWords.process)

  private let actions = PhraseTable(HeadingWords.actions)
  private let weak = SuffixTable(HeadingWords.weak)
  private let pointers = SuffixTable("如下 如后 有".words)
  private let commands = CommandReader()

  init(lexicon: FieldLexicon) {
    endings = SuffixTable(lexicon.headings.entries())
  }

  /// One role for each section of a document.
  func roles(of document: OutlinedDocument, kind: DocumentKind) -> [SectionRole] {
    var roles: [SectionRole] = []
    roles.reserveCapacity(document.sections.count)
    let announced = announcement(of: document)
    let kind = carriesPlan(document) ? .plan : kind
    guard kind != .qa else { return Array(repeating: .other, count: document.sections.count) }
    for id in document.sections.indices {
      let parent = document.sections[id].parent.map { (heading: document.sections[$0].heading, role: roles[$0]) }
      roles.append(role(of: id, in: document, parent: parent, announced: announced, kind: kind))
    }
    return roles
  }

  /// What the line above the first section says that the sections are: 特提出如下要求:.
  private func announcement(of document: OutlinedDocument) -> SectionRole? {
    guard let first = document.sections.first?.span.lowerBound else { return nil }
    let end = document.text.trimmingEnd(max(0, first - 4)..<first, Trim.punctuation).upperBound
    let match = announcements.longestMatch(in: document.text, endingAt: end, lower: max(0, end - 12))
    return match?.payload
  }

  private let announcements = SuffixTable<SectionRole>([
    ("如下要求", .requirements), ("以下要求", .requirements), ("几点要求", .requirements), ("要求如下", .requirements),
    ("如下建议", .measures), ("以下建议", .measures), ("如下意见", .measures), ("以下意见", .measures), ("几点意见", .measures),
    ("意见如下", .measures), ("建议如下", .measures), ("如下措施", .measures), ("以下措施", .measures),
    ("以下问题", .problems), ("如下问题", .problems), ("问题如下", .problems),
  ])

  /// Whether a notice brings a plan with it (关于印发…方案的通知), so that its sections are those of the plan.
  private func carriesPlan(_ document: OutlinedDocument) -> Bool {
    guard let title = document.title, let issue = issuing.firstMatch(in: document.text, within: title) else {
      return false
    }
    return plans.firstMatch(in: document.text, within: issue.span.upperBound..<title.upperBound) != nil
  }

  private let issuing = PhraseTable("印发 转发 下发 批转".words)
  private let plans = PhraseTable("方案 计划 规划 预案 工作要点 规程".words)

  private func role(
    of id: Int, in document: OutlinedDocument, parent: (heading: Range<Int>?, role: SectionRole)?,
    announced: SectionRole?, kind: DocumentKind
  ) -> SectionRole {
    let text = document.text
    let heading = document.sections[id].heading
    if let label = document.sections[id].seriesLabel, let series = role(ofHeading: label, in: text), series != .other {
      return Self.member(of: series)
    }
    guard let parent else {
      return heading.flatMap { topRole(of: $0, in: text, kind: kind) } ?? announced
        ?? unnamedRole(of: id, isTop: true, in: document, kind: kind)
    }
    switch parent.role {
    case .activities, .activity: return .activity
    case .requirements, .requirement: return .requirement
    case .findings, .problems, .measures, .awards, .contact, .budget: return parent.role
    case .other:
      return heading.flatMap { role(ofHeading: $0, in: text) }
        ?? unnamedRole(of: id, isTop: false, in: document, kind: kind)
    default:
      if let own = heading.flatMap({ role(ofHeading: $0, in: text) }) { return own }
      // The steps of a class meeting's course (活動過程) hold what is said in it, not steps.
      if parent.role == .schedule, let heading = parent.heading, endsInProcess(heading, in: text) {
        return .other
      }
      return parent.role
    }
  }

  /// The role of a section whose heading names none. What a notice or a decision commands is a requirement, what a plan says is to
  /// be done an activity; a report tells of what was found and done.
  private func unnamedRole(of id: Int, isTop: Bool, in document: OutlinedDocument, kind: DocumentKind) -> SectionRole {
    switch kind {
    case .report, .summary: return isTop ? .findings : .other
    case .notice, .opinion:
      return commands.isCommand(section: id, of: document) ? (isTop ? .requirements : .requirement) : .other
    case .plan: return commands.isCommand(section: id, of: document) ? (isTop ? .activities : .activity) : .other
    default: return .other
    }
  }

  private static func member(of series: SectionRole) -> SectionRole {
    switch series {
    case .activities: .activity
    case .requirements: .requirement
    default: series
    }
  }

  private func endsInProcess(_ heading: Range<Int>, in text: FoldedText) -> Bool {
    let heading = text.trimming(heading, Trim.punctuation)
    return process.longestMatch(in: text, endingAt: heading.upperBound, lower: heading.lowerBound) != nil
  }

  private func topRole(of heading: Range<Int>, in text: FoldedText, kind: DocumentKind) -> SectionRole? {
    let heading = text.trimming(heading, Trim.punctuation)
    if kind == .plan || kind == .notice || kind == .opinion,
      exhortations.longestMatch(in: text, at: heading.lowerBound, limit: heading.upperBound) != nil
    {
      return .requirements
    }
    return role(ofHeading: heading, in: text)
  }

  /// The role that a heading's words give it, or nil. The end of a conjunct decides; of several conjuncts that say
  /// something the first counts (時間地點, 存在問題和整改措施).
  func role(ofHeading heading: Range<Int>, in text: FoldedText) -> SectionRole? {
    var heading = withoutBracket(text.trimming(heading, Trim.punctuation), in: text)
    if let pointer = pointers.longestMatch(in: text, endingAt: heading.upperBound, lower: heading.lowerBound) {
      heading = heading.lowerBound..<pointer.span.lowerBound
    }
    guard !heading.isEmpty, heading.count <= 40 else { return nil }
    var start = heading.lowerBound
    while true {
      let conjunction = conjunctions.firstMatch(in: text, within: start..<heading.upperBound)?.span
      let end = conjunction?.lowerBound ?? heading.upperBound
      if let found = role(ofConjunct: start..<end, in: text) {
        // [科研机构和人员自主权]的重要意义: a conjunct that is a clause of its own gives way to the head of the whole.
        let isPlain =
          found.phrase.lowerBound - start <= 6 || (start..<found.phrase.lowerBound).contains { text[$0] == "的" }
        guard let conjunction, !isPlain else { return found.role }
        return role(ofConjunct: conjunction.upperBound..<heading.upperBound, in: text)?.role ?? found.role
      }
      guard let conjunction else { return nil }
      start = conjunction.upperBound
    }
  }

  private func role(ofConjunct span: Range<Int>, in text: FoldedText) -> (role: SectionRole, phrase: Range<Int>)? {
    let span = text.trimming(span, Trim.spaces)
    guard
      let last = endings.longest(in: text, endingAt: span.upperBound, lower: span.lowerBound, skippingSpaces: true)
    else { return nil }
    let sense = endings[last.phrase].sense
    if isAction(span, endingIn: last.start..<span.upperBound, of: sense, in: text) { return nil }
    // 时间地点: two words side by side, the first counts.
    var first = (sense: sense, span: last.start..<span.upperBound)
    while first.span.lowerBound > span.lowerBound,
      let before = endings.longest(
        in: text, endingAt: first.span.lowerBound, lower: span.lowerBound, skippingSpaces: true),
      before.start == span.lowerBound, Self.canPair(endings[before.phrase].sense, sense)
    {
      first = (endings[before.phrase].sense, before.start..<first.span.lowerBound)
    }
    return (first.sense, first.span)
  }

  /// Whether a heading says what to do to what its last word names (扩大补贴范围, 总结经验做法), so that the word tells nothing
  /// about the section.
  private func isAction(
    _ span: Range<Int>, endingIn last: Range<Int>, of sense: SectionRole, in text: FoldedText
  ) -> Bool {
    // 制定配套制度, 构建交通体系: no sections about systems.
    if sense == .other, commands.isCommand(span.lowerBound..<last.lowerBound, in: text) {
      return true
    }
    guard let verb = actions.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound),
      verb.span.upperBound <= last.lowerBound
    else { return false }
    return Self.isNamed(sense)
      || weak.longest(in: text, endingAt: span.upperBound, lower: last.lowerBound)?.start == last.lowerBound
  }

  /// Whether a sense is one that a heading names and does not do.
  private static func isNamed(_ sense: SectionRole) -> Bool {
    switch sense {
    case .audience, .schedule, .place, .time, .findings, .background: true
    default: false
    }
  }

  /// Whether two role words side by side are a pair of equals (时间地点) and not modifier and head (活动时间, 问题整改措施).
  private static func canPair(_ left: SectionRole, _ right: SectionRole) -> Bool {
    isCircumstance(left) && isCircumstance(right) || left == .purpose && right == .purpose
  }

  private static func isCircumstance(_ role: SectionRole) -> Bool {
    role == .time || role == .place || role == .audience
  }

  private func withoutBracket(_ span: Range<Int>, in text: FoldedText) -> Range<Int> {
    guard let last = span.last, text[last] == ")", let open = span.last(where: { text[$0] == "(" }),
      open > span.lowerBound
    else { return span }
    return text.trimmingEnd(span.lowerBound..<open, Trim.punctuation)
  }
}
