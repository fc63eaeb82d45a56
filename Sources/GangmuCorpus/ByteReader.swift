import Glibc

/// Reads an open file to its end.
enum ByteReader {
  /// No page is that long: a longer file is a mistake (a disk image, a corpus in one file) and would fill the memory.
  static let limit = 1 << 30

  enum Failure: Error {
    case system(SystemError)
    case tooLarge
  }

  /// All bytes from here on. `expected` is how many there should be; there may be more or less.
  static func bytes(of descriptor: Int32, expecting expected: Int) throws(Failure) -> [UInt8] {
    guard expected <= limit else { throw .tooLarge }
    // With one byte more than there should be, a file of that size ends without a second chunk.
    var chunk = try self.chunk(of: descriptor, capacity: max(expected + 1, 1 << 16))
    var bytes = chunk
    while !chunk.isEmpty {
      chunk = try self.chunk(of: descriptor, capacity: 1 << 20)
      bytes += chunk
      guard bytes.count <= limit else { throw .tooLarge }
    }
    return bytes
  }

  /// The next bytes, as many as one call of the system gives; none at the end.
  private static func chunk(of descriptor: Int32, capacity: Int) throws(Failure) -> [UInt8] {
    var error: SystemError?
    let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var result: Int
      repeat { result = read(descriptor, buffer.baseAddress, capacity) } while result < 0 && errno == EINTR
      if result < 0 { error = SystemError(number: errno) }
      count = max(result, 0)
    }
    if let error { throw .system(error) }
    return chunk
  }
}
