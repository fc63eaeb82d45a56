import GangmuOutline
import HanText

extension DocumentContext {
  /// What the section at an offset is to do, for a label line or a bracket in it: its heading, or the text of its first
  /// line up to `offset` where it has none. Nil outside of all sections and in one that is about organisation.
  func task(forLabelAt offset: Int) -> Responsibility.Task? {
    guard let section = document.section(at: offset) else { return nil }
    if roles[section.id] == .organization || roles[section.id] == .contact { return nil }
    return task(of: section, before: offset)
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
    while let last = span.last, Brackets.duty.contains(text[last]) {
      span = text.trimming(span.lowerBound..<last, Trim.punctuation)
    }
    return span
  }

  /// The heading of the section at an offset, for a verb of duty that names no object.
  func headingTask(at offset: Int) -> Range<Int>? {
    guard let section = document.section(at: offset), let heading = section.heading, heading.upperBound <= offset,
      !Self.circumstances.contains(roles[section.id])
    else { return nil }
    return heading
  }

  /// What a section of these roles is headed by names no task.
  private static let circumstances: Set<SectionRole> = [
    .organization, .contact, .time, .place, .audience, .theme, .purpose, .background,
  ]

  /// A span of running text as a task.
  func task(_ span: Range<Int>?) -> Responsibility.Task? {
    guard let span else { return nil }
    let trimmed = text.trimming(span, Trim.punctuation)
    guard !trimmed.isEmpty else { return nil }
    return Responsibility.Task(span: trimmed, section: document.section(at: trimmed.lowerBound)?.id)
  }

  /// The date by which something in a span is due: its first deadline, else the last end of a stated range.
  func due(in span: Range<Int>) -> Int? {
    dates(in: span).first { dates[$0].form == .deadline }
  }

  /// The date of the label 完成時間 that stands nearest in the same section, or nil.
  func due(forLabelAt offset: Int) -> Int? {
    guard let section = document.section(at: offset) else { return nil }
    let own = labels(in: section.span.clamped(to: max(0, offset - 600)..<offset + 600))
    for index in own {
      guard labels[index].rule.sense == .completion else { continue }
      guard document.section(at: labels[index].label.lowerBound)?.id == section.id else { continue }
      if let date = dates(in: labels[index].value).first { return date }
    }
    return nil
  }
}
