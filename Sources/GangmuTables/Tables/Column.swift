/// One column of a table: its name, what it holds, and where in the JSON of a record that stands.
public struct Column: Sendable, Hashable {
  /// What a column holds, and how it is read from JSON.
  public enum Kind: Sendable, Hashable {
    /// A string; any other value as its JSON.
    case text
    /// An integer.
    case integer
    /// A number.
    case real
    /// `true` or `false`; 1 and 0 in SQLite.
    case boolean
    /// An array or an object, as JSON.
    case json
    /// The first scalar of a span, `[start, end)`.
    case start
    /// The scalar behind the last of a span.
    case end
    /// The number of Unicode scalars of a string.
    case length
    /// The number of a document, given by its place among the texts, from 0.
    case document
  }

  /// Where the value comes from.
  enum Source: Sendable, Hashable {
    /// From the JSON of the table's object, by the keys on the way.
    case path([String])
    /// The number of the document that the row belongs to.
    case documentNumber
    /// The index of the row in its list.
    case position
    /// The key of the list that the row stands in.
    case list
  }

  /// Its name.
  public let name: String
  /// What it holds.
  public let kind: Kind
  /// Whether it may be empty.
  public let isOptional: Bool
  let source: Source

  init(_ name: String, _ kind: Kind = .text, _ path: String? = nil, isOptional: Bool = false) {
    self.name = name
    self.kind = kind
    self.isOptional = isOptional
    source = .path((path ?? name).split(separator: ".").map(String.init))
  }

  private init(_ name: String, _ kind: Kind, from source: Source) {
    (self.name, self.kind, self.source, isOptional) = (name, kind, source, false)
  }

  /// The same column, empty where the record states nothing.
  var optional: Column { Column(name: name, kind: kind, isOptional: true, source: source) }

  private init(name: String, kind: Kind, isOptional: Bool, source: Source) {
    (self.name, self.kind, self.isOptional, self.source) = (name, kind, isOptional, source)
  }

  /// The number of the document, from 1: the key that all tables share.
  static let document = Column("document", .integer, from: .documentNumber)
  /// The index of the row in the record's list, from 0, as references in the record count.
  static let position = Column("position", .integer, from: .position)
  /// The key of the record's list.
  static let list = Column("field", .text, from: .list)
  /// The rule that made the claim.
  static let rule = Column("rule", isOptional: true)
  /// How sure the rule is, 0…1.
  static let confidence = Column("confidence", .real, isOptional: true)
  /// The section that the thing stands in.
  static let section = Column("section", .integer, isOptional: true)

  /// The two columns of a span, `NAME_start` and `NAME_end`.
  static func span(_ name: String = "span", _ path: String? = nil, isOptional: Bool = false) -> [Column] {
    let path = path ?? (name == "span" ? "span" : name + "_span")
    return [
      Column(name + "_start", .start, path, isOptional: isOptional),
      Column(name + "_end", .end, path, isOptional: isOptional),
    ]
  }
}
