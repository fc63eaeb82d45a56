import Glibc

/// Files of JSON Lines, read from the first line to the last, and single lines of them again later.
///
/// A line costs 12 bytes of memory, not its length. Standard input (`-`) is copied to a temporary file without a name, since
/// it cannot be read twice.
struct LineFiles: ~Copyable {
  /// Where a line stands.
  struct Place: BitwiseCopyable {
    let offset: Int
    let length: Int32
    let file: Int32
  }

  /// A longer line is a failure: no text of a corpus is that long.
  static let longestLine = 1 << 30

  let names: [String]
  private var descriptors: [Int32] = []
  private let temporaryFolder: String

  /// Opens the files; those that cannot be opened are reported to `fail` and left out.
  init(_ paths: [String], temporaryFolder: String, fail: (InputFailure) -> Void) {
    self.temporaryFolder = temporaryFolder
    var names: [String] = []
    for path in paths {
      do throws(SystemError) {
        descriptors.append(try Self.open(path, temporaryFolder))
        names.append(path)
      } catch {
        fail(error.failure(of: path))
      }
    }
    self.names = names
  }

  deinit {
    for descriptor in descriptors { close(descriptor) }
  }

  private static func open(_ path: String, _ temporaryFolder: String) throws(SystemError) -> Int32 {
    if path == "-" { return try copy(of: STDIN_FILENO, in: temporaryFolder) }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw closing(descriptor, errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw closing(descriptor, EISDIR) }
    if status.st_mode & S_IFMT != S_IFREG { throw closing(descriptor, ENXIO) }
    return descriptor
  }

  private static func closing(_ descriptor: Int32, _ number: Int32) -> SystemError {
    close(descriptor)
    return SystemError(number: number)
  }

  private static func copy(of source: Int32, in folder: String) throws(SystemError) -> Int32 {
    var template = Array((folder + "/gangmu-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    unlink(template)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(source, &buffer, buffer.count)
      if count == 0 { return descriptor }
      if count < 0 {
        if errno == EINTR { continue }
        throw closing(descriptor, errno)
      }
      var written = 0
      while written < count {
        let result = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + written }, count - written) }
        if result < 0 && errno != EINTR { throw closing(descriptor, errno) }
        written += max(result, 0)
      }
    }
  }

  /// Calls `body` with each line that is not blank; `fail` hears why a file gives no more of them.
  func forEachLine<Failure: Error>(
    fail: (InputFailure) -> Void, _ body: (Line) throws(Failure) -> Void
  ) throws(Failure) {
    for file in descriptors.indices {
      var reader = LineReader(descriptor: descriptors[file])
      while let line = next(&reader, file, fail) { try body(line) }
    }
  }

  private func next(_ reader: inout LineReader, _ file: Int, _ fail: (InputFailure) -> Void) -> Line? {
    do throws(LineReader.Failure) {
      while let bytes = try reader.next() {
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        let place = Place(offset: reader.lineStart, length: Int32(bytes.count), file: Int32(file))
        return Line(bytes: bytes, place: place, file: names[file], number: reader.number)
      }
    } catch {
      switch error {
      case .system(let error): fail(error.failure(of: names[file]))
      case .tooLong:
        fail(
          InputFailure(
            uri: "\(names[file]):\(reader.number + 1)", stage: .read, code: "input.line_too_long",
            message: "a line of more than \(Self.longestLine >> 20) MiB; what follows it is not read"))
      }
    }
    return nil
  }

  /// A line as it was read.
  struct Line {
    let bytes: [UInt8]
    let place: Place
    let file: String
    /// Its number in its file, from 1.
    let number: Int

    /// What is read of its bytes; nil where they cannot be used, of which `fail` hears.
    func parsed<Value>(
      fail: (InputFailure) -> Void, _ read: ([UInt8]) throws(LineFailure) -> Value
    ) -> Value? {
      do throws(LineFailure) {
        return try read(bytes)
      } catch {
        fail(InputFailure(uri: "\(file):\(number)", stage: .read, code: error.code, message: error.message))
        return nil
      }
    }
  }

  /// Reads single lines again, as long as this value lives.
  func rereader() -> LineRereader {
    LineRereader(descriptors: descriptors)
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
