extension Record {
  /// Scalars that a content farm or a scraper put into the text and that were taken out again.
  public struct Repair: Sendable, Hashable, Decodable {
    /// The id of the rule that took them out.
    public var rule: String
    /// The scalar offset in the record's `text` before which they stood. Put back there, from the last to the first, they
    /// give the text as it was.
    public var offset: Int
    /// What was taken out.
    public var removed: String

    enum CodingKeys: String, CodingKey {
      case rule, offset, removed
    }
  }
}

extension Record.Repair: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("rule", rule)
      $0.member("offset", offset)
      $0.member("removed", removed)
    }
  }
}
