import Glibc

/// The header of a WARC record, as far as pages need it (ISO 28500; versions 0.17 to 1.1 differ in nothing that matters here).
struct WARCHeader {
  var type = ""
  var uri: String?
  var recordID: String?
  var date: String?
  var contentType: String?
  /// What `Content-Length` says; nil where it is missing or no number.
  var length: Int?
  /// How many bytes the header takes, with the empty line.
  var size = 0

  /// Reads the header that bytes begin with; nil where it does not end in them.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard var line = Self.endOfLine(bytes, from: 0) else { return nil }
    while true {
      guard let end = Self.endOfLine(bytes, from: line) else { return nil }
      let content = Self.trimmed(bytes[line..<end])
      line = end
      if content.isEmpty { break }
      guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = Self.trimmed(content[(colon + 1)...])
      switch content[..<colon].count {
      case 9 where Self.equal(content[..<colon], "warc-type"): type = Self.string(value).lowercased()
      case 15 where Self.equal(content[..<colon], "warc-target-uri"):
        uri = Self.string(value.first == UInt8(ascii: "<") ? value.dropFirst().dropLast() : value)
      case 14 where Self.equal(content[..<colon], "warc-record-id"): recordID = Self.string(value)
      case 9 where Self.equal(content[..<colon], "warc-date"): date = Self.string(value)
      case 12 where Self.equal(content[..<colon], "content-type"): contentType = Self.string(value)
      case 14 where Self.equal(content[..<colon], "content-length"):
        length = Int(Self.string(value)).flatMap { $0 < 0 ? nil : $0 }
      default: break
      }
    }
    size = line
  }

  /// The offset behind the line end that comes next.
  static func endOfLine(_ bytes: UnsafeRawBufferPointer, from offset: Int) -> Int? {
    guard offset < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + offset, 0x0A, bytes.count - offset)
    else { return nil }
    return UnsafeRawPointer(found) - base + 1
  }

  static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }

  static func equal(_ bytes: Slice<UnsafeRawBufferPointer>, _ lowercase: StaticString) -> Bool {
    guard bytes.count == lowercase.utf8CodeUnitCount else { return false }
    return zip(bytes, 0...).allSatisfy { byte, index in byte | 0x20 == lowercase.utf8Start[index] | 0x20 }
  }

  static func string(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
