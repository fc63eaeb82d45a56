/// One table of a dataset, described once for all that is made of it: SQLite, CSV, counts.
public struct Table: Sendable, Hashable {
  /// A reference to rows of another table.
  public struct Reference: Sendable, Hashable {
    /// Columns of this table.
    public let columns: [String]
    /// The table referred to.
    public let table: String
    /// The columns of that table.
    public let keys: [String]
  }

  /// Its name, the key of the list in the record where it has one.
  public let name: String
  /// What a row is, in a sentence.
  public let summary: String
  /// Its columns, in order.
  public let columns: [Column]
  /// The columns that tell its rows apart.
  public let primaryKey: [String]
  /// What its columns refer to.
  public let references: [Reference]
  /// The columns that are looked up beside the key: one index for each entry.
  public let indices: [[String]]
  /// The keys of the record whose values give its rows: a row for each element of an array, one for an object. Empty for the
  /// table of the documents, whose row is the record itself.
  let keys: [String]

  init(
    _ name: String, _ summary: String, keys: [String]? = nil, columns: [Column], primaryKey: [String],
    references: [Reference] = [], indices: [[String]] = []
  ) {
    self.name = name
    self.summary = summary
    self.columns = columns
    self.primaryKey = primaryKey
    self.indices = indices
    self.references = references
    self.keys = keys ?? [name]
  }

  /// A table of the elements of a list of the record, with the document and the place in the list as its key.
  static func list(
    _ name: String, _ summary: String, keys: [String]? = nil, columns: [Column], references: [Reference] = [],
    indices: [[String]] = []
  ) -> Table {
    let key: [Column] = (keys?.count ?? 1) > 1 ? [.document, .list, .position] : [.document, .position]
    let hasSection = columns.contains(.section)
    return Table(
      name, summary, keys: keys, columns: key + columns, primaryKey: key.map(\.name),
      references: [.document] + (hasSection ? [.section("section")] : []) + references, indices: indices)
  }
}

extension Table.Reference {
  /// To the document that a row belongs to.
  static let document = Self(columns: ["document"], table: "documents", keys: ["document"])

  /// To a section of the same document.
  static func section(_ column: String) -> Self {
    Self(columns: ["document", column], table: "sections", keys: ["document", "section"])
  }

  /// To a date of the same document.
  static func date(_ column: String) -> Self {
    Self(columns: ["document", column], table: "dates", keys: ["document", "position"])
  }
}
