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
  /// What the tokenizer makes of scalars that are no lower case for it; nil where it is another one than the one known here.
  private let folds: [UInt32: UInt32]?
  private var order = TrigramOrder()
  private var segments: [(number: Int, lastPage: Int)] = []
  private var documents = 0
  private var trigrams = 0

  /// How many trigrams are sorted at once: 80 MB.
  private static let capacity = 4 << 20
  /// More segments than this are merged into one.
  private static let segmentLimit = 128

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
    if order.count >= Self.capacity { try writeSegment() }
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
    let (owners, documents) = (order.owners, order.documents)
    var starts = [Int](repeating: 0, count: documents.count)
    for place in owners.indices.reversed() { starts[Int(owners[place])] = place }
    var term: [UInt8] = []
    try order.forEach { (trigram, places) throws(SQLiteFailure) in
      // Terms of the main index begin with 0.
      term = [UInt8(ascii: "0")]
      for scalar in trigram {
        term.append(contentsOf: Unicode.Scalar(scalar).flatMap { UTF8.encode($0) } ?? UTF8.encodedReplacementCharacter)
      }
      try segment.begin(term)
      var start = places.startIndex
      while start < places.endIndex {
        let owner = Int(owners[Int(places[start])])
        var end = start + 1
        while end < places.endIndex, Int(owners[Int(places[end])]) == owner { end += 1 }
        try segment.add(row: documents[owner], positions: places[start..<end].lazy.map { Int($0) - starts[owner] })
        start = end
      }
    }
    try segment.end()
    segments.append((segment.number, segment.lastPage))
    order.removeAll()
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

  /// Asks the tokenizer what it makes of every scalar with a lower case.
  private static func folds(_ database: Database) throws -> [UInt32: UInt32]? {
    let tokenizer = try database.makeTokenizer(FTS5TokenizerDescriptor(components: ["trigram"]))
    let cased = (0..<UInt32(0x2_0000)).compactMap(Unicode.Scalar.init).filter {
      $0.properties.changesWhenLowercased || $0.properties.isUppercase
    }
    var probe = String.UnicodeScalarView()
    for scalar in cased { probe.append(contentsOf: ["a", "a", scalar]) }
    let tokens = try tokenizer.tokenize(document: String(probe)).map { Array($0.token.unicodeScalars) }
    guard tokens.count == cased.count * 3 - 2, tokens.allSatisfy({ $0.count == 3 }) else { return nil }
    var folds: [UInt32: UInt32] = [:]
    for (number, scalar) in cased.enumerated() where tokens[number * 3][2] != scalar {
      folds[scalar.value] = tokens[number * 3][2].value
    }
    return folds
  }
}
