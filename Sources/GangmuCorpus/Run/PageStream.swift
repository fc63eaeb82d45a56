import Gangmu

/// Pages that come one after the other.
protocol PageStream {
  /// The next page, or why it could not be read; nil after the last.
  mutating func next() -> Result<PageInput, InputFailure>?

  /// Goes over the next page without reading more of it than must be; false after the last.
  mutating func pass() -> Bool

  /// The bytes that were read so far, as they are stored.
  var bytesRead: Int { get }
}

extension PathSource.Iterator: PageStream {}

/// Pages that a program has by itself.
struct GivenPages<Pages: IteratorProtocol>: PageStream where Pages.Element == PageInput {
  private var pages: Pages
  private(set) var bytesRead = 0

  init(_ pages: Pages) {
    self.pages = pages
  }

  mutating func next() -> Result<PageInput, InputFailure>? {
    guard let page = pages.next() else { return nil }
    bytesRead += page.bytes.count
    return .success(page)
  }

  mutating func pass() -> Bool {
    pages.next() != nil
  }
}
