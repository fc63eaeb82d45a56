extension Record {
  /// The page that a document was found on, and its place there.
  public struct Source: Sendable, Hashable, Decodable {
    /// The page's name: the path as given or found, a URL.
    public var uri: String
    /// The SHA-256 of the page's raw bytes, in hexadecimal.
    public var sha256: String
    /// `text/html` or `text/plain`.
    public var mediaType: String
    /// The character set that it was decoded from, by its WHATWG name.
    public var encoding: String
    /// The document's position on its page, from 0.
    public var index: Int
    /// The page's own item mark, such as `❶`.
    public var label: String?
    /// The id of the WARC record that held the page.
    public var recordID: String?
    /// The date of the WARC record that held the page.
    public var date: String?
    /// What the page says about itself around the document.
    public var page = Page()

    enum CodingKeys: String, CodingKey {
      case uri, sha256, encoding, index, label, date, page
      case mediaType = "media_type"
      case recordID = "record_id"
    }
  }
}

extension Record.Source: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("uri", uri)
      $0.member("sha256", sha256)
      $0.member("media_type", mediaType)
      $0.member("encoding", encoding)
      $0.member("index", index)
      $0.member("label", label)
      $0.member("record_id", recordID)
      $0.member("date", date)
      $0.member("page", page)
    }
  }
}

extension Record.Source {
  /// What a page says about itself around its documents, and how much of it was set aside.
  public struct Page: Sendable, Hashable, Decodable {
    /// HTML's `title`.
    public var title: String?
    /// Who it says that it has the text from (來源).
    public var source: String?
    /// The day on which it says that it was published, as `2019-09-07`.
    public var published: String?
    /// How many Unicode scalars were set aside as no part of the page's text: navigation, related links, comments.
    public var setAside = 0

    enum CodingKeys: String, CodingKey {
      case title, source, published
      case setAside = "set_aside"
    }
  }
}

extension Record.Source.Page: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("title", title)
      $0.member("source", source)
      $0.member("published", published)
      $0.member("set_aside", setAside)
    }
  }
}
