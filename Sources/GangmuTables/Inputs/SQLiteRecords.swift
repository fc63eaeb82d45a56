import GRDB
import GangmuCorpus

/// The records that a database of `gangmu export` holds, in their order, byte for byte as they were read.
struct SQLiteRecords {
  /// Whether a file is a database of SQLite.
  static func isDatabase(_ path: String) -> Bool {
    FileBeginning.read(path, count: 16) == Array("SQLite format 3\0".utf8)
  }

  /// Calls `body` with each record, its number and whether it could be unpacked, until it returns false.
  static func forEach(in path: String, _ body: (_ document: Int, _ line: [UInt8]?) -> Bool) -> InputFailure? {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.read { database in
        guard try database.tableExists("records") else {
          return failure(path, "input.no_records", "a database without the table `records`")
        }
        let unpacker = RecordUnpacker()
        let rows = try Row.fetchCursor(database, sql: "SELECT document, json FROM records ORDER BY document")
        while let row = try rows.next() {
          let line = try row.withUnsafeData(atIndex: 1) { data in data.map { unpacker.unpack(Array($0)) } ?? nil }
          guard let document = Int.fromDatabaseValue(row[0]) else {
            return failure(path, "input.damaged", "a record has no number")
          }
          guard body(document, line) else { return nil }
        }
        return nil
      }
    } catch {
      return failure(path, "input.database", "cannot be read as a database: \(SQLiteFailure.text(of: error))")
    }
  }

  private static func failure(_ path: String, _ code: String, _ message: String) -> InputFailure {
    InputFailure(uri: path, stage: .read, code: code, message: message)
  }
}
