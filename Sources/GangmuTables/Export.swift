import GangmuCorpus
import Glibc

/// Makes one form of a dataset from another: JSON Lines, a database of SQLite, a folder of CSV.
///
///     let summary = try Export(["records.jsonl"], to: .sqlite("records.sqlite")).run { print($0) }
///
/// Records are read from JSON Lines (also compressed, also folders of them) and from databases that were made so. Of a folder
/// that `gangmu parse --output` wrote the parts are read that its manifest names; one that is missing is a failure. Lines that
/// are no records are reported and left out; where none is left, nothing is written. What is written stands under its name
/// only when it is whole. Memory does not grow with the number of records.
public struct Export: Sendable {
  /// What is made.
  public enum Destination: Sendable, Hashable {
    /// A database of SQLite.
    case sqlite(String)
    /// A folder with a CSV file for each table.
    case csv(String)
    /// JSON Lines; with the ending `.gz` or `.zst` compressed, `-` is standard output.
    case jsonLines(String)

    /// By the ending of a path, or nil where that says nothing: `.sqlite`, `.sqlite3`, `.db`; `.jsonl`, `.jsonl.gz`,
    /// `.jsonl.zst`, `-`; `.csv`, `/`, `csv` for a folder.
    public init?(path: String) {
      let name = path.lowercased()
      if [".sqlite", ".sqlite3", ".db"].contains(where: name.hasSuffix) {
        self = .sqlite(path)
      } else if path == "-" || [".jsonl", ".jsonl.gz", ".jsonl.zst"].contains(where: name.hasSuffix) {
        self = .jsonLines(path)
      } else if name.hasSuffix("/") || name.hasSuffix(".csv") || name == "csv" || name.hasSuffix("/csv") {
        self = .csv(path)
      } else {
        return nil
      }
    }
  }

  /// What was done.
  public struct Summary: Sendable, Hashable {
    /// The number of records written.
    public var records = 0
    /// The number of inputs and lines that could not be used.
    public var failures = 0
  }

  /// The files and folders to read.
  public var paths: [String]
  /// What to make.
  public var destination: Destination
  /// Whether to replace what stands there.
  public var replaces = false
  /// Whether CSV files begin with a byte order mark, by which Excel knows that they are UTF-8.
  public var hasByteOrderMark = false
  /// What `gangmu dedupe` wrote about the records, to join them under `copy`.
  public var copies: String?
  /// What `gangmu classify apply` wrote about the records, to join them under `class`.
  public var classes: String?

  /// Prepares an export.
  public init(_ paths: [String], to destination: Destination) {
    self.paths = paths
    self.destination = destination
  }

  /// Runs it; `fail` hears of each file and line that cannot be used, `note` of what else is to be known of folders.
  public func run(
    note: (InputFailure) -> Void = { _ in }, fail: (InputFailure) -> Void
  ) throws(ExportFailure) -> Summary {
    func report(_ batch: RecordReader.Batch) {
      batch.notes.forEach(note)
      batch.failures.forEach(fail)
    }
    return switch destination {
    case .sqlite(let path): try writeDatabase(path, report)
    case .csv(let path): try writeCSV(path, report)
    case .jsonLines(let path): try writeLines(path, report)
    }
  }

  /// Calls `body` with each batch, and reports what could not be used.
  private func forEachBatch(
    _ contents: RecordReader.Contents, segments: SegmentBuilder? = nil, _ report: (RecordReader.Batch) -> Void,
    _ body: (RecordReader.Batch) throws(ExportFailure) -> Void
  ) throws(ExportFailure) -> Summary {
    var summary = Summary()
    let batches = RecordBatches(paths: paths, contents: contents, copies: copies, classes: classes, segments: segments)
    try batches.forEach { (batch) throws(ExportFailure) in
      if let signal = Interruption.signal { throw .interrupted(signal) }
      try body(batch)
      report(batch)
      if let failure = batch.end { throw .input(failure) }
      summary.records += batch.count
      summary.failures += batch.failures.count
    }
    // What is read ends early then.
    if let signal = Interruption.signal { throw .interrupted(signal) }
    // An output of nothing must not take the place of a good one.
    guard summary.records > 0 else { throw .noRecords }
    return summary
  }

  private func writeDatabase(_ path: String, _ report: (RecordReader.Batch) -> Void) throws(ExportFailure) -> Summary {
    // A journal that was left of a database would be played into the new one.
    let journals = ["-journal", "-wal", "-shm"]
    try OutputPlace.check(path, endings: journals, replacing: replaces)
    // SQLite says of no permission, no such folder and a full disk only that it cannot open the file.
    let file = try ExportFailure.writing(path) { () throws(OutputFile.Failure) in try AtomicFile(path) }
    let summary: Summary
    do {
      summary = try TableDatabase.write(to: file.partPath) { database in
        let segments = database.trigramFolds.map(SegmentBuilder.init(folds:))
        return try forEachBatch([.lines, .searchText], segments: segments, report) { (batch) throws(ExportFailure) in
          do { try database.add(batch) } catch { throw Self.failure(of: path, error) }
        }
      }
    } catch {
      throw Self.failure(of: path, error)
    }
    for ending in journals { unlink(file.path + ending) }
    try ExportFailure.writing(path) { () throws(OutputFile.Failure) in _ = try file.commit() }
    return summary
  }

  /// Why a database could not be filled.
  private static func failure(of path: String, _ error: any Error) -> ExportFailure {
    if let failure = error as? ExportFailure { return failure }
    // SQLite stops for it too.
    if let signal = Interruption.signal { return .interrupted(signal) }
    return .unwritable(path, reason: SQLiteFailure.text(of: error))
  }

  private func writeCSV(_ path: String, _ report: (RecordReader.Batch) -> Void) throws(ExportFailure) -> Summary {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    if let other = FolderContent.names(path).first(where: { !CSVFolder.isFile($0) }) {
      throw .otherFiles(path, found: other)
    }
    try OutputPlace.check(path, isFolder: true, replacing: replaces)
    let folder = try DraftFolder(path)
    do throws(ExportFailure) {
      let summary = try fill(folder, report)
      try folder.publish(replacing: replaces)
      return summary
    } catch {
      folder.discard()
      throw error
    }
  }

  private func fill(_ folder: DraftFolder, _ report: (RecordReader.Batch) -> Void) throws(ExportFailure) -> Summary {
    let files = try CSVFolder(folder.draft, withByteOrderMark: hasByteOrderMark)
    let summary = try forEachBatch([], report) { (batch) throws(ExportFailure) in try files.add(batch.rows) }
    try files.end()
    return summary
  }

  private func writeLines(_ path: String, _ report: (RecordReader.Batch) -> Void) throws(ExportFailure) -> Summary {
    if path == "-" {
      var output = OutputFile.standardOutput()
      return try forEachBatch([.lines], report) { (batch) throws(ExportFailure) in
        try ExportFailure.writing("the output") { () throws(OutputFile.Failure) in try output.write(Self.text(batch)) }
      }
    }
    try OutputPlace.check(path, replacing: replaces)
    let compression = Compression(path: path.lowercased())
    let file = try ExportFailure.writing(path) { () throws(OutputFile.Failure) in try RecordFile(path, compression) }
    let summary = try forEachBatch([.lines], report) { (batch) throws(ExportFailure) in
      let piece = OutputPiece(Self.text(batch), compression)
      try ExportFailure.writing(path) { () throws(OutputFile.Failure) in try file.write(piece) }
    }
    try ExportFailure.writing(path) { () throws(OutputFile.Failure) in _ = try file.commit() }
    return summary
  }

  /// The records of a batch as JSON Lines.
  private static func text(_ batch: RecordReader.Batch) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(batch.bytes + batch.lines.count)
    for line in batch.lines {
      text += line.bytes
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }
}
