import GRDB
import GRDBSQLite

/// A database that is being filled.
///
/// It has no journal and is not synchronised: it stands under another name until it is whole, and nobody has seen it if it does
/// not get so far. It is left in the mode that readers can open without writing beside it.
struct TableDatabase {
  private let database: Database
  private let insertions: [Insertion]
  private let records: Insertion
  private var search: SearchIndex

  /// Fills a new database at a path with what `body` adds.
  static func write<Result>(to path: String, _ body: (inout TableDatabase) throws -> Result) throws -> Result {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      for pragma in ["journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "cache_size = -65536"] {
        try database.execute(sql: "PRAGMA \(pragma)")
      }
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
      for row in batch.rows.rows { try add(row, of: batch.rows, bytes) }
    }
    for line in batch.lines {
      records.bind(line.document, at: 1)
      try line.bytes.withUnsafeBytes {
        records.bind(bytes: $0, at: 2)
        try records.run()
      }
    }
    for text in batch.searchTexts { try search.add(text.bytes, document: text.document) }
  }

  private func add(_ row: RowBatch.Row, of batch: RowBatch, _ bytes: UnsafeRawBufferPointer) throws {
    let insertion = insertions[row.table]
    for index in 0..<Table.all[row.table].columns.count {
      switch batch.cells[row.cells + index] {
      case .null: insertion.bindNull(at: index + 1)
      case .integer(let value): insertion.bind(value, at: index + 1)
      case .real(let value): insertion.bind(value, at: index + 1)
      case .text(let range): insertion.bind(text: UnsafeRawBufferPointer(rebasing: bytes[range]), at: index + 1)
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
