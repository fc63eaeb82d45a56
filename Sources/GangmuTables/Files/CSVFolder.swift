import GangmuCorpus

/// A folder with one CSV file for each table (RFC 4180): UTF-8, lines that end in CRLF, the names of the columns in the first.
///
/// Every text is in quotation marks: readers that guess the dialect would else take a `'` in a text for one. A value that is not
/// stated is empty, without them. Values stand as they are: what begins with `=` or `+` is a
/// formula for a spreadsheet, and it is for who opens it to import it as text.
final class CSVFolder {
  private let files: [File]

  /// Makes the files in a folder.
  init(_ path: String, withByteOrderMark: Bool) throws(ExportFailure) {
    var files: [File] = []
    for table in Table.all {
      let name = "\(path)/\(table.name).csv"
      let file = try File(name)
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

  /// Completes the files.
  func end() throws(ExportFailure) {
    for file in files { try file.end() }
  }

  /// Whether a name is one of the files of such a folder.
  static func isFile(_ name: String) -> Bool {
    Table.all.contains { name == "\($0.name).csv" }
  }

  /// Whether a name is one of the files of such a folder, not yet complete.
  static func isPart(_ name: String) -> Bool {
    Table.all.contains { AtomicFile.partPath(of: "\($0.name).csv") == "./\(name)" }
  }

  /// One of the files, with what is to be written to it.
  private final class File {
    var buffer: [UInt8] = []
    private let path: String
    private let file: AtomicFile
    private static let capacity = 1 << 18

    init(_ path: String) throws(ExportFailure) {
      self.path = path
      file = try ExportFailure.writing(path) { () throws(OutputFile.Failure) in try AtomicFile(path) }
    }

    func writeIfFull() throws(ExportFailure) {
      if buffer.count >= Self.capacity { try write() }
    }

    func end() throws(ExportFailure) {
      try write()
      try ExportFailure.writing(path) { () throws(OutputFile.Failure) in _ = try file.commit() }
    }

    private func write() throws(ExportFailure) {
      try ExportFailure.writing(path) { () throws(OutputFile.Failure) in try file.write(buffer) }
      buffer.removeAll(keepingCapacity: true)
    }
  }

  private static func append(_ cell: RowBatch.Cell, _ kind: Column.Kind, of batch: RowBatch, to buffer: inout [UInt8]) {
    switch cell {
    case .null: break
    case .integer(let value):
      buffer += Array((kind == .boolean ? (value == 1 ? "true" : "false") : String(value)).utf8)
    case .real(let value): buffer += Array("\(value)".utf8)
    case .text(let range):
      buffer.append(UInt8(ascii: "\""))
      for byte in batch.text(range) {
        if byte == UInt8(ascii: "\"") { buffer.append(byte) }
        buffer.append(byte)
      }
      buffer.append(UInt8(ascii: "\""))
    }
  }
}
