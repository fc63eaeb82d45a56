/// What a window holds and its stream still has, as a stream of its own: for looking at the beginning of a stream first.
final class WindowStream: ByteStream {
  private let window: ByteWindow

  init(_ window: ByteWindow) {
    self.window = window
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    guard try window.fill(1) else { return 0 }
    let count = min(buffer.count, window.count)
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: window.bytes[..<count]))
    window.skip(count)
    return count
  }

  func takeFaults() -> [StreamFault] { window.takeFaults() }
}
