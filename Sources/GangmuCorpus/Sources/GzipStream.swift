import CZlib

/// The bytes that a gzip stream holds: one member after another, as WARC files have one for each record (RFC 1952).
///
/// A damaged member is given up at the fault, and reading goes on with the next one; what follows the last member and is
/// none is left out. Both are faults to report.
final class GzipStream: ByteStream {
  private let input: ByteWindow
  private var state = z_stream()
  private var isOpen = false
  private var isInMember = false
  private var isAtEnd = false
  private var faults: [StreamFault] = []

  init(_ source: any ByteStream) {
    input = ByteWindow(source, capacity: 1 << 17)
    // Windows of up to 32 KiB, with gzip's header and check.
    isOpen = gangmu_inflate_init(&state, 15 + 16) == Z_OK
    isAtEnd = !isOpen
  }

  deinit {
    if isOpen { inflateEnd(&state) }
  }

  func takeFaults() -> [StreamFault] {
    defer { faults = [] }
    return faults + input.takeFaults()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while !isAtEnd {
      guard try input.fill(1) else {
        isAtEnd = true
        if isInMember { faults.append(StreamFault(code: "input.cut", message: "the gzip data end within a member")) }
        return 0
      }
      if !isInMember, try !startMember() { return 0 }
      let written = inflateSome(into: buffer)
      if written > 0 { return written }
    }
    return 0
  }

  /// Begins the next member; false where what follows is none.
  private func startMember() throws(SystemError) -> Bool {
    guard input.bytes.first == 0x1F else {
      try dropRest()
      return false
    }
    inflateReset(&state)
    isInMember = true
    return true
  }

  private func dropRest() throws(SystemError) {
    var dropped = 0
    while try input.fill(1) {
      dropped += input.count
      input.skip(input.count)
    }
    isAtEnd = true
    faults.append(StreamFault(code: "input.trailing", message: "\(dropped) byte(s) behind the gzip data left out"))
  }

  private func inflateSome(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    state.next_in = UnsafeMutablePointer(mutating: input.bytes.bindMemory(to: UInt8.self).baseAddress)
    state.avail_in = UInt32(input.count)
    state.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
    state.avail_out = UInt32(clamping: buffer.count)
    let status = inflate(&state, Z_NO_FLUSH)
    input.skip(input.count - Int(state.avail_in))
    let written = min(buffer.count, Int(UInt32.max)) - Int(state.avail_out)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isInMember = false
    default:
      faults.append(
        StreamFault(code: "input.damaged", message: "damaged gzip data; what can be read behind them follows"))
      isInMember = false
      skipToNextMember()
    }
    return written
  }

  /// Looks for the beginning of another member in what was read.
  private func skipToNextMember() {
    let bytes = input.bytes
    var offset = 1
    while offset + 2 < bytes.count {
      if bytes[offset] == 0x1F, bytes[offset + 1] == 0x8B, bytes[offset + 2] == 8 { return input.skip(offset) }
      offset += 1
    }
    input.skip(bytes.count)
  }
}
