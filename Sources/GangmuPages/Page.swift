import HanText

/// A page that was read: its text in blocks, and how it was read.
public struct Page: Sendable {
  /// `text/html` or `text/plain`.
  public var mediaType: String
  /// The character set that it was decoded from, by its WHATWG name.
  public var encoding: String
  /// The page's own title (HTML's `title`), or nil.
  public var title: String?
  /// Its text.
  public var content: BlockText
  /// What its reader should know: replaced bytes, a nesting that was cut. Spans are in `content`'s text.
  public var warnings: [TextWarning]

  /// Makes a page.
  public init(mediaType: String, encoding: String, title: String?, content: BlockText, warnings: [TextWarning]) {
    self.mediaType = mediaType
    self.encoding = encoding
    self.title = title
    self.content = content
    self.warnings = warnings
  }
}

/// Why a page could not be read.
public struct PageError: Error, Sendable, Hashable {
  /// A stable name, such as `page.binary`.
  public var code: String
  /// One sentence for people, without the name of the source.
  public var message: String

  /// Makes an error.
  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
