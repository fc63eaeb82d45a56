import GangmuOutline

extension Record {
  /// A part of an official document beside title and text (GB/T 9704-2012): its number, whom it is addressed to, who signs.
  public struct Part: Sendable, Hashable, Decodable {
    /// What the part is.
    public var kind: DocumentPart.Kind
    /// Its words.
    public var text: String
    /// Where it stands.
    public var span: Range<Int>

    enum CodingKeys: String, CodingKey {
      case kind, text, span
    }
  }
}

extension Record.Part: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("kind", kind)
      $0.member("text", text)
      $0.member("span", span)
    }
  }
}

extension DocumentPart.Kind: Decodable, JSONWritable {}
