extension Record {
  /// Something that a reader of the record should know.
  public struct Warning: Sendable, Hashable, Decodable {
    /// A stable name, such as `outline.skipped`.
    public var code: String
    /// The scalars that it is about; nil where it is about the whole document or page.
    public var span: Range<Int>?
    /// One sentence for people.
    public var message: String

    enum CodingKeys: String, CodingKey {
      case code, span, message
    }
  }
}

extension Record.Warning: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("code", code)
      $0.member("span", span)
      $0.member("message", message)
    }
  }
}
