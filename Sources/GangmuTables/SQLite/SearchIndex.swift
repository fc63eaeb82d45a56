import GRDB

/// Fills the full-text index of a database faster than SQLite does.
///
/// SQLite puts trigram after trigram into a hash table, which made 2,700 documents/s and by itself took longer than all else.
/// Here the trigrams of some thousand documents are sorted at once and written as one segment each, in the format that FTS5
/// itself writes; `integrity-check` agrees with it. Where SQLite's tokenizer or index is of another version than the one
/// known here, SQLite is left to do it.
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

  private let database: Database
  private let text: Insertion
  private let size: Insertion
  private let store: Store
  /// What the tokenizer makes of the scalars that may have a case; nil where it is another one than the one known here.
  private let folds: [UInt32]?
  private var order = TrigramOrder()
  private var segments: [(number: Int, lastPage: Int)] = []
  private var documents = 0
  private var trigrams = 0

  /// How many trigrams are sorted at once: in 40 MB of memory; when the segments become many, in 320 MB, since FTS5 allows 2,000.
  private var capacity: Int { segments.count < 1000 ? 2 << 20 : 16 << 20 }
  /// More segments than this are merged into one: a search looks into each of them, for 20 µs or so.
  private static let segmentLimit = 500

  /// Makes the tables and prepares to fill them.
  init(_ database: Database) throws {
    self.database = database
    try database.execute(sql: Self.textTable)
    try database.execute(sql: Self.indexTable)
    text = try Insertion(into: "search_text", columns: 2, in: database)
    size = try Insertion(into: "search_docsize", columns: 2, in: database)
    store = try Store(database)
    let version = try Int.fetchOne(database, sql: "SELECT v FROM search_config WHERE k = 'version'")
    folds = version == 4 ? try Self.folds(database) : nil
  }

  /// Adds a text, folded. Documents come in the order of their numbers.
  mutating func add(_ folded: [UInt8], document: Int) throws {
    text.bind(document, at: 1)
    try folded.withUnsafeBytes {
      text.bind(text: $0, at: 2)
      try text.run()
    }
    guard let folds else { return }
    let count = order.add(folded, document: document, folds: folds)
    documents += 1
    trigrams += count
    var bytes: [UInt8] = []
    SQLiteVarint.append(count, to: &bytes)
    size.bind(document, at: 1)
    try bytes.withUnsafeBytes {
      size.bind(bytes: $0, at: 2)
      try size.run()
    }
    if order.count >= capacity { try writeSegment() }
  }

  /// Writes what is left.
  mutating func end() throws {
    guard folds != nil else {
      try database.execute(sql: "INSERT INTO search(search) VALUES ('rebuild')")
      return
    }
    if order.count > 0 { try writeSegment() }
    var averages: [UInt8] = []
    SQLiteVarint.append(documents, to: &averages)
    SQLiteVarint.append(trigrams, to: &averages)
    // A cookie of four bytes, then one level, which holds all segments and merges none.
    var structure: [UInt8] = [0, 0, 0, 0]
    for value in [segments.isEmpty ? 0 : 1, segments.count, 0] { SQLiteVarint.append(value, to: &structure) }
    if !segments.isEmpty {
      for value in [0, segments.count] { SQLiteVarint.append(value, to: &structure) }
      for segment in segments {
        for value in [segment.number, 1, segment.lastPage] { SQLiteVarint.append(value, to: &structure) }
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
  var needsMerging: Bool { segments.count > Self.segmentLimit }

  private mutating func writeSegment() throws {
    var segment = SearchSegment(number: segments.count + 1, store: store)
    var term: [UInt8] = []
    try order.forEach { (first, second, third, found) throws(SQLiteFailure) in
      // Terms of the main index begin with 0.
      term.removeAll(keepingCapacity: true)
      term.append(UInt8(ascii: "0"))
      for scalar in [first, second, third] { Self.append(scalar, to: &term) }
      try segment.begin(term)
      try found.forEachText { (text, places) throws(SQLiteFailure) in
        try segment.add(row: text.document, places: places, origin: text.start)
      }
    }
    try segment.end()
    segments.append((segment.number, segment.lastPage))
    order.removeAll()
  }

  /// Appends a scalar as UTF-8.
  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    case ..<0x10000:
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    default:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }
  }

  /// Writes to the tables in which FTS5 keeps its index.
  private struct Store: SearchSegment.Store {
    private let data: Insertion
    private let index: Insertion

    init(_ database: Database) throws {
      data = try Insertion(into: "search_data", columns: 2, in: database)
      index = try Insertion(into: "search_idx", columns: 3, in: database)
    }

    func writePage(segment: Int, number: Int, _ bytes: [UInt8]) throws(SQLiteFailure) {
      data.bind(segment << 37 + number, at: 1)
      try run(data, bytes, at: 2)
    }

    func writeTerm(segment: Int, page: Int, _ bytes: [UInt8]) throws(SQLiteFailure) {
      index.bind(segment, at: 1)
      index.bind(page << 1, at: 3)
      try run(index, bytes, at: 2)
    }

    private func run(_ insertion: Insertion, _ bytes: [UInt8], at column: Int) throws(SQLiteFailure) {
      do {
        try bytes.withUnsafeBytes {
          insertion.bind(bytes: $0, at: column)
          try insertion.run()
        }
      } catch {
        throw SQLiteFailure(error)
      }
    }
  }

  /// Scalars from here on have no case.
  private static let casedLimit: UInt32 = 0x2_0000

  /// Asks the tokenizer what it makes of every scalar with a lower case.
  private static func folds(_ database: Database) throws -> [UInt32]? {
    let tokenizer = try database.makeTokenizer(FTS5TokenizerDescriptor(components: ["trigram"]))
    let cased = (0..<casedLimit).compactMap(Unicode.Scalar.init).filter {
      $0.properties.changesWhenLowercased || $0.properties.isUppercase
    }
    var probe = String.UnicodeScalarView()
    for scalar in cased { probe.append(contentsOf: ["a", "a", scalar]) }
    let tokens = try tokenizer.tokenize(document: String(probe)).map { Array($0.token.unicodeScalars) }
    guard tokens.count == cased.count * 3 - 2, tokens.allSatisfy({ $0.count == 3 }) else { return nil }
    var folds = Array(0..<Self.casedLimit)
    for (number, scalar) in cased.enumerated() { folds[Int(scalar.value)] = tokens[number * 3][2].value }
    return folds
  }
}
