import GangmuOutline
import HanText

/// Entries from label lines (任務單位:學生處、院團委), from headings that are labels (二、主辦單位) and from rosters (組長:… 成員:…).
struct LabelDuties: Sendable {
  let actors: ActorReader
  let labels: LabelReader

  func append(from context: DocumentContext, to found: inout [Responsibility], _ warnings: inout [TextWarning]) {
    var list: [Actor] = []
    for (index, label) in context.labels.enumerated() {
      guard let role = label.role, !context.isFooter(label.block) else { continue }
      let values = values(of: label, at: index, in: context)
      var isEmpty = true
      for value in values {
        actors.read(value, of: context.text, into: &list)
        if !list.isEmpty { isEmpty = false }
        add(
          list, role: role, rule: label.rule, task: task(of: label, in: context), due: due(of: label, in: context),
          to: &found)
      }
      if isEmpty {
        let span = label.value.isEmpty ? label.label : label.value
        warnings.append(
          TextWarning(
            code: "responsibility.blank", span: span, message: "the label names nobody, so that it gives no entry"))
      }
    }
    for id in context.document.sections.indices {
      appendHeading(of: id, in: context, to: &found)
    }
  }

  private func add(
    _ list: [Actor], role: Responsibility.Role, rule: RuleMark<LabelSense>, task: Responsibility.Task?, due: Int?,
    to found: inout [Responsibility]
  ) {
    for actor in list where actor.span.count <= 60 {
      found.append(
        Responsibility(
          role: actor.role ?? role, actor: actor.span, actorKind: actor.kind, task: task, due: due, rule: rule.id,
          confidence: rule.confidence))
    }
  }

  private func task(of label: LabelOccurrence, in context: DocumentContext) -> Responsibility.Task? {
    guard case .actors = label.rule.sense else { return nil }
    if let open = bracket(of: label, in: context.text) { return context.task(forBracketAt: open) }
    return context.task(forLabelAt: label.label.lowerBound)
  }

  private func due(of label: LabelOccurrence, in context: DocumentContext) -> Int? {
    guard case .actors = label.rule.sense else { return nil }
    if let open = bracket(of: label, in: context.text), let due = context.due(in: context.clause(before: open)) {
      return due
    }
    return context.due(forLabelAt: label.label.lowerBound)
  }

  /// The bracket that a label stands in: where it opens.
  private func bracket(of label: LabelOccurrence, in text: FoldedText) -> Int? {
    guard label.isBracketed else { return nil }
    let floor = max(0, label.label.lowerBound - 160)
    return (floor..<label.label.lowerBound).last { Brackets.isDuty(text[$0]) }
  }

  /// The value of a label and the lines that go on with it: the members of a roster under its first line, or the one line
  /// after a label that ends its own.
  private func values(of label: LabelOccurrence, at index: Int, in context: DocumentContext) -> [Range<Int>] {
    let text = context.text
    let value = text.trimming(label.value, Trim.spaces)
    var values: [Range<Int>] = []
    if !value.isEmpty { values.append(value) }
    let isRoster: Bool
    if case .roster = label.rule.sense { isRoster = true } else { isRoster = false }
    guard !label.isBracketed, value.isEmpty || isRoster,
      value.isEmpty || value.upperBound >= context.blocks[label.block].span.upperBound
    else { return values }
    var block = label.block + 1
    let nextLabel = index + 1 < context.labels.count ? context.labels[index + 1].block : Int.max
    while block < context.blocks.count, block < nextLabel {
      let span = context.blocks[block].span
      if let end = context.markers[span.lowerBound] {
        // (一)部門委員 among the members of a roster heads a part of it.
        guard isRoster, span.upperBound - end <= 20, !values.isEmpty || value.isEmpty else { break }
        block += 1
        continue
      }
      guard isRosterLine(span, isFirst: values.isEmpty && value.isEmpty, in: text) else { break }
      values.append(span)
      if !isRoster { break }
      block += 1
    }
    return values
  }

  /// Whether a line goes on with a roster: a person with a title after a gap, or, right under the label, a list of actors.
  private func isRosterLine(_ line: Range<Int>, isFirst: Bool, in text: FoldedText) -> Bool {
    guard line.count <= (isFirst ? 300 : 60), text.firstIndex(of: "。", in: line) == nil,
      text.firstIndex(of: ":", in: line) == nil
    else { return false }
    let words = actors.words(of: line, in: text)
    if words.count >= 2, actors.isPerson(words[0], in: text) { return true }
    guard isFirst else { return false }
    let list = actors.actors(in: line, of: text)
    return !list.isEmpty && list.allSatisfy { $0.span.count <= 30 && actors.kind(of: $0.span, in: text) != nil }
  }

  // MARK: - Headings

  /// 二、主辦單位 with the actors in its body.
  private func appendHeading(of id: Int, in context: DocumentContext, to found: inout [Responsibility]) {
    let text = context.text
    guard let heading = context.document.sections[id].heading, let body = context.document.sections[id].body,
      let rule = labels.rule(of: heading, in: text)
    else { return }
    let role: Responsibility.Role
    switch rule.sense {
    case .actors(let named), .roster(let named): role = named
    default: return
    }
    // With a colon it is a label line already.
    guard !context.hasLabel(in: context.document.sections[id].marker.lowerBound..<heading.upperBound + 1) else {
      return
    }
    guard let block = context.block(at: text.trimmingStart(body, Trim.spaces).lowerBound) else { return }
    let line = text.trimming(body.clamped(to: context.blocks[block].span), Trim.punctuation)
    let list = actors.actors(in: line, of: text)
    guard !context.hasLabel(in: line), text.firstIndex(of: "由", in: line) == nil,
      text.firstIndex(of: ",", in: line) == nil,
      list.allSatisfy({ actors.kind(of: $0.span, in: text) != nil })
    else { return }
    guard line.count <= 200, list.allSatisfy({ $0.span.count <= 30 }), text.firstIndex(of: "。", in: line) == nil
    else { return }
    add(list, role: role, rule: rule, task: nil, due: nil, to: &found)
  }
}
