import GRDB

/// Fills the full-text index of a database faster than SQLite does.
///
/// SQLite puts trigram after trigram into a hash table, which made 2,700 documents/s and by itself took longer than all else.
/// Here the trigrams of some thousand documents are sorted at once (`SegmentBuilder`) and written as one segment each, in the
/// format that FTS5 itself writes; `integrity-check` agrees with it. Where SQLite's tokenizer or index is of another version
/// than the one known here, SQLite is left to do it.
struct SearchIndex {
  /// The table with the folded texts.
  static let textTable = """
    CREATE TABLE search_text (
      document INTEGER PRIMARY KEY REFERENCES documents(document),
      text TEXT NOT NULL
    )
    """
  /// The index of it.
  static let indexTable = """
    CREATE VIRTUAL TABLE search USING fts5(
      text, content='search_text', content_rowid='document', tokenize='trigram'
    )
    """

  /// What the tokenizer makes of the scalars that may have a case, for `SegmentBuilder`; nil where no segments are wanted.
  let folds: [UInt32]?
  private let database: Database
  private let text: Insertion
  private let size: Insertion
  private let page: Insertion
  private let entry: Insertion
  /// The number of the last page of each segment.
  private var lastPages: [Int] = []
  private var documents = 0
  private var trigrams = 0

  /// More segments than this are merged into one: a search looks into each of them, for 20 µs or so.
  private static let segmentLimit = 500

  /// Makes the tables and prepares to fill them.
  init(_ database: Database) throws {
    self.database = database
    try database.execute(sql: Self.textTable)
    try database.execute(sql: Self.indexTable)
    text = try Insertion(into: "search_text", columns: 2, in: database)
    size = try Insertion(into: "search_docsize", columns: 2, in: database)
    page = try Insertion(into: "search_data", columns: 2, in: database)
    entry = try Insertion(into: "search_idx", columns: 3, in: database)
    let version = try Int.fetchOne(database, sql: "SELECT v FROM search_config WHERE k = 'version'")
    folds = version == 4 ? try TrigramFolds.ask(database) : nil
  }

  /// Adds a text, folded, of which a segment tells with the others. Documents come in the order of their numbers.
  mutating func add(_ folded: [UInt8], document: Int, trigrams count: Int) throws {
    text.bind(document, at: 1)
    try folded.withUnsafeBytes {
      text.bind(text: $0, at: 2)
      try text.run()
    }
    guard folds != nil else { return }
    documents += 1
    trigrams += count
    var bytes: [UInt8] = []
    SQLiteVarint.append(count, to: &bytes)
    size.bind(document, at: 1)
    try bytes.withUnsafeBytes {
      size.bind(bytes: $0, at: 2)
      try size.run()
    }
  }

  /// Adds a segment.
  mutating func add(_ segment: SearchSegment) throws {
    lastPages.append(segment.pageEnds.count)
    let number = lastPages.count
    try segment.forEachPage { pageNumber, bytes in
      page.bind(number << 37 + pageNumber, at: 1)
      page.bind(bytes: bytes, at: 2)
      try page.run()
    }
    for (pageNumber, term) in segment.entries {
      entry.bind(number, at: 1)
      entry.bind(pageNumber << 1, at: 3)
      try term.withUnsafeBytes {
        entry.bind(bytes: $0, at: 2)
        try entry.run()
      }
    }
  }

  /// Writes what FTS5 has to know of the segments.
  func end() throws {
    guard folds != nil else {
      try database.execute(sql: "INSERT INTO search(search) VALUES ('rebuild')")
      return
    }
    var averages: [UInt8] = []
    SQLiteVarint.append(documents, to: &averages)
    SQLiteVarint.append(trigrams, to: &averages)
    // A cookie of four bytes, then one level, which holds all segments and merges none.
    var structure: [UInt8] = [0, 0, 0, 0]
    for value in [lastPages.isEmpty ? 0 : 1, lastPages.count, 0] { SQLiteVarint.append(value, to: &structure) }
    if !lastPages.isEmpty {
      for value in [0, lastPages.count] { SQLiteVarint.append(value, to: &structure) }
      for (index, lastPage) in lastPages.enumerated() {
        for value in [index + 1, 1, lastPage] { SQLiteVarint.append(value, to: &structure) }
      }
    }
    try database.execute(
      sql: "REPLACE INTO search_data VALUES (1, \(Self.literal(averages))), (10, \(Self.literal(structure)))")
  }

  /// Bytes as SQL.
  private static func literal(_ bytes: [UInt8]) -> String {
    "x'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
  }

  /// Whether the segments are so many that searches would feel it.
  var needsMerging: Bool { lastPages.count > Self.segmentLimit }
}
