/// The header of an HTTP response as archives store it, as far as pages need it.
struct HTTPHeader {
  var status = 0
  var mediaType: String?
  /// `Content-Encoding`, in lower case.
  var encoding = ""
  var isChunked = false
  /// How many bytes the header takes, with the empty line.
  private(set) var size = 0

  /// Reads the header that bytes begin with; nil where they begin with none.
  ///
  /// - Parameter isWhole: Whether there are no bytes behind these: a header that does not end in them is all of them then.
  init?(_ bytes: UnsafeRawBufferPointer, isWhole: Bool) {
    guard bytes.starts(with: "HTTP/".utf8) else { return nil }
    var line = WARCHeader.endOfLine(bytes, from: 0) ?? bytes.count
    let words = bytes[..<line].split(separator: 0x20)
    if words.count > 1 { status = WARCHeader.number(WARCHeader.trimmed(words[1])) ?? 0 }
    while let end = WARCHeader.endOfLine(bytes, from: line) {
      let content = WARCHeader.trimmed(bytes[line..<end])
      line = end
      if content.isEmpty {
        size = line
        return
      }
      guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = content[..<colon]
      // The three that matter, by their lengths first.
      switch name.count {
      case 12 where WARCHeader.equal(name, "content-type"): mediaType = Self.value(content, behind: colon)
      case 16 where WARCHeader.equal(name, "content-encoding"):
        encoding = Self.value(content, behind: colon).lowercased()
      case 17 where WARCHeader.equal(name, "transfer-encoding"):
        isChunked = Self.value(content, behind: colon).lowercased() == "chunked"
      default: break
      }
    }
    guard isWhole else { return nil }
    size = bytes.count
  }

  private static func value(_ line: Slice<UnsafeRawBufferPointer>, behind colon: Int) -> String {
    WARCHeader.string(WARCHeader.trimmed(line[(colon + 1)...]))
  }
}
