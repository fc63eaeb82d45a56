import Glibc

/// A folder with one CSV file for each table (RFC 4180): UTF-8, lines that end in CRLF, the names of the columns in the first.
///
/// A value that is not stated is empty; an empty text is `""`. Values stand as they are: what begins with `=` or `+` is a
/// formula for a spreadsheet, and it is for who opens it to import it as text.
final class CSVFolder {
  private let files: [CompressedFile]

  /// Makes the folder and its files.
  init(_ path: String, withByteOrderMark: Bool) throws(ExportFailure) {
    guard mkdir(path, 0o777) == 0 else { throw .system(path, errno) }
    var files: [CompressedFile] = []
    for table in Table.all {
      let name = "\(path)/\(table.name).csv"
      let file = try CompressedFile(descriptor: DraftFile.create(name), path: name, .none)
      if withByteOrderMark { file.buffer += [0xEF, 0xBB, 0xBF] }
      file.buffer += Array(table.columns.map(\.name).joined(separator: ",").utf8) + Self.lineEnd
      files.append(file)
    }
    self.files = files
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  /// Adds the rows of a batch.
  func add(_ batch: RowBatch) throws(ExportFailure) {
    for row in batch.rows {
      let columns = Table.all[row.table].columns
      let file = files[row.table]
      for index in columns.indices {
        if index > 0 { file.buffer.append(UInt8(ascii: ",")) }
        Self.append(batch.cells[row.cells + index], columns[index].kind, of: batch, to: &file.buffer)
      }
      file.buffer += Self.lineEnd
      try file.writeIfFull()
    }
  }

  /// Writes what is left.
  func end() throws(ExportFailure) {
    for file in files { try file.end() }
  }

  /// Whether a name is one of the files of such a folder.
  static func isFile(_ name: String) -> Bool {
    Table.all.contains { name == "\($0.name).csv" }
  }

  private static func append(_ cell: RowBatch.Cell, _ kind: Column.Kind, of batch: RowBatch, to buffer: inout [UInt8]) {
    switch cell {
    case .null: break
    case .integer(let value):
      buffer += Array((kind == .boolean ? (value == 1 ? "true" : "false") : String(value)).utf8)
    case .real(let value): buffer += Array("\(value)".utf8)
    case .text(let range):
      let text = batch.text(range)
      guard text.isEmpty || text.contains(where: { needsQuotes[Int($0)] }) || isPadded(text) else {
        buffer += text
        return
      }
      buffer.append(UInt8(ascii: "\""))
      for byte in text {
        if byte == UInt8(ascii: "\"") { buffer.append(byte) }
        buffer.append(byte)
      }
      buffer.append(UInt8(ascii: "\""))
    }
  }

  private static let needsQuotes: [Bool] = (0...255).map { [0x0A, 0x0D, 0x22, 0x2C].contains($0) }

  /// Whether readers that trim would change the text.
  private static func isPadded(_ text: ArraySlice<UInt8>) -> Bool { text.first == 0x20 || text.last == 0x20 }
}
