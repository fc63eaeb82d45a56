extension Record {
  /// Text of the page that was set aside and is not in the record's `text`.
  public struct Noise: Sendable, Hashable, Decodable {
    /// The id of the rule that set it aside.
    public var rule: String
    /// The lines as they stood.
    public var text: String
    /// The scalar offset in the record's `text` before which they stood.
    public var offset: Int

    enum CodingKeys: String, CodingKey {
      case rule, text, offset
    }
  }
}

extension Record.Noise: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("rule", rule)
      $0.member("text", text)
      $0.member("offset", offset)
    }
  }
}
