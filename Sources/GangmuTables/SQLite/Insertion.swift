import GRDB
import GRDBSQLite

/// A prepared statement that is run for many rows, with values bound as they lie in memory.
final class Insertion {
  /// How many values a row has.
  let columns: Int
  private let statement: Statement
  private let handle: OpaquePointer
  private let database: Database

  /// Prepares `INSERT INTO table VALUES (?, …)`.
  init(into table: String, columns: Int, in database: Database) throws {
    let marks = repeatElement("?", count: columns).joined(separator: ", ")
    (self.database, self.columns) = (database, columns)
    statement = try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
    handle = statement.sqliteStatement
  }

  func bind(_ value: Int, at index: Int) { sqlite3_bind_int64(handle, Int32(index), Int64(value)) }

  func bind(_ value: Double, at index: Int) { sqlite3_bind_double(handle, Int32(index), value) }

  func bindNull(at index: Int) { sqlite3_bind_null(handle, Int32(index)) }

  /// Binds text that stays where it is until the row is written.
  func bind(text: UnsafeRawBufferPointer, at index: Int) {
    // An empty text has no address, and without one SQLite would take it as NULL.
    let base = text.baseAddress ?? UnsafeRawPointer(bitPattern: 1)
    sqlite3_bind_text(handle, Int32(index), base?.assumingMemoryBound(to: CChar.self), Int32(text.count), nil)
  }

  /// Binds bytes that stay where they are until the row is written.
  func bind(bytes: UnsafeRawBufferPointer, at index: Int) {
    sqlite3_bind_blob(
      handle, Int32(index), bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1), Int32(bytes.count), nil)
  }

  /// Writes the row.
  func run() throws {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    if code != SQLITE_DONE {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: database.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
    }
  }
}
