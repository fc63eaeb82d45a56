import GangmuFields
import HanText

extension Record {
  /// A document that is attached (附件).
  public struct Attachment: Sendable, Hashable, Decodable {
    /// Its name.
    public var text: String
    /// Where the name stands.
    public var span: Range<Int>
    /// Its number in the list, or nil where it is the only one.
    public var number: Int?
    /// The id of the rule that found it.
    public var rule: String
    /// How sure the rule is, in 0…1.
    public var confidence: Double

    enum CodingKeys: String, CodingKey {
      case text, span, number, rule, confidence
    }
  }
}

extension Record.Attachment: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("text", text)
      $0.member("span", span)
      $0.member("number", number)
      $0.member("rule", rule)
      $0.member("confidence", confidence)
    }
  }
}
