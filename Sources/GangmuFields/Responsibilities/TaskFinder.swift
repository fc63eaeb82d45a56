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
      let span = text.trimming(heading, Trim.punctuation)
      return span.isEmpty || span.upperBound > offset ? nil : Responsibility.Task(span: span, section: section.id)
    }
    let start = section.marker.upperBound
    guard let block = block(at: start) ?? block(at: max(0, start - 1)) else { return nil }
    let end = min(offset, blocks[block].span.upperBound)
    guard start < end else { return nil }
    var span = text.trimming(start..<end, Trim.punctuation)
    while let last = span.last, Brackets.duty.contains(text[last]) {
      span = text.trimmingEnd(span.lowerBound..<last, Trim.punctuation)
    }
    return span.isEmpty ? nil : Responsibility.Task(span: span, section: section.id)
  }

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
    let own = labels(in: section.span)
    for index in own {
      guard labels[index].rule.sense == .completion else { continue }
      guard document.section(at: labels[index].label.lowerBound)?.id == section.id else { continue }
      if let date = dates(in: labels[index].value).first { return date }
    }
    return nil
  }
}
