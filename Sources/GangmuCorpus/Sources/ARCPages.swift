import Gangmu

/// The pages of an ARC file, the Internet Archive's form before WARC: a line with address, IP, date, type and length, then
/// the answer of the server.
struct ARCPages: PageContainer {
  private let uri: String
  private let window: ByteWindow
  private var pending: [InputFailure] = []
  private var isAtEnd = false

  private static let limit = 1 << 28

  init(_ window: ByteWindow, uri: String) {
    self.uri = uri
    self.window = window
  }

  mutating func next() -> Result<PageInput, InputFailure>? {
    while true {
      if !pending.isEmpty { return .failure(pending.removeFirst()) }
      if isAtEnd { return nil }
      do throws(SystemError) {
        if let page = try readRecord() { return .success(page) }
        pending += window.takeFaults().map { $0.failure(of: uri) }
      } catch {
        isAtEnd = true
        return .failure(error.failure(of: uri))
      }
    }
  }

  private struct Header {
    var uri: String
    var date: String
    var mediaType: String
    var length: Int
  }

  /// Reads one record; nil where it is no page, or none is left.
  private mutating func readRecord() throws(SystemError) -> PageInput? {
    guard let line = try readLine() else {
      isAtEnd = true
      return nil
    }
    guard !line.isEmpty else { return nil }
    guard let header = Self.header(line), header.length <= Self.limit else {
      fault("arc.junk", "a line that is no record's header left out: \(line.prefix(60))")
      return nil
    }
    let isWhole = try window.fill(header.length)
    if !isWhole {
      fault("arc.cut", "the file ends within a record: \(window.count) of \(header.length) bytes are there")
    }
    let response = HTTPResponse(window.take(min(header.length, window.count)))
    guard !header.uri.hasPrefix("filedesc:"), (200..<300).contains(response.status),
      header.mediaType.hasPrefix("text/"),
      !response.body.isEmpty
    else { return nil }
    return PageInput(
      uri: header.uri, bytes: response.body, mediaType: response.header?.mediaType ?? header.mediaType,
      date: header.date,
      warnings: response.faults.map(\.warning))
  }

  private mutating func fault(_ code: String, _ message: String) {
    pending.append(InputFailure(uri: uri, stage: .read, code: code, message: message))
  }

  private func readLine() throws(SystemError) -> String? {
    var wanted = 1 << 10
    while true {
      let isThere = try window.fill(wanted)
      if window.count == 0 { return nil }
      if let end = WARCHeader.endOfLine(window.bytes, from: 0) {
        return String(decoding: window.take(end).dropLast().filter { $0 != 0x0D }, as: UTF8.self)
      }
      guard isThere, wanted < 1 << 16 else {
        return String(decoding: window.take(window.count), as: UTF8.self)
      }
      wanted *= 4
    }
  }

  private static func header(_ line: String) -> Header? {
    let words = line.split(separator: " ")
    guard words.count >= 5, let length = words.last.flatMap({ Int($0) }), length >= 0,
      let date = words.first(where: { $0.count == 14 && $0.allSatisfy(\.isNumber) })
    else { return nil }
    return Header(uri: String(words[0]), date: String(date), mediaType: String(words[3]).lowercased(), length: length)
  }
}
