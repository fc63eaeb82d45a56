import Glibc

/// Files of JSON Lines, read from the first line to the last, and single lines of them again later.
///
/// A line costs 12 bytes of memory, not its length. What cannot be read twice where it stands, standard input and what is
/// compressed, is copied to one temporary file without a name.
struct LineFiles: ~Copyable {
  /// Where a line stands.
  struct Place: BitwiseCopyable {
    let offset: Int
    let length: Int32
    let file: Int32
  }

  /// A longer line is a failure: no text of a corpus is that long.
  static let longestLine = 1 << 30

  /// A file, or the part of the temporary file that holds its bytes.
  private struct Part {
    let name: String
    let descriptor: Int32
    let range: Range<Int>
    /// Keeps the descriptor open, where it is not that of the temporary file.
    let stream: FileStream?
  }

  private var parts: [Part] = []
  private let temporary: TemporaryBytes

  /// Opens the files that paths lead to. `fail` hears of those that cannot be opened and are left out, `note` of what is no
  /// failure.
  init(
    _ paths: [String], temporaryFolder: String, note: (InputFailure) -> Void = { _ in }, fail: (InputFailure) -> Void
  ) {
    temporary = TemporaryBytes(in: temporaryFolder)
    var sources = RecordPaths(paths)
    while let result = sources.next() {
      sources.takeNotes().forEach(note)
      switch result {
      case .failure(let failure): fail(failure)
      case .success(let opened):
        if let plain = opened.plain {
          parts.append(
            Part(name: opened.uri, descriptor: plain.descriptor, range: 0..<Int.max, stream: plain.stream))
        } else {
          let range = temporary.append(opened.window, of: opened.uri, fail: fail)
          guard !range.isEmpty else { continue }
          parts.append(Part(name: opened.uri, descriptor: temporary.descriptor, range: range, stream: nil))
        }
      }
    }
    sources.takeNotes().forEach(note)
  }

  /// Calls `body` with each line that is not blank and its place; `fail` hears why a file gives no more of them.
  func forEachLine<Failure: Error>(
    fail: (InputFailure) -> Void, _ body: (RecordFiles.Line, Place) throws(Failure) -> Void
  ) throws(Failure) {
    for file in parts.indices {
      var reader = LineReader(descriptor: parts[file].descriptor, range: parts[file].range)
      while let (line, place) = next(&reader, file, fail) { try body(line, place) }
    }
  }

  private func next(
    _ reader: inout LineReader, _ file: Int, _ fail: (InputFailure) -> Void
  ) -> (RecordFiles.Line, Place)? {
    do throws(LineReader.Failure) {
      while let bytes = try reader.next() {
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        let place = Place(offset: reader.lineStart, length: Int32(bytes.count), file: Int32(file))
        return (RecordFiles.Line(bytes: bytes, file: parts[file].name, number: reader.number), place)
      }
    } catch {
      switch error {
      case .system(let error): fail(error.failure(of: parts[file].name))
      case .tooLong:
        fail(
          InputFailure(
            uri: "\(parts[file].name):\(reader.number + 1)", stage: .read, code: "input.line_too_long",
            message: "a line of more than \(Self.longestLine >> 20) MiB; what follows it is not read"))
      }
    }
    return nil
  }

  /// Reads single lines again, as long as this value lives.
  func rereader() -> LineRereader {
    LineRereader(descriptors: parts.map(\.descriptor))
  }
}

/// Reads single lines of open files again.
struct LineRereader {
  fileprivate let descriptors: [Int32]

  /// The bytes of a line that was read before, or nil where they cannot be had.
  func bytes(at place: LineFiles.Place) -> [UInt8]? {
    var isComplete = false
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(place.length)) { buffer, count in
      while count < buffer.count {
        let result = pread(
          descriptors[Int(place.file)], buffer.baseAddress.map { $0 + count }, buffer.count - count,
          off_t(place.offset + count))
        if result < 0 && errno == EINTR { continue }
        if result <= 0 { return }
        count += result
      }
      isComplete = true
    }
    return isComplete ? bytes : nil
  }
}
