import Glibc

/// Reads a file line by line, at places of its own choice: others may read it too.
struct LineReader {
  enum Failure: Error {
    case system(SystemError)
    case tooLong
  }

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// The bytes of `buffer` that were not yet given out.
  private var rest = 0..<0
  private var position: Int
  private let end: Int
  private var isAtEnd = false
  /// Where the line read last starts.
  private(set) var lineStart = 0
  /// The number of the line read last, from 1.
  private(set) var number = 0

  /// Begins to read a file, or the part of it between two offsets.
  init(descriptor: Int32, range: Range<Int> = 0..<Int.max) {
    self.descriptor = descriptor
    (position, end) = (range.lowerBound, range.upperBound)
  }

  /// The next line without its line end; nil after the last.
  mutating func next() throws(Failure) -> [UInt8]? {
    var searched = 0
    while true {
      let found = buffer.withUnsafeBytes { bytes -> Int? in
        guard let base = bytes.baseAddress, searched < rest.count else { return nil }
        let start = base + rest.lowerBound + searched
        return memchr(start, 0x0A, rest.count - searched).map {
          rest.lowerBound + searched + (UnsafeRawPointer($0) - start)
        }
      }
      if let end = found { return take(upTo: end, skipping: 1) }
      searched = rest.count
      if isAtEnd { return rest.isEmpty ? nil : take(upTo: rest.upperBound, skipping: 0) }
      guard rest.count <= LineFiles.longestLine else { throw .tooLong }
      try fill()
    }
  }

  private mutating func take(upTo end: Int, skipping lineEnd: Int) -> [UInt8] {
    let line = Array(buffer[rest.lowerBound..<end])
    lineStart = position
    number += 1
    position += line.count + lineEnd
    rest = end + lineEnd..<rest.upperBound
    return line
  }

  /// Moves what is left to the front and reads on behind it.
  private mutating func fill() throws(Failure) {
    let kept = rest.count
    if buffer.count < max(Self.piece, kept * 2) {
      buffer = buffer[rest] + [UInt8](repeating: 0, count: max(Self.piece, kept * 2) - kept)
    } else {
      let start = rest.lowerBound
      buffer.withUnsafeMutableBytes { bytes in
        if let base = bytes.baseAddress { memmove(base, base + start, kept) }
      }
    }
    let offset = position + kept
    var result: Int
    repeat {
      result = buffer.withUnsafeMutableBytes { bytes in
        pread(
          descriptor, bytes.baseAddress.map { $0 + kept }, min(bytes.count - kept, end - offset), off_t(offset))
      }
    } while result < 0 && errno == EINTR
    if result < 0 { throw .system(SystemError(number: errno)) }
    isAtEnd = result == 0
    rest = 0..<kept + result
  }

  /// What is read at once.
  private static let piece = 1 << 18
}
