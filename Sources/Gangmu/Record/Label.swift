extension Record {
  /// A line without a number that begins with a label: 活動時間:9月19日.
  public struct Label: Sendable, Hashable, Decodable {
    /// The label's words, without the colon.
    public var label: String
    /// Where the label stands.
    public var labelSpan: Range<Int>
    /// What stands behind the colon on the same line.
    public var value: String?
    /// Where the value stands.
    public var valueSpan: Range<Int>?
    /// The id of the section that it stands in.
    public var section: Int?

    enum CodingKeys: String, CodingKey {
      case label, value, section
      case labelSpan = "label_span"
      case valueSpan = "value_span"
    }
  }
}

extension Record.Label: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("label", label)
      $0.member("label_span", labelSpan)
      $0.member("value", value)
      $0.member("value_span", valueSpan)
      $0.member("section", section)
    }
  }
}
