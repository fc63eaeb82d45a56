import GRDB

/// Why a database could not be read or written.
enum SQLiteFailure {
  /// An error in one phrase for people.
  static func text(of error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "\(error)" }
    switch error.resultCode {
    case .SQLITE_FULL: return "No space left on device"
    case .SQLITE_NOTADB: return "it is no database"
    case .SQLITE_CORRUPT: return "it is damaged"
    case .SQLITE_READONLY: return "it may not be written"
    default: return error.message ?? "SQLite error \(error.resultCode.rawValue)"
    }
  }
}
