import HanText

/// The bytes of a page and where they came from.
public struct PageInput: Sendable, Hashable {
  /// What the page is called in its records: a path, a URL.
  public var uri: String
  /// The page as it was stored.
  public var bytes: [UInt8]
  /// What the source says that it is (`text/html`, `text/plain`), or nil to tell from the bytes.
  public var mediaType: String?
  /// The id of the WARC record that held it.
  public var recordID: String?
  /// The date of the WARC record that held it.
  public var date: String?
  /// What went wrong on the way here that did not keep the page from being read: a compressed file that was cut.
  public var warnings: [TextWarning] = []

  /// Makes an input.
  public init(
    uri: String, bytes: [UInt8], mediaType: String? = nil, recordID: String? = nil, date: String? = nil,
    warnings: [TextWarning] = []
  ) {
    self.uri = uri
    self.bytes = bytes
    self.mediaType = mediaType
    self.recordID = recordID
    self.date = date
    self.warnings = warnings
  }
}
