import Gangmu

/// A record's claims as W3C Web Annotations (JSON-LD), one for each, with a position and a quotation as selectors.
package struct WebAnnotation {
  /// An annotation page (`AnnotationPage`) with all claims of a record.
  package static func page(of record: Record) -> JSONTree {
    let scalars = Array(record.text.unicodeScalars)
    let source = "\(record.source.uri)#\(record.source.index)"
    var items: [JSONTree] = []
    func add(_ tag: String, _ span: Range<Int>?, _ value: String? = nil, rule: String? = nil, confidence: Double? = nil)
    {
      guard let span else { return }
      var body: [JSONTree] = [textual(tag, purpose: "tagging")]
      if let value { body.append(textual(value, purpose: "classifying")) }
      var members: [JSONTree.Member] = [
        member("id", .string("urn:gangmu:\(record.id):\(items.count)")), member("type", .string("Annotation")),
        member("motivation", .string("tagging")), member("body", .array(body)),
        member("target", target(span, source, scalars)),
      ]
      if let rule { members.append(member("gangmu:rule", .string(rule))) }
      if let confidence { members.append(member("gangmu:confidence", .word(RawJSON(fraction: confidence).bytes))) }
      items.append(.object(members))
    }
    add("title", record.titleSpan, record.kind.label.rawValue, confidence: record.kind.confidence)
    for section in record.sections {
      let start = section.span.lowerBound
      add("section", section.headingSpan ?? start..<start + section.marker.unicodeScalars.count, section.role.rawValue)
    }
    for theme in record.themes { add("theme", theme.span, rule: theme.rule, confidence: theme.confidence) }
    for date in record.dates {
      let value = [date.role.rawValue, date.edtf ?? date.rrule].compactMap { $0 }.joined(separator: " ")
      add("date", date.span, value, rule: date.rule, confidence: date.confidence)
    }
    for duty in record.responsibilities {
      add("actor", duty.actor.span, duty.role.rawValue, rule: duty.rule, confidence: duty.confidence)
      add("task", duty.task?.span, duty.actor.text, rule: duty.rule, confidence: duty.confidence)
    }
    for citation in record.citations {
      add("citation", citation.span, citation.number, rule: citation.rule, confidence: citation.confidence)
    }
    for contact in record.contacts {
      add("contact name", contact.nameSpan, rule: contact.rule, confidence: contact.confidence)
      add("contact phone", contact.phoneSpan, contact.name, rule: contact.rule, confidence: contact.confidence)
      add("contact email", contact.emailSpan, contact.name, rule: contact.rule, confidence: contact.confidence)
    }
    let statements: [(String, [Record.Statement])] = [
      ("slogan", record.slogans), ("audience", record.audience), ("place", record.places), ("budget", record.budget),
      ("award", record.awards),
    ]
    for (tag, list) in statements {
      for statement in list { add(tag, statement.span, rule: statement.rule, confidence: statement.confidence) }
    }
    for attachment in record.attachments {
      add("attachment", attachment.span, rule: attachment.rule, confidence: attachment.confidence)
    }
    return .object([
      member(
        "@context",
        .array([
          .string("http://www.w3.org/ns/anno.jsonld"), .object([member("gangmu", .string("urn:gangmu:terms:"))]),
        ])),
      member("id", .string("urn:gangmu:\(record.id)")), member("type", .string("AnnotationPage")),
      member("items", .array(items)),
    ])
  }

  private static func target(_ span: Range<Int>, _ source: String, _ scalars: [Unicode.Scalar]) -> JSONTree {
    func text(_ range: Range<Int>) -> JSONTree { .string(String(String.UnicodeScalarView(scalars[range]))) }
    return .object([
      member("source", .string(source)),
      member(
        "selector",
        .array([
          .object([
            member("type", .string("TextPositionSelector")), member("start", .integer(span.lowerBound)),
            member("end", .integer(span.upperBound)),
          ]),
          .object([
            member("type", .string("TextQuoteSelector")), member("exact", text(span)),
            member("prefix", text(max(0, span.lowerBound - 16)..<span.lowerBound)),
            member("suffix", text(span.upperBound..<min(scalars.count, span.upperBound + 16))),
          ]),
        ])),
    ])
  }

  private static func textual(_ value: String, purpose: String) -> JSONTree {
    .object([
      member("type", .string("TextualBody")), member("value", .string(value)), member("purpose", .string(purpose)),
    ])
  }

  private static func member(_ key: String, _ value: JSONTree) -> JSONTree.Member {
    JSONTree.Member(key: key, value: value)
  }
}
