import Glibc

/// The lines of files of JSON Lines, one after the other: plain, or compressed with gzip or Zstandard.
///
/// A folder gives the lines of the files in it that are named `*.jsonl`, `*.jsonl.gz` or `*.jsonl.zst`, in the order of the
/// bytes of their names; of one that `gangmu parse --output` wrote, those of its parts. `-` is standard input. Only the
/// line at hand is in memory.
package struct RecordFiles {
  /// A line as it was read.
  package struct Line {
    /// Its bytes, without the line end.
    package let bytes: [UInt8]
    /// The file that it stands in.
    package let file: String
    /// Its number in that file, from 1.
    package let number: Int

    /// Why this line cannot be used.
    package func failure(_ code: String, _ message: String) -> InputFailure {
      InputFailure(uri: "\(file):\(number)", stage: .read, code: code, message: message)
    }
  }

  /// A longer line is a failure: no record is that long.
  package static let longestLine = 1 << 28

  private var paths: ArraySlice<FilePath>
  private var window: ByteWindow?
  private var file = ""
  private var number = 0
  private var pending: [InputFailure] = []

  /// Makes a reader of files and folders; nothing is opened yet.
  package init(_ paths: [String]) {
    self.paths = paths.map { FilePath($0) }[...]
  }

  /// The next line that is not blank, or why a file gives no more of them; nil after the last.
  package mutating func next() -> Result<Line, InputFailure>? {
    while true {
      if !pending.isEmpty { return .failure(pending.removeFirst()) }
      do throws(SystemError) {
        guard let window else {
          guard let path = paths.popFirst() else { return nil }
          file = path.uri
          number = 0
          try open(path)
          continue
        }
        guard let bytes = try nextLine(window) else {
          pending += window.takeFaults().map { $0.failure(of: file) }
          self.window = nil
          continue
        }
        number += 1
        if bytes.count > Self.longestLine {
          pending.append(
            InputFailure(
              uri: "\(file):\(number)", stage: .read, code: "input.line_too_long",
              message: "a line of more than \(Self.longestLine >> 20) MiB; what follows it is not read"))
          self.window = nil
        } else if !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
          return .success(Line(bytes: bytes, file: file, number: number))
        }
      } catch {
        window = nil
        return .failure(error.failure(of: file))
      }
    }
  }

  private mutating func open(_ path: FilePath) throws(SystemError) {
    if path.uri == "-" {
      window = try Self.unfolded(StandardInputStream(meter: ReadMeter()))
      return
    }
    let opened = try OpenFile(path)
    switch opened.kind {
    case .regular: window = try Self.unfolded(FileStream(opened, meter: ReadMeter()))
    case .special: throw SystemError.notRegular
    case .folder:
      let names = try opened.visibleNames().map { path.appending($0) }
      paths = shards(among: names) + paths
    }
  }

  /// The files of a folder that hold records. Of a folder that `gangmu parse --output` wrote these are the parts; it has other
  /// JSON Lines beside them.
  private mutating func shards(among files: [FilePath]) -> [FilePath] {
    let names = files.map(\.name)
    let isOfRun = names.contains("manifest.json") || names.contains("journal.jsonl")
    if isOfRun, !names.contains("manifest.json") {
      pending.append(
        InputFailure(
          uri: file, stage: .read, code: "input.unfinished",
          message: "the run that writes this folder has not ended; the parts that are complete follow"))
    }
    let shards = files.filter { Self.isShard($0.name) && (!isOfRun || $0.name.hasPrefix("part-")) }
    if shards.isEmpty {
      pending.append(
        InputFailure(
          uri: file, stage: .read, code: "input.no_records",
          message: "a folder without *.jsonl, *.jsonl.gz, *.jsonl.zst"))
    }
    return shards
  }

  private static func isShard(_ name: String) -> Bool {
    [".jsonl", ".jsonl.gz", ".jsonl.zst"].contains { name.hasSuffix($0) }
  }

  private static func unfolded(_ stream: any ByteStream) throws(SystemError) -> ByteWindow {
    let stored = ByteWindow(stream)
    try stored.fill(4)
    if stored.bytes.starts(with: [0x1F, 0x8B]) { return ByteWindow(GzipStream(WindowStream(stored))) }
    if stored.bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return ByteWindow(ZstdStream(WindowStream(stored))) }
    return stored
  }

  /// The next line without its end; nil at the end of the file.
  private func nextLine(_ window: ByteWindow) throws(SystemError) -> [UInt8]? {
    var searched = 0
    while true {
      if let end = WARCHeader.endOfLine(window.bytes, from: searched) {
        var line = window.take(end)
        line.removeLast()
        return line
      }
      searched = window.count
      guard searched <= Self.longestLine else { return window.take(searched) }
      guard try window.fillMore() else { return window.count > 0 ? window.take(window.count) : nil }
    }
  }
}

extension SystemError {
  /// A FIFO, a socket or a device where a file is wanted.
  fileprivate static var notRegular: SystemError { SystemError(number: ENXIO) }
}
