/// An HTTP response as archives store it: its header, and its body without chunks and compression.
struct HTTPResponse {
  /// The header; nil where the bytes are no response, and all of them are the body.
  let header: HTTPHeader?
  private(set) var body: [UInt8]
  private(set) var faults: [StreamFault] = []

  /// Takes a response apart.
  init(_ bytes: consuming [UInt8]) {
    let header = bytes.withUnsafeBytes { HTTPHeader($0, isWhole: true) }
    // In place: the bytes are nobody else's.
    if let header { bytes.removeFirst(header.size) }
    self.init(header, body: bytes)
  }

  /// Puts a response together from its header and the body as it was sent.
  init(_ header: HTTPHeader?, body: consuming [UInt8]) {
    self.header = header
    self.body = body
    guard let header else { return }
    if header.isChunked { self.body = Self.joiningChunks(self.body) }
    if header.encoding.contains("gzip"), self.body.starts(with: [0x1F, 0x8B]) { unzip() }
  }

  /// The status; that of success where the bytes are no response.
  var status: Int { header?.status ?? 200 }

  /// The most bytes that a compressed body may unfold to.
  private static let limit = 1 << 26

  private mutating func unzip() {
    let stream = GzipStream(MemoryStream(body))
    let window = ByteWindow(stream, capacity: 1 << 16)
    // Memory does not fail to be read.
    if let unzipped = (try? window.takeAll(limit: Self.limit)) ?? nil {
      body = unzipped
    } else {
      body = []
      faults.append(StreamFault(code: "input.bomb", message: "a compressed body of more than \(Self.limit >> 20) MiB"))
    }
    faults += window.takeFaults()
  }

  /// The content of chunks (RFC 9112, section 7.1); the bytes as they are where they are no chunks, as some archives join
  /// them and leave the header.
  private static func joiningChunks(_ bytes: [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    var offset = 0
    while offset < bytes.count, let end = bytes[offset...].firstIndex(of: 0x0A) {
      let digits = bytes[offset..<end].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
      guard digits.count <= 8, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16) else {
        return offset == 0 ? bytes : joined
      }
      if size == 0 { return joined }
      let last = min(end + 1 + size, bytes.count)
      joined += bytes[end + 1..<last]
      offset = last
      while offset < bytes.count, bytes[offset] == 0x0D || bytes[offset] == 0x0A { offset += 1 }
    }
    return joined
  }
}

/// Bytes that are in memory as a stream.
final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: consuming [UInt8]) {
    self.bytes = bytes
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - offset)
    bytes.withUnsafeBytes { bytes in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]))
    }
    offset += count
    return count
  }

  func takeFaults() -> [StreamFault] { [] }
}
