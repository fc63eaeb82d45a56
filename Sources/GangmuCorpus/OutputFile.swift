import Glibc

/// A file descriptor that is written to in large pieces.
///
/// Nothing is kept back when it goes out of use without `flush()`, so call that at the end and see whether it throws.
public struct OutputFile: ~Copyable {
  /// Why a write failed.
  public enum Failure: Error, Sendable, Hashable {
    /// Nobody reads any more (`… | head`): a reason to stop, none to complain.
    case closed
    /// What the system says: the disk is full, …
    case system(String)
    /// What it says of a file, by its path.
    case file(String, reason: String)
    /// Another process is writing the file.
    case locked(String)
  }

  /// What is to be written. Append to it, then call `flushIfFull()`.
  public var buffer: [UInt8] = []
  private let descriptor: Int32
  private static let capacity = 1 << 16

  /// Standard output. From now on, writing to a pipe that nobody reads is a failure to be handled, not the end of the
  /// process.
  public static func standardOutput() -> OutputFile {
    signal(SIGPIPE, SIG_IGN)
    return OutputFile(descriptor: STDOUT_FILENO)
  }

  /// Makes a file of a descriptor that stays its maker's to close.
  public init(descriptor: Int32) {
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.capacity)
  }

  /// Writes the buffer where it is large enough to be worth it.
  public mutating func flushIfFull() throws(Failure) {
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes the buffer.
  public mutating func flush() throws(Failure) {
    defer { buffer.removeAll(keepingCapacity: buffer.count <= Self.capacity * 16) }
    try write(all: buffer)
  }

  /// Writes the buffer, and then bytes that were made elsewhere.
  package mutating func write(_ bytes: [UInt8]) throws(Failure) {
    try flush()
    try write(all: bytes)
  }

  private func write(all bytes: [UInt8]) throws(Failure) {
    var failure: Failure?
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written >= 0 {
          rest = rest.dropFirst(written)
        } else if errno == EAGAIN {
          var isReady = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&isReady, 1, -1)
        } else if errno != EINTR {
          failure = errno == EPIPE ? .closed : .system(SystemError(number: errno).text)
          return
        }
      }
    }
    if let failure { throw failure }
  }
}

extension OutputFile.Failure: CustomStringConvertible {
  /// The reason, for people.
  public var description: String {
    switch self {
    case .closed: "nobody reads it any more"
    case .system(let reason): reason
    case .file(let path, let reason): "\(path): \(reason)"
    case .locked(let path): "\(path): another process is writing it"
    }
  }
}
