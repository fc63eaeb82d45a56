/// The tables as SQL.
enum SQLiteSchema {
  /// `gangmu`'s mark in the header of its databases: "gngm".
  static let applicationID = 0x676E_676D
  /// The version of the tables.
  static let version = 2

  /// The statement that makes a table.
  static func creation(of table: Table) -> String {
    var lines = table.columns.map { column in
      let isKey = table.primaryKey == [column.name]
      return "\(column.name) \(type(of: column))\(isKey ? " PRIMARY KEY" : column.isOptional ? "" : " NOT NULL")"
    }
    if table.primaryKey.count > 1 { lines.append("PRIMARY KEY (\(table.primaryKey.joined(separator: ", ")))") }
    lines += table.references.map { reference in
      "FOREIGN KEY (\(reference.columns.joined(separator: ", "))) REFERENCES \(reference.table)"
        + "(\(reference.keys.joined(separator: ", ")))"
    }
    let isClustered = table.primaryKey.count > 1
    return
      "CREATE TABLE \(table.name) (\n  \(lines.joined(separator: ",\n  "))\n)\(isClustered ? " WITHOUT ROWID" : "")"
  }

  /// The statements that make its indices.
  static func indices(of table: Table) -> [String] {
    table.indices.map {
      "CREATE INDEX \(table.name)_\($0.joined(separator: "_")) ON \(table.name)(\($0.joined(separator: ", ")))"
    }
  }

  /// The records themselves.
  static let records = """
    CREATE TABLE records (
      document INTEGER PRIMARY KEY REFERENCES documents(document),
      json BLOB NOT NULL
    )
    """

  private static func type(of column: Column) -> String {
    switch column.kind {
    case .text, .json: "TEXT"
    case .integer, .boolean, .start, .end, .length, .document: "INTEGER"
    case .real: "REAL"
    }
  }
}
