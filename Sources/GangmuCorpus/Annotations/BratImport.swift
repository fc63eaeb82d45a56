import Gangmu

/// Reads a corrected brat document back as gold.
package struct BratImport {
  /// What is wrong in an annotation file, and on which line.
  package struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    package var line: Int
    package var message: String
    package var description: String { "line \(line): \(message)" }
  }

  private struct Stretch {
    var type: String
    var spans: [Range<Int>]
    var attributes: [String: String] = [:]
    var note: String?
    var start: Int { spans.first?.lowerBound ?? 0 }
  }

  private let scalars: [Unicode.Scalar]
  private var stretches: [String: Stretch] = [:]
  private var relations: [(type: String, one: String, other: String)] = []
  private static let most = 100_000

  /// The gold of one document: an object as `documents` of a gold file holds.
  package static func gold(text: String, annotations: String) throws(Failure) -> JSONTree {
    var reader = BratImport(scalars: Array(text.unicodeScalars))
    var number = 0
    for line in annotations.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      guard number <= most else { throw Failure(line: number, message: "more than \(most) annotations") }
      if line.allSatisfy(\.isWhitespace) { continue }
      try reader.read(line, number)
    }
    return reader.document
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private mutating func read(_ line: Substring, _ number: Int) throws(Failure) {
    let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count >= 2, let kind = line.first else {
      throw Failure(line: number, message: "no annotation of brat's")
    }
    let words = fields[1].split(separator: " ", maxSplits: 1)
    guard let type = words.first.map(String.init) else { throw Failure(line: number, message: "no type") }
    let rest = words.count > 1 ? words[1] : ""
    switch kind {
    case "T":
      var spans: [Range<Int>] = []
      for part in rest.split(separator: ";") {
        let bounds = part.split(separator: " ").compactMap { Int($0) }
        guard bounds.count == 2, bounds[0] >= 0, bounds[0] < bounds[1], bounds[1] <= scalars.count else {
          throw Failure(line: number, message: "'\(part)' is no place in a text of \(scalars.count) characters")
        }
        spans.append(bounds[0]..<bounds[1])
      }
      guard !spans.isEmpty else { throw Failure(line: number, message: "no place") }
      let quoted = spans.map(string).joined(separator: " ")
      if fields.count > 2, fields[2] != quoted {
        throw Failure(
          line: number, message: "'\(fields[2].prefix(40))' is not what stands there: '\(quoted.prefix(40))'")
      }
      stretches[String(fields[0])] = Stretch(type: type, spans: spans)
    case "A", "M":
      let parts = rest.split(separator: " ", maxSplits: 1)
      guard let target = parts.first.map(String.init), stretches[target] != nil else {
        throw Failure(line: number, message: "an attribute of nothing")
      }
      stretches[target]?.attributes[type] = parts.count > 1 ? String(parts[1]) : ""
    case "R":
      let arguments = rest.split(separator: " ").map { $0.split(separator: ":").last.map(String.init) ?? "" }
      guard arguments.count == 2, arguments.allSatisfy({ stretches[$0] != nil }) else {
        throw Failure(line: number, message: "a relation of nothing")
      }
      relations.append((type, arguments[0], arguments[1]))
    case "#":
      if fields.count > 2, stretches[String(rest)] != nil { stretches[String(rest)]?.note = String(fields[2]) }
    default: throw Failure(line: number, message: "'\(kind)' is no annotation that is read here")
    }
  }

  private func string(_ span: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[span])) }

  private func words(_ stretch: Stretch) -> String {
    guard let first = stretch.spans.first, let last = stretch.spans.last else { return "" }
    return string(first.lowerBound..<last.upperBound)
  }

  // MARK: - The document

  private func all(_ types: String...) -> [(id: String, stretch: Stretch)] {
    stretches.filter { types.contains($0.value.type) }.map { ($0.key, $0.value) }
      .sorted { ($0.stretch.start, $0.id.count, $0.id) < ($1.stretch.start, $1.id.count, $1.id) }
  }

  private func partners(of id: String, _ type: String) -> [Stretch] {
    relations.filter { $0.type == type && $0.one == id }.compactMap { stretches[$0.other] }
  }

  private var document: JSONTree {
    func member(_ key: String, _ value: JSONTree?) -> JSONTree.Member {
      JSONTree.Member(key: key, value: value ?? .word(Array("null".utf8)))
    }
    let title = all("Title", "Untitled").first?.stretch
    let dates = all("Date").map { _, date -> JSONTree in
      .object([
        member("text", .string(words(date))), member("edtf", date.note.map(JSONTree.string)),
        member("role", .string(date.attributes["DateRole"] ?? "mention")),
      ])
    }
    let duties = all("Actor").flatMap { id, actor -> [JSONTree] in
      let tasks = partners(of: id, "Does").map { Optional(words($0)) }
      return (tasks.isEmpty ? [nil] : tasks).map { task in
        .object([
          member("role", .string(actor.attributes["DutyRole"] ?? "responsible")),
          member("actor", .string(words(actor))),
          member("task", task.map(JSONTree.string)),
        ])
      }
    }
    return .object([
      member("title", title.flatMap { $0.type == "Title" ? .string(words($0)) : nil }),
      member("kind", .string(title?.attributes["Kind"] ?? "other")), member("sections", .array(sections)),
      member("themes", .array(all("Theme").map { .string(words($0.stretch)) })), member("dates", .array(dates)),
      member("responsibilities", .array(duties)), member("citations", .array(citations)),
      member("contacts", .array(contacts)),
    ])
  }

  private var sections: [JSONTree] {
    all("Section").map { _, section in
      let end = section.spans.last?.upperBound ?? 0
      var start = end
      while start < scalars.count, scalars[start].properties.isWhitespace, scalars[start] != "\n" { start += 1 }
      let starts = string(start..<min(scalars.count, start + 12))
      return .object([
        JSONTree.Member(key: "level", value: .integer(Int(section.attributes["Level"] ?? "") ?? 1)),
        JSONTree.Member(key: "marker", value: .string(words(section))),
        JSONTree.Member(key: "starts", value: .string(starts)),
        JSONTree.Member(key: "role", value: .string(section.attributes["SectionRole"] ?? "other")),
        JSONTree.Member(
          key: "inline", value: .word(Array((section.attributes["Inline"] == nil ? "false" : "true").utf8))),
      ])
    }
  }

  private var citations: [JSONTree] {
    let null = JSONTree.word(Array("null".utf8))
    let numbered = Set(relations.filter { $0.type == "Numbered" }.map(\.other))
    return all("CitedTitle", "CitedNumber").compactMap { id, cited in
      if cited.type == "CitedNumber" {
        guard !numbered.contains(id) else { return nil }
        return .object([
          JSONTree.Member(key: "title", value: null), JSONTree.Member(key: "number", value: .string(words(cited))),
        ])
      }
      let number = partners(of: id, "Numbered").first.map { JSONTree.string(words($0)) }
      return .object([
        JSONTree.Member(key: "title", value: .string(words(cited))),
        JSONTree.Member(key: "number", value: number ?? null),
      ])
    }
  }

  private var contacts: [JSONTree] {
    let reached = Set(relations.filter { $0.type == "Reached" }.map(\.other))
    return all("ContactName", "ContactPhone", "ContactEmail").compactMap { id, contact in
      guard contact.type == "ContactName" || !reached.contains(id) else { return nil }
      var members: [JSONTree.Member] = []
      for part in [contact] + partners(of: id, "Reached") {
        let key = part.type == "ContactName" ? "name" : part.type == "ContactPhone" ? "phone" : "email"
        members.append(JSONTree.Member(key: key, value: .string(words(part))))
      }
      return .object(members)
    }
  }
}
