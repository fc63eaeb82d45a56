import GangmuOutline
import HanText

extension DocumentContext {
  /// What the section at an offset is to do, for a label line or a bracket in it: its heading, or the text of its first
  /// line up to `offset` where it has none. Nil outside of all sections and in one that is about organisation.
  func task(forLabelAt offset: Int) -> Responsibility.Task? {
    guard var id = document.sectionID(at: offset) else { return nil }
    let sections = document.sections
    // (三)负责人:… under 校庆运动会: a section that is the label itself has its parent's task.
    while let heading = sections[id].heading, heading.contains(offset),
      text.trimming(sections[id].marker.upperBound..<offset, Trim.punctuation).isEmpty
    {
      guard let parent = sections[id].parent else { return nil }
      id = parent
    }
    if roles[id] == .organization || roles[id] == .contact { return nil }
    return task(of: sections[id], before: offset)
  }

  /// What a bracket of actors at `open` closes: in a section with one such bracket what the section is to do, in one with
  /// several (…体系。(国家发展改革委牵头)…机制。(财政部负责)) the sentence before each.
  func task(forBracketAt open: Int) -> Responsibility.Task? {
    let section = document.sectionID(at: open)
    if let section, roles[section] == .organization || roles[section] == .contact { return nil }
    if let section, (dutyBrackets[section] ?? 0) <= 1, let task = task(forLabelAt: open) { return task }
    let span = text.trimming(clause(before: open), Trim.punctuation)
    return span.count < 2 ? nil : Responsibility.Task(span: span, section: section)
  }

  /// The sentence that a bracket at `open` closes, back to the sentence, the bracket of actors or the marker before it.
  func clause(before open: Int) -> Range<Int> {
    guard let block = block(at: open) else { return open..<open }
    let floor = max(blocks[block].span.lowerBound, open - 600)
    let end = text.trimmingEnd(floor..<open, Trim.punctuation).upperBound
    var start = end
    while start > floor {
      let unit = text[start - 1]
      if unit == "。" || unit == "!" || unit == "?" || isMarkerEnd(start) { break }
      if let opening = Brackets.dutyOpening(of: unit), let open = matching(opening, before: start - 1, floor: floor) {
        // A bracket behind a full stop closed the sentence before; one in a sentence belongs to it.
        if open > floor, text[open - 1] == "。" || closesDuty(open..<start) { break }
        start = open
        continue
      }
      start -= 1
    }
    return start..<end
  }

  private func isMarkerEnd(_ offset: Int) -> Bool {
    guard let id = document.sectionID(at: offset) ?? document.sectionID(at: max(0, offset - 1)) else { return false }
    return document.sections[id].marker.upperBound == offset || document.sections[id].heading?.upperBound == offset
  }

  private func matching(_ open: FoldUnit, before close: Int, floor: Int) -> Int? {
    var offset = close
    while offset > max(floor, close - 240) {
      offset -= 1
      if text[offset] == open { return offset }
    }
    return nil
  }

  /// Whether the bracket in a span ends with the part that its actors play: (…财政部参与).
  func closesDuty(_ bracket: Range<Int>) -> Bool {
    let end = text.trimmingEnd(bracket.lowerBound..<bracket.upperBound - 1, Trim.punctuation).upperBound
    return Self.dutyEnds.longestMatch(in: text, endingAt: end, lower: bracket.lowerBound) != nil
      || hasLabel(in: bracket)
  }

  private static let dutyEnds = SuffixTable(DutyWords.bracketRoles.flatMap(\.phrases))

  /// How many brackets of actors each section holds in its own text.
  mutating func countDutyBrackets() {
    for bracket in pieces.brackets where closesDuty(bracket.span.lowerBound - 1..<bracket.span.upperBound + 1) {
      if let section = document.sectionID(at: bracket.span.lowerBound) { dutyBrackets[section, default: 0] += 1 }
    }
  }

  /// A section's task in its own words.
  func task(of section: Section, before offset: Int) -> Responsibility.Task? {
    if let heading = section.heading {
      // 征文比赛(责任单位:…): a heading that runs into the bracket ends before it.
      let span = withoutOpenBracket(heading.lowerBound..<max(heading.lowerBound, min(heading.upperBound, offset)))
      return span.isEmpty ? nil : Responsibility.Task(span: span, section: section.id)
    }
    let start = section.marker.upperBound
    guard let block = block(at: start) ?? block(at: max(0, start - 1)) else { return nil }
    let end = min(offset, blocks[block].span.upperBound)
    guard start < end else { return nil }
    let span = withoutOpenBracket(start..<end)
    return span.isEmpty ? nil : Responsibility.Task(span: span, section: section.id)
  }

  private func withoutOpenBracket(_ span: Range<Int>) -> Range<Int> {
    var span = text.trimming(span, Trim.punctuation)
    while let last = span.last, Brackets.isDuty(text[last]) {
      span = text.trimming(span.lowerBound..<last, Trim.punctuation)
    }
    return span
  }

  /// The heading of the section at an offset, for a verb of duty that names no object.
  func headingTask(at offset: Int) -> Range<Int>? {
    guard let id = document.sectionID(at: offset), let heading = document.sections[id].heading,
      heading.upperBound <= offset, !Self.isCircumstance(roles[id])
    else { return nil }
    return heading
  }

  /// Whether what heads a section of this role names no task.
  private static func isCircumstance(_ role: SectionRole) -> Bool {
    switch role {
    case .organization, .contact, .time, .place, .audience, .theme, .purpose, .background: true
    default: false
    }
  }

  /// A span of running text as a task.
  func task(_ span: Range<Int>?) -> Responsibility.Task? {
    guard let span else { return nil }
    let trimmed = withoutNote(text.trimming(span, Trim.punctuation))
    guard !trimmed.isEmpty else { return nil }
    return Responsibility.Task(span: trimmed, section: document.sectionID(at: trimmed.lowerBound))
  }

  /// The span without a bracket at its end that explains and says nothing of what is done: (注:…), (详见附件), (…由教育局负责), or that runs on
  /// beyond its end.
  private func withoutNote(_ span: Range<Int>) -> Range<Int> {
    if let open = span.last(where: { text[$0] == "(" || text[$0] == ")" }), text[open] == "(", open > span.lowerBound {
      return text.trimmingEnd(span.lowerBound..<open, Trim.punctuation)
    }
    guard let last = span.last, text[last] == ")", let open = matching("(", before: last, floor: span.lowerBound),
      open > span.lowerBound,
      Self.notes.longestMatch(in: text, at: open + 1, limit: last) != nil
        || Self.duties.firstMatch(in: text, within: open + 1..<last) != nil
    else { return span }
    return text.trimmingEnd(span.lowerBound..<open, Trim.punctuation)
  }

  private static let duties = PhraseTable("负责 牵头 由".words)
  private static let notes = PhraseTable("注 详见 见附 附件 说明 备注".words)

  /// The date by which something in a span is due: its first deadline, else the last end of a stated range.
  func due(in span: Range<Int>) -> Int? {
    dates(in: span).first { dates[$0].form == .deadline }
  }

  /// The date of the label 完成時間 that stands nearest in the same section, or nil.
  func due(forLabelAt offset: Int) -> Int? {
    guard let id = document.sectionID(at: offset), case let span = document.sections[id].span else { return nil }
    let own = labels(in: span.clamped(to: max(0, offset - 600)..<offset + 600))
    for index in own {
      guard labels[index].rule.sense == .completion else { continue }
      guard document.sectionID(at: labels[index].label.lowerBound) == id else { continue }
      if let date = dates(in: labels[index].value).first { return date }
    }
    // 于6月10日前完成…: the only deadline of a short section.
    guard span.count <= 400 else { return nil }
    var only: Int?
    for index in dates(in: span) where dates[index].form == .deadline {
      if only != nil { return nil }
      only = index
    }
    return only
  }
}
