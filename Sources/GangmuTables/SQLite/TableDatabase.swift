import GRDB
import GRDBSQLite
import GangmuCorpus

/// A database that is being filled.
///
/// It has no journal and is not synchronised: it stands under another name until it is whole, and nobody has seen it if it does
/// not get so far. It is left in the mode that readers can open without writing beside it.
struct TableDatabase {
  private let database: Database
  private let insertions: [Insertion]
  private let records: Insertion
  private let packer = RecordPacker()
  private var search: SearchIndex

  /// What the tokenizer of the full-text index makes of scalars, for `SegmentBuilder`.
  var trigramFolds: [UInt32]? { search.folds }

  /// The pages are larger than usual: fewer calls of the system, and less room is lost where a text does not fit.
  private static let pragmas = [
    "page_size = 16384", "journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "cache_size = -65536",
  ]

  /// Fills a new database at a path with what `body` adds.
  static func write<Result>(to path: String, _ body: (inout TableDatabase) throws -> Result) throws -> Result {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    // Where it fails midway, the file is thrown away; there is nothing to roll back to.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { database in
      for pragma in pragmas { try database.execute(sql: "PRAGMA \(pragma)") }
      // Statements that take long, as those that make indices, end early where a signal came.
      sqlite3_progress_handler(database.sqliteConnection, 10_000, { _ in Interruption.isRequested ? 1 : 0 }, nil)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    let (result, needsMerging) = try queue.inDatabase { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      var tables = try TableDatabase(database)
      let result = try body(&tables)
      try tables.end()
      try database.execute(sql: "COMMIT")
      return (result, tables.search.needsMerging)
    }
    if needsMerging {
      // FTS5 knows of the segments once the database was opened anew.
      try queue.close()
      let other = try DatabaseQueue(path: path, configuration: configuration)
      try other.inDatabase { try $0.execute(sql: "INSERT INTO search(search) VALUES ('optimize')") }
      try other.close()
    }
    return result
  }

  private init(_ database: Database) throws {
    self.database = database
    try database.execute(sql: "PRAGMA application_id = \(SQLiteSchema.applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(SQLiteSchema.version)")
    for table in Table.all { try database.execute(sql: SQLiteSchema.creation(of: table)) }
    try database.execute(sql: SQLiteSchema.records)
    search = try SearchIndex(database)
    records = try Insertion(into: "records", columns: 2, in: database)
    insertions = try Table.all.map { try Insertion(into: $0.name, columns: $0.columns.count, in: database) }
  }

  /// Adds the rows of a batch, its records and its texts.
  mutating func add(_ batch: RecordReader.Batch) throws {
    try batch.rows.bytes.withUnsafeBytes { bytes in
      for row in batch.rows.rows {
        try Self.add(batch.rows.cells[row.cells...], bytes, to: insertions[row.table])
      }
    }
    for line in batch.lines {
      records.bind(line.document, at: 1)
      // Here and not where they are read: the two threads have about the same to do so.
      try packer.pack(line.bytes).withUnsafeBytes {
        records.bind(bytes: $0, at: 2)
        try records.run()
      }
    }
    for text in batch.searchTexts { try search.add(text.bytes, document: text.document, trigrams: text.trigrams) }
    for segment in batch.searchSegments { try search.add(segment) }
  }

  /// Writes the row whose cells come first.
  private static func add(
    _ cells: ArraySlice<RowBatch.Cell>, _ bytes: UnsafeRawBufferPointer, to insertion: Insertion
  ) throws {
    for (index, cell) in zip(1...insertion.columns, cells) {
      switch cell {
      case .null: insertion.bindNull(at: index)
      case .integer(let value): insertion.bind(value, at: index)
      case .real(let value): insertion.bind(value, at: index)
      case .text(let range): insertion.bind(text: UnsafeRawBufferPointer(rebasing: bytes[range]), at: index)
      }
    }
    try insertion.run()
  }

  private mutating func end() throws {
    try search.end()
    for table in Table.all {
      for index in SQLiteSchema.indices(of: table) { try database.execute(sql: index) }
    }
    for view in SQLiteViews.all { try database.execute(sql: "CREATE VIEW \(view.name) AS\n\(view.query)") }
    try database.execute(sql: "PRAGMA analysis_limit = 400")
    try database.execute(sql: "ANALYZE")
  }
}
