extension Record {
  /// A stated theme.
  public struct Theme: Sendable, Hashable, Decodable {
    /// The theme's words, without 活動主題為 and quotes.
    public var text: String
    /// Where they stand.
    public var span: Range<Int>
    /// The id of the section that they stand in.
    public var section: Int?
    /// The id of the rule that found it.
    public var rule: String
    /// How sure the rule is, in 0…1.
    public var confidence: Double

    enum CodingKeys: String, CodingKey {
      case text, span, section, rule, confidence
    }
  }
}

extension Record.Theme: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("text", text)
      $0.member("span", span)
      $0.member("section", section)
      $0.member("rule", rule)
      $0.member("confidence", confidence)
    }
  }
}
