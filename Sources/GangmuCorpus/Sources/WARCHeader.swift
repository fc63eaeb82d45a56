import Glibc

/// The header of a WARC record, as far as pages need it (ISO 28500; versions 0.17 to 1.1 differ in nothing that matters here).
struct WARCHeader {
  /// What a record holds; `other` is nothing that may be a page.
  enum Kind {
    case response, resource, conversion, other
  }

  private(set) var kind = Kind.other
  private(set) var uri: String?
  private(set) var recordID: String?
  private(set) var date: String?
  private(set) var contentType: String?
  /// What `Content-Length` says; nil where it is missing or no number.
  private(set) var length: Int?
  /// Whether it names a type.
  private(set) var isTyped = false
  /// How many bytes the header takes, with the empty line.
  private(set) var size = 0

  /// Reads the header that bytes begin with; nil where it does not end in them. What is no page has no names.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard var line = Self.endOfLine(bytes, from: 0) else { return nil }
    var names: (uri: Value?, recordID: Value?, date: Value?, contentType: Value?)
    while true {
      guard let end = Self.endOfLine(bytes, from: line) else { return nil }
      let content = Self.trimmed(bytes[line..<end])
      line = end
      if content.isEmpty { break }
      guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let value = Self.trimmed(content[(colon + 1)...])
      let name = content[..<colon]
      switch name.count {
      case 9 where Self.equal(name, "warc-type"):
        isTyped = !value.isEmpty
        kind = Self.kind(value)
      case 15 where Self.equal(name, "warc-target-uri"):
        names.uri = value.first == UInt8(ascii: "<") ? value.dropFirst().dropLast() : value
      case 14 where Self.equal(name, "content-length"): length = Self.number(value)
      case 14 where Self.equal(name, "warc-record-id"): names.recordID = value
      case 9 where Self.equal(name, "warc-date"): names.date = value
      case 12 where Self.equal(name, "content-type"): names.contentType = value
      default: break
      }
    }
    size = line
    guard kind != .other else { return }
    uri = names.uri.map(Self.string)
    recordID = names.recordID.map(Self.string)
    date = names.date.map(Self.string)
    contentType = names.contentType.map(Self.string)
  }

  private typealias Value = Slice<UnsafeRawBufferPointer>

  private static func kind(_ type: Value) -> Kind {
    if equal(type, "response") { return .response }
    if equal(type, "resource") { return .resource }
    return equal(type, "conversion") ? .conversion : .other
  }

  /// A number without a sign, the largest where it is larger; nil where other characters stand.
  static func number(_ digits: Slice<UnsafeRawBufferPointer>) -> Int? {
    guard !digits.isEmpty else { return nil }
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      let (product, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflows) = product.addingReportingOverflow(Int(digit) - 0x30)
      if isTooLarge || overflows { return .max }
      number = sum
    }
    return number
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
