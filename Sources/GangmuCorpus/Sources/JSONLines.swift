import Gangmu
import Glibc

/// The pages of a file of JSON Lines, as scrapers write: one object a line, the page in one of its fields.
struct JSONLines: PageContainer {
  /// Which fields of an object hold what.
  struct Fields: Sendable, Hashable {
    /// The page's text or HTML.
    var content = "content"
    /// What the page is called; where it is missing, the file and the line.
    var id = "url"
  }

  private let uri: String
  private let fields: Fields
  private let window: ByteWindow
  private var line = 0
  private var pending: [InputFailure] = []

  /// What programs for Windows write before the first line.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// A first line that is longer is not looked at.
  private static let longestFirstLine = 1 << 24
  /// The longest line that is read.
  private static let limit = 1 << 28

  init(_ window: ByteWindow, uri: String, fields: Fields) {
    self.window = window
    self.uri = uri
    self.fields = fields
  }

  /// Whether a stream whose name does not say so is JSON Lines: its first line is an object that holds a page.
  static func begins(_ window: ByteWindow, fields: Fields) throws(SystemError) -> Bool {
    guard let start = firstMark(in: window.bytes), window.bytes[start] == UInt8(ascii: "{") else { return false }
    var searched = start
    while true {
      let end = WARCHeader.endOfLine(window.bytes, from: searched)
      searched = window.count
      if end == nil, searched < longestFirstLine, try window.fillMore() { continue }
      let line = Array(window.bytes[start..<(end ?? searched)])
      return JSONFields.read(strings: [fields.content], orNumbers: [], in: line)?[fields.content] != nil
    }
  }

  /// Whether bytes look like JSON: they begin with an object or with a list of objects.
  static func isJSON(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = firstMark(in: bytes), bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[")
    else { return false }
    let next = firstMark(in: UnsafeRawBufferPointer(rebasing: bytes[(start + 1)...])).map { bytes[start + 1 + $0] }
    return next == (bytes[start] == UInt8(ascii: "{") ? UInt8(ascii: "\"") : UInt8(ascii: "{"))
  }

  /// Where the first byte stands that is no space and no part of a byte order mark.
  private static func firstMark(in bytes: UnsafeRawBufferPointer) -> Int? {
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    return bytes[start...].firstIndex { $0 > 0x20 }
  }

  mutating func next() -> Result<PageInput, InputFailure>? {
    while true {
      if !pending.isEmpty { return .failure(pending.removeFirst()) }
      do throws(SystemError) {
        guard var bytes = try nextLine() else {
          pending += window.takeFaults().map { $0.failure(of: uri) }
          return pending.isEmpty ? nil : .failure(pending.removeFirst())
        }
        line += 1
        if line == 1, bytes.starts(with: Self.byteOrderMark) { bytes.removeFirst(Self.byteOrderMark.count) }
        if bytes.allSatisfy({ $0 <= 0x20 }) { continue }
        return page(bytes)
      } catch {
        return .failure(error.failure(of: uri))
      }
    }
  }

  private func page(_ bytes: [UInt8]) -> Result<PageInput, InputFailure> {
    let place = "\(uri)#\(line)"
    func failure(_ code: String, _ message: String) -> Result<PageInput, InputFailure> {
      .failure(InputFailure(uri: place, stage: .read, code: code, message: message))
    }
    guard bytes.count < Self.limit else {
      return failure("json.too_large", "a line of more than \(Self.limit >> 20) MiB")
    }
    guard let found = JSONFields.read(strings: [fields.content], orNumbers: [fields.id], in: bytes) else {
      return failure("json.invalid", "the line is no JSON object")
    }
    guard let content = found[fields.content] else {
      let isRecord =
        JSONFields.read(strings: ["format"], orNumbers: [], in: bytes)?["format"] == Array(Record.format.utf8)
      let hint = isRecord ? ": it is no page but a record that gangmu wrote" : ""
      return failure("json.no_field", "the object has no text in its field `\(fields.content)`\(hint)")
    }
    let id = found[fields.id].map { String(decoding: $0, as: UTF8.self) }
    return .success(PageInput(uri: id.flatMap { $0.isEmpty ? nil : $0 } ?? place, bytes: content))
  }

  /// The next line without its end; nil at the end.
  private func nextLine() throws(SystemError) -> [UInt8]? {
    var searched = 0
    while true {
      if let end = WARCHeader.endOfLine(window.bytes, from: searched) {
        defer { window.skip(end) }
        return Array(window.bytes[..<(end - 1)])
      }
      searched = window.count
      guard searched < Self.limit else { return window.take(searched) }
      guard try window.fillMore() else { return window.count > 0 ? window.take(window.count) : nil }
    }
  }
}
