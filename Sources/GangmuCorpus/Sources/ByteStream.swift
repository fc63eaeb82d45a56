import Glibc

/// Bytes that come piece by piece.
protocol ByteStream: AnyObject {
  /// Writes the next bytes to `buffer`, which is not empty, and says how many; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int

  /// What was wrong with the bytes so far, each once.
  func takeFaults() -> [StreamFault]
}

/// Something wrong with a stream that did not end it.
struct StreamFault: Hashable {
  /// A stable name, such as `input.cut`.
  var code: String
  /// One sentence for people.
  var message: String
}

/// The bytes of an open file.
final class FileStream: ByteStream {
  private let file: OpenFile

  init(_ file: consuming OpenFile) {
    self.file = file
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    try SystemError.reading(file.descriptor, into: buffer)
  }

  func takeFaults() -> [StreamFault] { [] }
}

/// The bytes of standard input.
final class StandardInputStream: ByteStream {
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    try SystemError.reading(STDIN_FILENO, into: buffer)
  }

  func takeFaults() -> [StreamFault] { [] }
}

extension SystemError {
  fileprivate static func reading(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    var count: Int
    repeat { count = Glibc.read(descriptor, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
    guard count >= 0 else { throw SystemError(number: errno) }
    return count
  }
}
