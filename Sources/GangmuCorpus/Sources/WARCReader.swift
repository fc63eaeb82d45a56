import Gangmu
import Glibc

/// Reads the records of a WARC file.
///
/// A record says how long it is, and some writers say it wrong. What stands at the stated end is looked at: another record,
/// or the end of the file. Where neither is, the next `WARC/1.` at the beginning of a line is, and the fault is reported; a
/// record that a wrong length would have swallowed is read as one of its own. Only the record at hand is in memory.
struct WARCReader {
  /// A record with its content.
  struct Record {
    var header: WARCHeader
    /// The header of the HTTP response that it holds, if it holds one.
    var http: HTTPHeader?
    /// What it holds, without that header.
    var content: [UInt8]
    var faults: [StreamFault]
  }

  private let window: ByteWindow
  private static let longestDirect = 1 << 26
  /// How many bytes of a record's content are kept at most.
  private let limit: Int
  /// Faults that no record bears.
  private(set) var faults: [StreamFault] = []

  init(_ window: ByteWindow, limit: Int = 1 << 28) {
    self.window = window
    self.limit = limit
  }

  mutating func takeFaults() -> [StreamFault] {
    defer { faults = [] }
    return faults + window.takeFaults()
  }

  /// The next record; nil at the end.
  ///
  /// - Parameter wants: Whether a record's content is of use, going by its header and that of the HTTP response that it
  ///   holds; that of others is passed over.
  mutating func next(where wants: (WARCHeader, HTTPHeader?) -> Bool) throws(SystemError) -> Record? {
    while true {
      try skipBlank()
      guard window.count > 0 else { return nil }
      guard try beginsRecord(at: 0) else {
        try skipJunk()
        continue
      }
      guard let header = try readHeader() else {
        faults.append(
          StreamFault(code: "warc.header", message: "a record's header does not end, at byte \(window.position)"))
        window.skip(5)
        try skipJunk()
        continue
      }
      window.skip(header.size)
      let http = header.kind == .response ? try readHTTPHeader(within: header.length ?? limit) : nil
      let isWanted = wants(header, http)
      if let length = header.length, length <= Self.longestDirect {
        if let content = try takeWhole(length, without: http?.size ?? 0, keeping: isWanted) {
          guard isWanted else { continue }
          return Record(header: header, http: http, content: content, faults: [])
        }
      }
      var found: [StreamFault] = []
      let length = try contentLength(header, &found)
      guard isWanted else {
        window.skip(length)
        faults += found
        continue
      }
      var content = window.take(length)
      content.removeFirst(min(http?.size ?? 0, length))
      return Record(header: header, http: http, content: content, faults: found)
    }
  }

  /// Takes the content that stands here, if the next record comes where its length says, as it does in nearly every file.
  /// Most is in memory with what follows it; the rest of a large one goes straight to where it is wanted.
  private func takeWhole(_ length: Int, without head: Int, keeping: Bool) throws(SystemError) -> [UInt8]? {
    guard head <= length else { return nil }
    if window.count < length + Self.endReach, keeping {
      let start = Array(window.bytes[..<head])
      window.skip(head)
      let content = try window.takeDirectly(length - head)
      if content.count == length - head, try endsRecord(at: 0) { return content }
      window.putBack(start + content)
      return nil
    }
    guard try window.fill(length), try endsRecord(at: length) else { return nil }
    if !keeping {
      window.skip(length)
      return []
    }
    window.skip(head)
    return window.take(length - head)
  }

  /// How far behind a content the beginning of the next record is looked for.
  private static let endReach = 32

  /// The HTTP header that stands here.
  private func readHTTPHeader(within length: Int) throws(SystemError) -> HTTPHeader? {
    var wanted = 1 << 12
    while true {
      let isThere = try window.fill(min(wanted, length))
      let isWhole = !isThere || wanted >= min(length, Self.longestHTTPHeader)
      let bytes = window.bytes
      if let header = HTTPHeader(
        UnsafeRawBufferPointer(rebasing: bytes[..<min(bytes.count, length)]), isWhole: isWhole && wanted >= length)
      {
        return header
      }
      guard !isWhole else { return nil }
      wanted *= 4
    }
  }

  private static let longestHTTPHeader = 1 << 16

  private func skipBlank() throws(SystemError) {
    while try window.fill(1) {
      guard window.bytes[0] == 0x0D || window.bytes[0] == 0x0A else { return }
      window.skip(1)
    }
  }

  /// Whether a record begins at an offset: `WARC/`, a digit, a dot, a digit.
  private func beginsRecord(at offset: Int) throws(SystemError) -> Bool {
    guard try window.fill(offset + 8) else { return false }
    let bytes = window.bytes
    return bytes[offset..<offset + 5].elementsEqual("WARC/".utf8) && (0x30...0x39).contains(bytes[offset + 5])
      && bytes[offset + 6] == UInt8(ascii: ".")
  }

  /// Where a mark stands next, wholly before `end`.
  private static func find(_ mark: StaticString, in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int) -> Int?
  {
    guard let base = bytes.baseAddress else { return nil }
    let length = mark.utf8CodeUnitCount
    var offset = start
    while offset + length <= end, let found = memchr(base + offset, Int32(mark.utf8Start[0]), end - length + 1 - offset)
    {
      offset = UnsafeRawPointer(found) - base
      if memcmp(base + offset, mark.utf8Start, length) == 0 { return offset }
      offset += 1
    }
    return nil
  }

  private mutating func skipJunk() throws(SystemError) {
    let start = window.position
    while let next = try nextRecord(from: 0, within: 1 << 20) {
      window.skip(next.offset)
      if next.isFound { break }
    }
    let skipped = window.position - start
    if skipped > 0 {
      faults.append(
        StreamFault(code: "warc.junk", message: "\(skipped) byte(s) that are no record left out, at byte \(start)"))
    }
  }

  /// Where the next record begins, looking from an offset on at most so far; where none does, how far nothing is.
  private func nextRecord(from offset: Int, within reach: Int) throws(SystemError) -> (offset: Int, isFound: Bool)? {
    try window.fill(offset + reach)
    let bytes = window.bytes
    guard offset < bytes.count else { return nil }
    var start = offset
    while start < bytes.count, let place = Self.find("WARC/", in: bytes, from: start, to: bytes.count) {
      if try beginsRecord(at: place) { return (place, true) }
      start = place + 1
    }
    // The mark may be cut at the end of what is in memory.
    return (window.isAtEnd ? bytes.count : max(bytes.count - 7, offset + 1), false)
  }

  private func readHeader() throws(SystemError) -> WARCHeader? {
    var wanted = 1 << 12
    while true {
      let isThere = try window.fill(wanted)
      if let header = WARCHeader(window.bytes) { return header }
      guard isThere, wanted < 1 << 20 else { return nil }
      wanted *= 4
    }
  }

  // MARK: How long a record is

  /// How long the content is that stands here, whatever its header says.
  private func contentLength(_ header: WARCHeader, _ faults: inout [StreamFault]) throws(SystemError) -> Int {
    guard let length = header.length else {
      faults.append(
        StreamFault(code: "warc.no_length", message: "a record without Content-Length: read to the next record"))
      return try lengthToNext(from: 0)
    }
    guard length <= limit else {
      faults.append(
        StreamFault(code: "warc.too_large", message: "a record claims \(length) bytes: read to the next record"))
      return try lengthToNext(from: 0)
    }
    let isWhole = try window.fill(length)
    if isWhole, try endsRecord(at: length) { return length }
    if let inner = innerRecord(within: min(length, window.count)) {
      faults.append(
        StreamFault(
          code: "warc.length",
          message: "a record claims \(length) bytes and has \(inner); it would have swallowed the next"))
      return inner
    }
    guard isWhole else {
      faults.append(
        StreamFault(
          code: "warc.cut", message: "the file ends within a record: \(window.count) of \(length) bytes are there"))
      return withoutLineEnds(window.count)
    }
    // Where a record is closed as it should be, junk follows it; where not, its length was short.
    if blankLines(at: length) > 1 { return length }
    let real = try lengthToNext(from: length)
    faults.append(StreamFault(code: "warc.length", message: "a record claims \(length) bytes and has \(real)"))
    return real
  }

  /// Whether the next record or the end of the file comes at an offset, line ends aside.
  private func endsRecord(at offset: Int) throws(SystemError) -> Bool {
    try window.fill(offset + 16)
    var offset = offset
    while offset < window.count, window.bytes[offset] == 0x0D || window.bytes[offset] == 0x0A { offset += 1 }
    if offset == window.count { return true }
    return try beginsRecord(at: offset)
  }

  private func blankLines(at offset: Int) -> Int {
    var lines = 0
    var offset = offset
    while offset < window.count, window.bytes[offset] == 0x0D || window.bytes[offset] == 0x0A {
      if window.bytes[offset] == 0x0A { lines += 1 }
      offset += 1
    }
    return lines
  }

  /// The length of the content up to a record that begins within it, at the beginning of a line.
  private func innerRecord(within length: Int) -> Int? {
    let bytes = window.bytes
    var start = 0
    while start < length, let place = Self.find("\nWARC/1.", in: bytes, from: start, to: length) {
      if let header = WARCHeader(UnsafeRawBufferPointer(rebasing: bytes[(place + 1)...])), header.isTyped {
        return withoutLineEnds(place + 1)
      }
      start = place + 1
    }
    return nil
  }

  /// The length of the content up to the next record, or to the end of the file, but within the limit.
  private func lengthToNext(from start: Int) throws(SystemError) -> Int {
    var offset = start
    while offset < limit, let next = try nextRecord(from: offset, within: 1 << 20) {
      if next.isFound, next.offset == 0 || window.bytes[next.offset - 1] == 0x0A { return withoutLineEnds(next.offset) }
      if next.offset >= window.count, window.isAtEnd { break }
      offset = max(next.offset, offset) + (next.isFound ? 1 : 0)
    }
    return withoutLineEnds(min(window.count, limit))
  }

  private func withoutLineEnds(_ length: Int) -> Int {
    var length = length
    let bytes = window.bytes
    while length > 0, bytes[length - 1] == 0x0A || bytes[length - 1] == 0x0D { length -= 1 }
    return length
  }
}
