import HanText

extension Record {
  /// Which script a document is written in.
  public struct Script: Sendable, Hashable, Decodable {
    /// `hans`, `hant` or `mixed`.
    public var label: ScriptProfile.Label
    /// The number of characters that only Traditional text uses.
    public var traditional: Int
    /// The number of characters that only Simplified text uses.
    public var simplified: Int
    /// The number of characters that look mis-converted: in a text of one script, those that only the other one uses.
    /// In a mixed text a character alone does not tell, and the number is 0.
    public var suspect: Int

    enum CodingKeys: String, CodingKey {
      case label, traditional, simplified, suspect
    }
  }
}

extension Record.Script: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(CodingKeys.label, label)
      $0.member(CodingKeys.traditional, traditional)
      $0.member(CodingKeys.simplified, simplified)
      $0.member(CodingKeys.suspect, suspect)
    }
  }
}

extension ScriptProfile.Label: Decodable, JSONWritable {}
