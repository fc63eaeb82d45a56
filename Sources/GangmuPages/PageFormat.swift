/// What a page is written in.
enum PageFormat: Sendable {
  case html
  case plainText

  /// Its name in a record.
  var mediaType: String {
    switch self {
    case .html: "text/html"
    case .plainText: "text/plain"
    }
  }

  /// Tells HTML from plain text.
  ///
  /// HTML opens with a tag, after white space, comments and an XML declaration; or it is a fragment, as the `content`
  /// field of a scraper holds, with two tags or more near its start. A text that names one tag somewhere stays a text.
  init(sniffing bytes: [UInt8]) {
    var reader = TagReader(bytes: bytes[...])
    if reader.skipProlog(), reader.readsDoctype() || reader.readsTag() {
      self = .html
      return
    }
    reader = TagReader(bytes: bytes.prefix(Self.fragmentWindow))
    var tags = 0
    while tags < 2, reader.skip(to: UInt8(ascii: "<")) {
      if reader.readsTag() { tags += 1 }
      reader.skipByte()
    }
    self = tags == 2 ? .html : .plainText
  }

  /// How far into a fragment tags count, in bytes.
  private static let fragmentWindow = 2048
}

/// Reads the few constructs that tell HTML from text.
private struct TagReader {
  var bytes: ArraySlice<UInt8>

  mutating func skipByte() { bytes = bytes.dropFirst() }

  /// Moves on to a byte; false where it does not come.
  mutating func skip(to byte: UInt8) -> Bool {
    guard let offset = bytes.withUnsafeBufferPointer({ $0.firstOffset(of: byte) }) else { return false }
    bytes = bytes.dropFirst(offset)
    return true
  }

  /// Moves over white space, comments and processing instructions; false where one of them does not end.
  mutating func skipProlog() -> Bool {
    while true {
      bytes = bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      if bytes.starts(with: "<!--".utf8) {
        guard skip(past: "-->") else { return false }
      } else if bytes.starts(with: "<?".utf8) {
        guard skip(past: ">") else { return false }
      } else {
        return true
      }
    }
  }

  private mutating func skip(past mark: String) -> Bool {
    let mark = Array(mark.utf8)
    while skip(to: mark[0]) {
      if bytes.starts(with: mark) {
        bytes = bytes.dropFirst(mark.count)
        return true
      }
      skipByte()
    }
    return false
  }

  func readsDoctype() -> Bool {
    bytes.prefix(9).map { $0 | 0x20 }.elementsEqual("<!doctype".utf8.map { $0 | 0x20 })
  }

  /// Whether a tag of a known element stands here, with its end.
  func readsTag() -> Bool {
    guard bytes.first == UInt8(ascii: "<") else { return false }
    var rest = bytes.dropFirst()
    if rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
    let name = rest.prefix(12).prefix { isalnum($0) }
    rest = rest.dropFirst(name.count)
    guard let end = rest.first, Self.tagEnds.contains(end), rest.prefix(4096).contains(UInt8(ascii: ">")) else {
      return false
    }
    return Self.names.contains(String(decoding: name, as: UTF8.self).lowercased())
  }

  private func isalnum(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static let tagEnds: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x20, UInt8(ascii: ">"), UInt8(ascii: "/")]

  private static let names: Set<String> = [
    "a", "article", "aside", "b", "base", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "em",
    "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img",
    "input", "li", "link", "main", "meta", "nav", "ol", "p", "pre", "script", "section", "small", "span", "strong",
    "style", "sub", "sup", "table", "tbody", "td", "th", "thead", "title", "tr", "u", "ul",
  ]
}
