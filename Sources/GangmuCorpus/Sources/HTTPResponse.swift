/// An HTTP response as archives store it: status, headers that matter, and body.
struct HTTPResponse {
  var status = 0
  var mediaType: String?
  var body: [UInt8] = []
  var faults: [StreamFault] = []

  /// Takes a response apart; where the bytes are none, all of them are the body.
  init(_ bytes: consuming [UInt8]) {
    guard bytes.starts(with: "HTTP/".utf8) else {
      body = bytes
      status = 200
      return
    }
    var encoding = ""
    var isChunked = false
    var start = bytes.count
    bytes.withUnsafeBytes { bytes in
      guard var line = WARCHeader.endOfLine(bytes, from: 0) else { return }
      let words = bytes[..<line].split(separator: 0x20)
      if words.count > 1 { status = Int(WARCHeader.string(WARCHeader.trimmed(words[1]))) ?? 0 }
      while let end = WARCHeader.endOfLine(bytes, from: line) {
        let content = WARCHeader.trimmed(bytes[line..<end])
        line = end
        if content.isEmpty {
          start = line
          return
        }
        guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { continue }
        let value = WARCHeader.string(WARCHeader.trimmed(content[(colon + 1)...]))
        if WARCHeader.equal(content[..<colon], "content-type") { mediaType = value }
        if WARCHeader.equal(content[..<colon], "content-encoding") { encoding = value.lowercased() }
        if WARCHeader.equal(content[..<colon], "transfer-encoding") { isChunked = value.lowercased() == "chunked" }
      }
    }
    // In place: the bytes are nobody else's.
    body = bytes
    body.removeFirst(start)
    if isChunked { body = Self.joiningChunks(body) }
    if encoding.contains("gzip"), body.starts(with: [0x1F, 0x8B]) { unzip() }
  }

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
