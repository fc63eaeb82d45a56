extension Record {
  /// A stretch of the text and where it stood in the page as it was read: what `gangmu text --raw` prints.
  public struct SourceSegment: Sendable, Hashable, Decodable {
    /// Where it begins in the record's `text`, in Unicode scalars.
    public var offset: Int
    /// Where it began in the raw text, in Unicode scalars.
    public var source: Int
    /// How many Unicode scalars it has.
    public var count: Int

    enum CodingKeys: String, CodingKey {
      case offset, source, count
    }
  }
}

extension Record.SourceSegment: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("offset", offset)
      $0.member("source", source)
      $0.member("count", count)
    }
  }
}
