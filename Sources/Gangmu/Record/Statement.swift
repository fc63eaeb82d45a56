import GangmuFields
import HanText

extension Record {
  /// What the document says in its own words: a slogan, whom it is for, where it takes place, what it costs, what can be won.
  public struct Statement: Sendable, Hashable, Decodable {
    /// The words.
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

extension Record.Statement: JSONWritable {
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
