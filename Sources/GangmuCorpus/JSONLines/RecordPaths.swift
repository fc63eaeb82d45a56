import Glibc

/// The files that paths to records lead to, opened one after the other: files, those of folders (`RecordFolder`), and standard
/// input (`-`). What is compressed with gzip or Zstandard is unfolded.
///
/// Whoever reads records or other JSON Lines opens them by this, so that all take the same.
struct RecordPaths {
  /// A file that was opened.
  struct Opened {
    /// Its path.
    let uri: String
    /// Its bytes, unfolded.
    let window: ByteWindow
    /// The file, where its bytes can be read again as they stand in it.
    let plain: PlainFile?
  }

  /// A file that is not compressed; its descriptor is open as long as its stream lives.
  struct PlainFile {
    let stream: FileStream
    let descriptor: Int32
  }

  private var paths: ArraySlice<FilePath>
  private var pending: [InputFailure] = []
  private var notes: [InputFailure] = []
  private var runs: [RunTally] = []

  /// Nothing is opened yet.
  init(_ paths: [String]) {
    self.paths = paths.map { FilePath($0) }[...]
  }

  /// The next file, or why one gives nothing; nil after the last.
  mutating func next() -> Result<Opened, InputFailure>? {
    while true {
      if !pending.isEmpty { return .failure(pending.removeFirst()) }
      guard let path = paths.popFirst() else { return nil }
      do throws(SystemError) {
        if let result = try open(path) { return result }
      } catch {
        return .failure(error.failure(of: path.uri))
      }
    }
  }

  /// What was noted of folders since this was asked last; it is no failure.
  mutating func takeNotes() -> [InputFailure] {
    defer { notes = [] }
    return notes
  }

  /// What the runs counted whose folders were met since this was asked last.
  mutating func takeRuns() -> [RunTally] {
    defer { runs = [] }
    return runs
  }

  /// Opens a file; a folder gives its files first, and nothing by itself.
  private mutating func open(_ path: FilePath) throws(SystemError) -> Result<Opened, InputFailure>? {
    if path.uri == "-" { return try unfolded(StandardInputStream(meter: ReadMeter()), nil, path) }
    let file = try OpenFile(path)
    switch file.kind {
    case .regular:
      let descriptor = file.descriptor
      let stream = FileStream(file, meter: ReadMeter())
      return try unfolded(stream, PlainFile(stream: stream, descriptor: descriptor), path)
    case .special:
      // A FIFO, a socket or a device where a file is wanted.
      throw SystemError(number: ENXIO)
    case .folder:
      let folder = RecordFolder(path, names: try file.visibleNames())
      paths = folder.files + paths
      pending += folder.failures
      notes += folder.notes
      if let counts = folder.counts { runs.append(counts) }
      return nil
    }
  }

  private func unfolded(
    _ stream: any ByteStream, _ plain: PlainFile?, _ path: FilePath
  ) throws(SystemError) -> Result<Opened, InputFailure> {
    let stored = ByteWindow(stream)
    try stored.fill(Self.magicLength)
    if stored.bytes.starts(with: [0x1F, 0x8B]) {
      return .success(Opened(uri: path.uri, window: ByteWindow(GzipStream(WindowStream(stored))), plain: nil))
    }
    if stored.bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      return .success(Opened(uri: path.uri, window: ByteWindow(ZstdStream(WindowStream(stored))), plain: nil))
    }
    if stored.bytes.starts(with: "SQLite format 3\0".utf8) {
      return .failure(
        InputFailure(
          uri: path.uri, stage: .read, code: "input.database",
          message: "a database: `gangmu export` makes JSON Lines of its records"))
    }
    return .success(Opened(uri: path.uri, window: stored, plain: plain))
  }

  private static let magicLength = 16
}
