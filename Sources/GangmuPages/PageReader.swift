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
  ///   `page.encoding` (another character set than UTF-8), `page.too_large` (HTML of more than 2 GiB), `page.no_memory`.
  public func read(_ bytes: [UInt8], mediaType: String? = nil) throws(PageError) -> Page {
    guard !bytes.isEmpty else { throw PageError(code: "page.empty", message: "the page has no bytes") }
    let declared = mediaType.map(MediaType.init)
    let decoded = try decode(bytes, charset: declared?.charset)
    let page =
      switch declared?.format ?? PageFormat(sniffing: decoded.utf8) {
      case .html: try readHTML(decoded)
      case .plainText: readPlainText(decoded)
      }
    guard !page.content.blocks.isEmpty else {
      throw PageError(code: "page.empty", message: "the page has no text")
    }
    return page
  }

  private func decode(_ bytes: [UInt8], charset: String?) throws(PageError) -> DecodedBytes {
    // A byte order mark speaks for a text, whatever its bytes look like after it.
    if !DecodedBytes.hasUTF16Mark(bytes), let name = BinarySignature.name(of: bytes) {
      throw PageError(code: "page.binary", message: "the page is \(name), not text")
    }
    return try DecodedBytes(bytes, charset: charset)
  }

  private func readHTML(_ bytes: DecodedBytes) throws(PageError) -> Page {
    let page = try HTMLReader.read(bytes.utf8)
    return Page(
      mediaType: PageFormat.html.mediaType, encoding: bytes.encoding, title: page.title, content: page.content,
      warnings: bytes.warnings + page.warnings)
  }

  private func readPlainText(_ bytes: DecodedBytes) -> Page {
    Page(
      mediaType: PageFormat.plainText.mediaType, encoding: bytes.encoding, title: nil,
      content: PlainTextReader.read(bytes.utf8), warnings: bytes.warnings)
  }
}
