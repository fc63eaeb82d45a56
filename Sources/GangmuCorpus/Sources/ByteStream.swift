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

/// Counts the bytes that streams read.
final class ReadMeter {
  var bytes = 0
}

/// The bytes of an open file.
final class FileStream: ByteStream {
  private let file: OpenFile
  private let meter: ReadMeter

  init(_ file: consuming OpenFile, meter: ReadMeter) {
    self.file = file
    self.meter = meter
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    let count = try SystemError.reading(file.descriptor, into: buffer)
    meter.bytes += count
    return count
  }

  func takeFaults() -> [StreamFault] { [] }
}

/// The bytes of standard input.
final class StandardInputStream: ByteStream {
  private let meter: ReadMeter

  init(meter: ReadMeter) {
    self.meter = meter
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    guard waitForBytes() else { return 0 }
    let count = try SystemError.reading(STDIN_FILENO, into: buffer)
    meter.bytes += count
    return count
  }

  /// Waits until there is something to read; false where the run is interrupted first. A signal need not reach the thread
  /// that waits, so it looks around now and then.
  private func waitForBytes() -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while !Interruption.isRequested {
      if poll(&input, 1, 200) != 0 { return true }
    }
    return false
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
