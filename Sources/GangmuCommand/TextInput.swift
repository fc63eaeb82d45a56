import Glibc

/// A text file or standard input, read in pieces.
struct TextInput: ~Copyable {
  /// Why it cannot be read.
  struct Failure: Error {
    let reason: String
  }

  private let descriptor: Int32
  private static let pieceSize = 1 << 16

  /// Opens a file; `-` is standard input.
  init(_ path: String) throws(Failure) {
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(reason: Self.systemError()) }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next bytes, or nil at the end.
  borrowing func read() throws(Failure) -> [UInt8]? {
    var result = 0
    let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
      repeat {
        result = Glibc.read(descriptor, buffer.baseAddress, Self.pieceSize)
      } while result < 0 && errno == EINTR
      count = max(result, 0)
    }
    guard result >= 0 else { throw Failure(reason: Self.systemError()) }
    return piece.isEmpty ? nil : piece
  }

  private static func systemError() -> String { String(cString: strerror(errno)) }
}
