extension Record {
  /// A document that is cited.
  public struct Citation: Sendable, Hashable, Decodable {
    /// What stands inside 《》.
    public var title: String?
    /// Where the title stands.
    public var titleSpan: Range<Int>?
    /// The document number (發文字號), such as 中網辦發文〔2014〕2號.
    public var number: String?
    /// Where the number stands.
    public var numberSpan: Range<Int>?
    /// The whole citation.
    public var text: String
    /// Where it stands.
    public var span: Range<Int>
    /// The id of the rule that found it.
    public var rule: String
    /// How sure the rule is, in 0…1.
    public var confidence: Double

    enum CodingKeys: String, CodingKey {
      case title, number, text, span, rule, confidence
      case titleSpan = "title_span"
      case numberSpan = "number_span"
    }
  }
}

extension Record.Citation: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("title", title)
      $0.member("title_span", titleSpan)
      $0.member("number", number)
      $0.member("number_span", numberSpan)
      $0.member("text", text)
      $0.member("span", span)
      $0.member("rule", rule)
      $0.member("confidence", confidence)
    }
  }
}
