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
    /// The number of places in Traditional lines that look mis-converted. Each is a warning `script.suspect`.
    public var suspect: Int

    enum CodingKeys: String, CodingKey {
      case label, traditional, simplified, suspect
    }
  }
}

extension Record.Script: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("label", label)
      $0.member("traditional", traditional)
      $0.member("simplified", simplified)
      $0.member("suspect", suspect)
    }
  }
}

extension ScriptProfile.Label: Decodable, JSONWritable {}
