import Glibc

/// A stretch of a stream that is in memory: bytes are added at its end and dropped at its beginning.
final class ByteWindow {
  private let stream: any ByteStream
  private var memory: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private(set) var isAtEnd = false
  /// How many bytes of the stream were dropped.
  private(set) var position = 0

  init(_ stream: any ByteStream, capacity: Int = 1 << 20) {
    self.stream = stream
    memory = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit {
    memory.deallocate()
  }

  /// The bytes in memory. Valid until the next call.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[start..<end]) }

  var count: Int { end - start }

  /// Reads on until so many bytes are in memory, or all that there are.
  ///
  /// - Returns: Whether there are so many.
  @discardableResult
  func fill(_ wanted: Int) throws(SystemError) -> Bool {
    while count < wanted, !isAtEnd {
      if end == memory.count { makeRoom() }
      let read = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[end...]))
      if read == 0 { isAtEnd = true }
      end += read
    }
    return count >= wanted
  }

  /// Reads one piece more; false at the end.
  func fillMore() throws(SystemError) -> Bool { try fill(count + 1) }

  /// Drops bytes that are in memory.
  func skip(_ count: Int) {
    start += count
    position += count
  }

  /// Takes bytes that are in memory.
  func take(_ count: Int) -> [UInt8] {
    defer { skip(count) }
    return Array(UnsafeRawBufferPointer(rebasing: memory[start..<start + count]))
  }

  /// Takes the next bytes, those that are not in memory yet straight from the stream; fewer where it ends.
  func takeDirectly(_ length: Int) throws(SystemError) -> [UInt8] {
    let held = min(count, length)
    var failure: SystemError?
    let taken = [UInt8](unsafeUninitializedCapacity: length) { buffer, written in
      let target = UnsafeMutableRawBufferPointer(buffer)
      target.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<start + held]))
      written = held
      do throws(SystemError) {
        while written < length, !isAtEnd {
          let read = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: target[written...]))
          if read == 0 { isAtEnd = true }
          written += read
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    skip(held)
    position += taken.count - held
    return taken
  }

  /// Puts bytes back that were taken last.
  func putBack(_ bytes: [UInt8]) {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + count + 1, alignment: 16)
    larger.copyBytes(from: bytes)
    UnsafeMutableRawBufferPointer(rebasing: larger[bytes.count...]).copyMemory(from: self.bytes)
    (start, end) = (0, bytes.count + count)
    memory.deallocate()
    memory = larger
    position -= bytes.count
  }

  func takeFaults() -> [StreamFault] { stream.takeFaults() }

  /// Moves the bytes to the front, into more memory where they fill the half of it.
  private func makeRoom() {
    let held = count
    if held * 2 > memory.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: memory.count * 2, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<end]))
      memory.deallocate()
      memory = larger
    } else if held > 0, let base = memory.baseAddress {
      memmove(base, base + start, held)
    }
    start = 0
    end = held
  }

  /// All bytes from here on, up to a limit; nil where there are more.
  func takeAll(limit: Int) throws(SystemError) -> [UInt8]? {
    while count <= limit, try fillMore() {}
    return count <= limit ? take(count) : nil
  }
}
