import GangmuDates
import GangmuFields
import GangmuOutline
import HanText

/// The fields of a text of the test's own, read on the way that every page goes.
struct Reading {
  let document: OutlinedDocument
  let dates: [DateExpression]
  let fields: DocumentFields

  init(_ lines: String) {
    let text = FoldedText(lines)
    var blocks: [Block] = []
    var start = 0
    var line = 1
    for offset in 0...text.count where offset == text.count || text[offset] == "\n" {
      if start < offset { blocks.append(Block(kind: .paragraph, span: start..<offset, line: line)) }
      start = offset + 1
      line += 1
    }
    self.init(BlockText(text: text, blocks: blocks))
  }

  init(_ content: BlockText) {
    document =
      OutlineReader().documents(in: content).first
      ?? OutlinedDocument(label: nil, content: content, title: nil, sections: [], noise: [], warnings: [])
    dates = DateReader().dates(in: document.text).dates
    fields = FieldReader().fields(of: document, dates: dates)
  }

  func string(_ span: Range<Int>?) -> String {
    span.map { document.text.string($0) } ?? "-"
  }

  /// Each entry as `role actor: task`, without the task where it has none.
  var responsibilities: [String] {
    fields.responsibilities.map { entry in
      let task = entry.task.map { ": " + string($0.span) } ?? ""
      return "\(entry.role.rawValue) \(string(entry.actor))\(task)"
    }
  }

  /// Each citation as `title | number`.
  var citations: [String] {
    fields.citations.map { "\(string($0.title)) | \(string($0.number))" }
  }

  /// Each section as `marker role`.
  var roles: [String] {
    zip(document.sections, fields.sectionRoles).map { "\(string($0.marker)) \($1.rawValue)" }
  }

  /// Each contact as its parts that are stated.
  var contacts: [String] {
    fields.contacts.map { contact in
      [contact.name, contact.phone, contact.email, contact.address].compactMap { $0.map { string($0) } }.joined(
        separator: " | ")
    }
  }

  /// Each date as `text role`.
  var dateRoles: [String] {
    zip(dates, fields.dateRoles).map { "\(string($0.span)) \($1.rawValue)" }
  }
}
