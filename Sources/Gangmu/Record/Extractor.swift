extension Record {
  /// The program that made a record.
  public struct Extractor: Sendable, Hashable, Decodable {
    /// This program. The one place that states its version.
    public static let current = Extractor(name: "gangmu", version: "0.1.0")

    /// Its name.
    public var name: String
    /// Its version, by semantic versioning.
    public var version: String

    enum CodingKeys: String, CodingKey {
      case name, version
    }
  }
}

extension Record.Extractor: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("name", name)
      $0.member("version", version)
    }
  }
}
