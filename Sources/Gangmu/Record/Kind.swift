import GangmuFields

extension Record {
  /// What kind of document it is.
  public struct Kind: Sendable, Hashable, Decodable {
    /// The kind.
    public var label: DocumentKind
    /// How sure that is, in 0…1.
    public var confidence: Double

    enum CodingKeys: String, CodingKey {
      case label, confidence
    }
  }
}

extension Record.Kind: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(CodingKeys.label, label)
      $0.member(CodingKeys.confidence, confidence)
    }
  }
}

extension DocumentKind: Decodable, JSONWritable {}
