import GangmuFields
import GangmuOutline
import HanText

/// A document's outline as one JSON object: `uri`, `index`, `title`, `kind`, and `sections` as a tree, where each section holds
/// its `children` and the `line` of the page that it begins on.
public struct OutlineJSON: Sendable {
  private let document: ParsedDocument

  /// Makes the JSON form of a document's outline.
  public init(_ document: ParsedDocument) {
    self.document = document
  }

  /// Appends the object, without a line end.
  public func append(to bytes: inout [UInt8]) {
    var writer = JSONWriter(appendingTo: exchange(&bytes, with: []))
    write(to: &writer)
    bytes = writer.bytes
  }

  private enum CodingKeys: String, CodingKey {
    case uri, index, title, kind, sections
  }
}

extension OutlineJSON: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    let outline = document.outline
    var children: [Int?: [Int]] = [:]
    for section in outline.sections { children[section.parent, default: []].append(section.id) }
    writer.object {
      $0.member(CodingKeys.uri, document.source.uri)
      $0.member(CodingKeys.index, document.source.index)
      $0.member(CodingKeys.title, outline.title.map { outline.text.string($0) })
      $0.member(CodingKeys.kind, document.fields.kind)
      $0.member(
        CodingKeys.sections,
        (children[nil] ?? []).map { SectionNode(id: $0, document: document, children: children) })
    }
  }
}

/// A section with its children. Outlines are at most a dozen levels deep, so that writing one within another is safe.
private struct SectionNode: JSONWritable {
  let id: Int
  let document: ParsedDocument
  let children: [Int?: [Int]]

  private enum CodingKeys: String, CodingKey {
    case marker, numbering, ordinal, inline, heading, role, line, span, children
  }

  func write(to writer: inout JSONWriter) {
    let section = document.outline.sections[id]
    let text = document.outline.text
    writer.object {
      $0.member(CodingKeys.marker, text.string(section.marker))
      $0.member(CodingKeys.numbering, section.numbering)
      $0.member(CodingKeys.ordinal, section.ordinal)
      $0.member(CodingKeys.inline, section.isInline)
      $0.member(CodingKeys.heading, section.heading.map { text.string($0) })
      $0.member(CodingKeys.role, document.fields.sectionRoles[id])
      $0.member(CodingKeys.line, document.line(at: section.span.lowerBound))
      $0.member(CodingKeys.span, section.span)
      $0.member(
        CodingKeys.children,
        (children[id] ?? []).map { SectionNode(id: $0, document: document, children: children) })
    }
  }
}
