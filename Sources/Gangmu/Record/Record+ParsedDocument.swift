import GangmuDates
import GangmuFields
import GangmuOutline
import HanText

/// The edge where spans become strings: each value is cut from the text by the span that stands beside it.
extension Record {
  /// The record of a document.
  ///
  /// - Parameters:
  ///   - keepsPageNoise: Whether what was set aside of the page is listed too, with its first document.
  ///   - mapsSource: Whether the record says where its text stood in the page.
  public init(_ document: ParsedDocument, keepsPageNoise: Bool = false, mapsSource: Bool = false) {
    let outline = document.outline
    let fields = document.fields
    let text = outline.text
    let script = ScriptSurvey(of: text)
    self.init(
      format: Record.format,
      id: ContentID.id(of: text),
      source: document.source,
      title: text.string(outline.title),
      titleSpan: outline.title,
      kind: Kind(label: fields.kind, confidence: rounded(fields.kindConfidence), rule: fields.kindRule),
      script: Script(script.profile, suspect: script.misconversions.count),
      text: text.string(0..<text.count),
      sections: zip(outline.sections, fields.sectionRoles).map { Section($0, role: $1, in: text) },
      labels: outline.labels.map { Label($0, in: text) },
      parts: outline.parts.map { Part(kind: $0.kind, text: text.string($0.span), span: $0.span) },
      themes: fields.themes.map { Theme($0, in: text) },
      dates: zip(document.dates, fields.dateRoles).map { date, role in
        Date(date, role: role, section: outline.section(at: date.span.lowerBound)?.id, in: text)
      },
      responsibilities: fields.responsibilities.map { Responsibility($0, in: text) },
      citations: fields.citations.map { Citation($0, in: text) },
      contacts: fields.contacts.map { Contact($0, in: text) },
      slogans: fields.slogans.map { Statement($0, in: text) },
      audience: fields.audience.map { Statement($0, in: text) },
      places: fields.places.map { Statement($0, in: text) },
      budget: fields.budget.map { Statement($0, in: text) },
      awards: fields.awards.map { Statement($0, in: text) },
      attachments: fields.attachments.map { Attachment($0, in: text) },
      warnings: document.warnings.map { Warning(code: $0.code, span: $0.span, message: $0.message) }
        + script.misconversions.map { Warning(suspect: $0) },
      noise: outline.noise.map { Noise(rule: $0.rule, text: $0.text, offset: $0.offset) },
      repairs: document.repairs.map {
        Repair(rule: $0.rule, offset: text.sourceMap.offset(ofSource: $0.source), removed: $0.removed)
      },
      extractor: .current)
    if mapsSource {
      sourceMap = text.sourceMap.segments.map { SourceSegment(offset: $0.offset, source: $0.source, count: $0.count) }
    }
    if keepsPageNoise {
      noise += document.pageNoise.map { Noise(rule: $0.rule, text: $0.text, offset: min($0.offset, text.count)) }
    }
  }
}

extension Record.Script {
  init(_ profile: ScriptProfile, suspect: Int) {
    self.init(
      label: profile.label, traditional: profile.traditional, simplified: profile.simplified, suspect: suspect)
  }
}

extension Record.Warning {
  /// A place that looks mis-converted.
  init(suspect proposal: RepairProposal) {
    // Put together by hand: there are many, and interpolation takes its time.
    var message = proposal.original
    message.reserveCapacity(96)
    message += " looks like a wrong conversion of "
    message += proposal.replacement
    message += " ("
    message += proposal.evidence
    message += ")."
    self.init(code: "script.suspect", span: proposal.span, message: message)
  }
}

extension Record.Section {
  init(_ section: GangmuOutline.Section, role: SectionRole, in text: FoldedText) {
    self.init(
      id: section.id, parent: section.parent, level: section.level, marker: text.string(section.marker),
      numbering: section.numbering, ordinal: section.ordinal, isInline: section.isInline,
      heading: text.string(section.heading), role: role, span: section.span, headingSpan: section.heading,
      bodySpan: section.body)
  }
}

extension Record.Label {
  init(_ labelled: LabelledBlock, in text: FoldedText) {
    self.init(
      label: text.string(labelled.label), labelSpan: labelled.label, value: text.string(labelled.value),
      valueSpan: labelled.value, section: labelled.section)
  }
}

extension Record.Theme {
  init(_ theme: GangmuFields.Theme, in text: FoldedText) {
    self.init(
      text: text.string(theme.span), span: theme.span, section: theme.section, rule: theme.rule,
      confidence: rounded(theme.confidence))
  }
}

extension Record.Statement {
  init(_ statement: GangmuFields.Statement, in text: FoldedText) {
    self.init(
      text: text.string(statement.span), span: statement.span, section: statement.section, rule: statement.rule,
      confidence: rounded(statement.confidence))
  }
}

extension Record.Attachment {
  init(_ attachment: GangmuFields.Attachment, in text: FoldedText) {
    self.init(
      text: text.string(attachment.title), span: attachment.title, number: attachment.number, rule: attachment.rule,
      confidence: rounded(attachment.confidence))
  }
}

extension Record.Date {
  init(_ date: DateExpression, role: DateRole, section: Int?, in text: FoldedText) {
    self.init(
      text: text.string(date.span), span: date.span, section: section, role: role, edtf: date.edtf, rrule: date.rrule,
      first: date.first, last: date.last, time: date.time, yearCandidates: date.yearCandidates, year: date.year,
      evidence: date.evidence, rule: date.rule,
      confidence: rounded(date.confidence))
  }
}

extension Record.Responsibility {
  init(_ responsibility: GangmuFields.Responsibility, in text: FoldedText) {
    self.init(
      role: responsibility.role,
      actor: Actor(
        text: text.string(responsibility.actor), kind: responsibility.actorKind, span: responsibility.actor),
      task: responsibility.task.map { Task(text: text.string($0.span), section: $0.section, span: $0.span) },
      due: responsibility.due, rule: responsibility.rule, confidence: rounded(responsibility.confidence))
  }
}

extension Record.Citation {
  init(_ citation: GangmuFields.Citation, in text: FoldedText) {
    self.init(
      title: text.string(citation.title), titleSpan: citation.title, number: text.string(citation.number),
      numberSpan: citation.number, text: text.string(citation.span), span: citation.span, rule: citation.rule,
      confidence: rounded(citation.confidence))
  }
}

extension Record.Contact {
  init(_ contact: GangmuFields.Contact, in text: FoldedText) {
    self.init(
      name: text.string(contact.name), nameSpan: contact.name, phone: text.string(contact.phone),
      phoneSpan: contact.phone, email: text.string(contact.email), emailSpan: contact.email,
      address: text.string(contact.address), addressSpan: contact.address, rule: contact.rule,
      confidence: rounded(contact.confidence))
  }
}

extension FoldedText {
  fileprivate func string(_ span: Range<Int>?) -> String? {
    span.map { string($0) }
  }
}

/// A confidence as records give it: within 0…1, to two decimals.
private func rounded(_ confidence: Double) -> Double {
  (min(max(confidence, 0), 1) * 100).rounded() / 100
}
