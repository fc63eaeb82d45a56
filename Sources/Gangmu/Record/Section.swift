import GangmuFields

extension Record {
  /// One numbered part of a document.
  public struct Section: Sendable, Hashable, Decodable {
    /// Its index among the sections.
    public var id: Int
    /// The id of the section that it stands in; nil directly under the document.
    public var parent: Int?
    /// Its depth, from 1.
    public var level: Int
    /// The marker as written, with its punctuation, without the space after it: `一、`, `(一)`, `第三條`.
    public var marker: String
    /// Its numbering family, such as `han_comma`.
    public var numbering: String
    /// The value of its number.
    public var ordinal: Int
    /// Whether it stands inside a running paragraph.
    public var isInline: Bool
    /// The heading words; nil where the item is plain running text.
    public var heading: String?
    /// What the section is for.
    public var role: SectionRole
    /// The whole section with its children.
    public var span: Range<Int>
    /// Where the heading stands.
    public var headingSpan: Range<Int>?
    /// Its own text before the first child.
    public var bodySpan: Range<Int>?

    enum CodingKeys: String, CodingKey {
      case id, parent, level, marker, numbering, ordinal, heading, role, span
      case isInline = "inline"
      case headingSpan = "heading_span"
      case bodySpan = "body_span"
    }
  }
}

extension Record.Section: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", id)
      $0.member("parent", parent)
      $0.member("level", level)
      $0.member("marker", marker)
      $0.member("numbering", numbering)
      $0.member("ordinal", ordinal)
      $0.member("inline", isInline)
      $0.member("heading", heading)
      $0.member("role", role)
      $0.member("span", span)
      $0.member("heading_span", headingSpan)
      $0.member("body_span", bodySpan)
    }
  }
}

extension SectionRole: Decodable, JSONWritable {}
