import HanText

/// Reads the bytes of a page into text in blocks.
///
/// The steps, each in a file of its own: refuse what is no text (`BinarySignature`), decode (`DecodedBytes`), tell HTML
/// from text (`PageFormat`), read the blocks (`HTMLReader`, `PlainTextReader`).
public struct PageReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: The page as it was stored.
  ///   - mediaType: What the source says that it is (`text/html`, `text/plain; charset=utf-8`), or nil to tell from the bytes.
  /// - Throws: `PageError` where the bytes are no page: `page.empty` (nothing but white space and markup), `page.binary`,
  ///   `page.encoding` (a character set of another language), `page.list` (links to other pages and no document),
  ///   `page.too_large` (HTML of more than 2 GiB), `page.no_memory`.
  public func read(_ bytes: [UInt8], mediaType: String? = nil) throws(PageError) -> Page {
    guard !bytes.isEmpty else { throw PageError(code: "page.empty", message: "the page has no bytes") }
    let declared = mediaType.map(MediaType.init)
    let decoded = try decode(bytes, charset: declared?.charset)
    var page =
      switch declared?.format ?? PageFormat(sniffing: decoded.utf8) {
      case .html: try readHTML(decoded)
      case .plainText: readPlainText(decoded)
      }
    guard !page.content.blocks.isEmpty else {
      throw PageError(code: "page.empty", message: "the page has no text")
    }
    TextRepairer.repair(&page)
    return page
  }

  /// The bytes of a page as UTF-8, the character set that they were in by its WHATWG name, and what was wrong with them.
  ///
  /// - Parameters: As for `read`.
  /// - Throws: `page.binary`, `page.encoding`.
  public func utf8(
    of bytes: [UInt8], mediaType: String? = nil
  ) throws(PageError) -> (utf8: [UInt8], encoding: String, warnings: [TextWarning]) {
    let decoded = try decode(bytes, charset: mediaType.map(MediaType.init)?.charset)
    return (decoded.utf8, decoded.encoding, decoded.warnings)
  }

  private func decode(_ bytes: [UInt8], charset: String?) throws(PageError) -> DecodedBytes {
    let survey = ByteSurvey(of: bytes)
    // UTF-16 is full of bytes that are no text elsewhere.
    if let name = BinarySignature.name(of: bytes, survey), !CharacterSetDetector.isUTF16(bytes) {
      throw PageError(code: "page.binary", message: "the page is \(name), not text")
    }
    return try DecodedBytes(bytes, survey, charset: charset)
  }

  private func readHTML(_ bytes: DecodedBytes) throws(PageError) -> Page {
    var html = try HTMLReader.read(bytes.utf8, holdsControls: bytes.holdsControls)
    var shell: PageNoise?
    let shown = html.runningText
    if shown < Self.shellText, let script = ScriptText(in: bytes.utf8), script.score > shown * 3 {
      shell = html.content.blocks.first.map {
        PageNoise(
          rule: "page.boilerplate", text: html.content.text.string(0..<html.content.text.count), offset: 0,
          line: $0.line)
      }
      let article = try HTMLReader.read(script.html)
      html.take(article, fromScriptAt: script.line)
    }
    var page = Page(
      mediaType: PageFormat.html.mediaType, encoding: bytes.encoding, title: html.title, content: html.content,
      warnings: bytes.warnings + html.warnings)
    page.repairs = html.dropped.map(TextRepair.init)
    try ArticleFinder(html).narrow(&page)
    if let shell { page.noise.insert(shell, at: 0) }
    return page
  }

  /// A page that shows less running text than this may have its article in a script.
  private static let shellText = 60

  private func readPlainText(_ bytes: DecodedBytes) -> Page {
    let (content, dropped) = PlainTextReader.read(bytes.utf8, holdsControls: bytes.holdsControls)
    var page = Page(
      mediaType: PageFormat.plainText.mediaType, encoding: bytes.encoding, title: nil, content: content,
      warnings: bytes.warnings)
    page.repairs = dropped.map(TextRepair.init)
    return page
  }
}
