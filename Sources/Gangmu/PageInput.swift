/// The bytes of a page and where they came from.
public struct PageInput: Sendable, Hashable {
  /// What the page is called in its records: a path, a URL.
  public var uri: String
  /// The page as it was stored.
  public var bytes: [UInt8]
  /// What the source says that it is (`text/html`, `text/plain`), or nil to tell from the bytes.
  public var mediaType: String?

  /// Makes an input.
  public init(uri: String, bytes: [UInt8], mediaType: String? = nil) {
    self.uri = uri
    self.bytes = bytes
    self.mediaType = mediaType
  }
}
