import GangmuFields

extension Record {
  /// What kind of document it is.
  public struct Kind: Sendable, Hashable, Decodable {
    /// The kind.
    public var label: DocumentKind
    /// How sure that is, in 0…1.
    public var confidence: Double
    /// `kind.model` where no rule but a model said so.
    public var rule: String?

    enum CodingKeys: String, CodingKey {
      case label, confidence, rule
    }
  }
}

extension Record.Kind: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("label", label)
      $0.member("confidence", confidence)
      if let rule { $0.member("rule", rule) }
    }
  }
}

extension DocumentKind: Decodable, JSONWritable {}
