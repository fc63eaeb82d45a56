import Gangmu

/// A record as stand-off annotation for brat: the text, and one line for each thing found, which people correct in a browser.
///
/// - `T` a stretch of text: Title, Section (its marker), Theme, Date, Actor, Task, CitedTitle, CitedNumber, ContactName, ContactPhone,
///   ContactEmail.
/// - `A` what it is: Kind, SectionRole, Level, Inline, DateRole, DutyRole.
/// - `R` what belongs together: Does (Actor to Task), Numbered (CitedTitle to CitedNumber), Reached (ContactName to the rest).
/// - `#` the EDTF value of a date, as a note.
///
/// Offsets are Unicode scalars, which is what brat counts.
package struct BratDocument {
  package private(set) var text: String
  private var lines: [String] = []
  private var spans = 0
  private var attributes = 0
  private var relations = 0
  private var notes = 0
  private let scalars: [Unicode.Scalar]

  /// The annotations, a line each.
  package var annotations: String { lines.map { $0 + "\n" }.joined() }

  package init(_ record: Record) {
    text = record.text
    scalars = Array(record.text.unicodeScalars)
    // A document without a title hangs its kind on its first character.
    if let title = record.titleSpan ?? (scalars.isEmpty ? nil : 0..<1) {
      let id = add(record.titleSpan == nil ? "Untitled" : "Title", title)
      describe(id, "Kind", record.kind.label.rawValue)
    }
    for section in record.sections {
      let start = section.span.lowerBound
      let id = add("Section", start..<start + section.marker.unicodeScalars.count)
      describe(id, "Level", String(section.level))
      describe(id, "SectionRole", section.role.rawValue)
      if section.isInline { describe(id, "Inline", nil) }
    }
    for theme in record.themes { _ = add("Theme", theme.span) }
    for date in record.dates {
      let id = add("Date", date.span)
      describe(id, "DateRole", date.role.rawValue)
      if let edtf = date.edtf { note(id, edtf) }
    }
    addResponsibilities(record.responsibilities)
    for citation in record.citations {
      let title = citation.titleSpan.map { add("CitedTitle", $0) }
      let number = citation.numberSpan.map { add("CitedNumber", $0) }
      if let title, let number { relate("Numbered", title, number) }
    }
    for contact in record.contacts {
      let name = contact.nameSpan.map { add("ContactName", $0) }
      let phone = contact.phoneSpan.map { add("ContactPhone", $0) }
      let email = contact.emailSpan.map { add("ContactEmail", $0) }
      for other in [phone, email] {
        if let name, let other { relate("Reached", name, other) }
      }
    }
  }

  private mutating func addResponsibilities(_ responsibilities: [Record.Responsibility]) {
    var tasks: [Range<Int>: String] = [:]
    for responsibility in responsibilities {
      let actor = add("Actor", responsibility.actor.span)
      describe(actor, "DutyRole", responsibility.role.rawValue)
      guard let span = responsibility.task?.span else { continue }
      let task = tasks[span] ?? add("Task", span)
      tasks[span] = task
      relate("Does", actor, task)
    }
  }

  /// A stretch of text; brat wants one that goes over line ends in fragments.
  private mutating func add(_ type: String, _ span: Range<Int>) -> String {
    spans += 1
    var fragments: [Range<Int>] = []
    var start = span.lowerBound
    for offset in span where scalars[offset] == "\n" {
      if start < offset { fragments.append(start..<offset) }
      start = offset + 1
    }
    if start < span.upperBound { fragments.append(start..<span.upperBound) }
    let places = fragments.map { "\($0.lowerBound) \($0.upperBound)" }.joined(separator: ";")
    let words = fragments.map { String(String.UnicodeScalarView(scalars[$0])) }.joined(separator: " ")
    lines.append("T\(spans)\t\(type) \(places)\t\(words)")
    return "T\(spans)"
  }

  private mutating func describe(_ id: String, _ attribute: String, _ value: String?) {
    attributes += 1
    lines.append("A\(attributes)\t\(attribute) \(id)\(value.map { " \($0)" } ?? "")")
  }

  private mutating func relate(_ type: String, _ one: String, _ other: String) {
    relations += 1
    lines.append("R\(relations)\t\(type) Arg1:\(one) Arg2:\(other)")
  }

  private mutating func note(_ id: String, _ words: String) {
    notes += 1
    lines.append("#\(notes)\tAnnotatorNotes \(id)\t\(words)")
  }

  /// The file `annotation.conf` that tells brat of these types.
  package static var configuration: String {
    let roles = Record.bratChoices
    return """
      [entities]
      Title
      Untitled
      Section
      Theme
      Date
      Actor
      Task
      CitedTitle
      CitedNumber
      ContactName
      ContactPhone
      ContactEmail

      [relations]
      Does Arg1:Actor, Arg2:Task
      Numbered Arg1:CitedTitle, Arg2:CitedNumber
      Reached Arg1:ContactName, Arg2:ContactPhone|ContactEmail

      [events]

      [attributes]
      Kind Arg:Title|Untitled, Value:\(roles.kinds)
      Level Arg:Section, Value:1|2|3|4|5|6|7|8
      SectionRole Arg:Section, Value:\(roles.sections)
      Inline Arg:Section
      DateRole Arg:Date, Value:\(roles.dates)
      DutyRole Arg:Actor, Value:\(roles.duties)

      """
  }
}
