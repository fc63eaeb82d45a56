import Glibc

/// A text table of `Sources/CHanTables/Tables`: a header that begins with `#`, then `KEY TAB VALUE[ VALUE…]` lines.
struct SourceTable {
  /// A key and its conversions, the usual one first.
  struct Entry {
    var key: [UInt32]
    var values: [[UInt32]]
  }

  private(set) var entries: [Entry] = []

  /// Reads a table of a folder.
  init(_ name: String, in folder: String) throws(TableFailure) {
    let path = "\(folder)/\(name).txt"
    guard let text = Self.contents(of: path) else { throw TableFailure(description: "cannot read \(path)") }
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", maxSplits: 1)
      guard fields.count == 2 else { throw TableFailure(description: "\(path): no tab in \(line)") }
      // A key that holds a space has one conversion, which holds one too.
      let values = fields[0].contains(" ") ? [fields[1]] : fields[1].split(separator: " ")
      entries.append(Entry(key: Self.scalars(fields[0]), values: values.map(Self.scalars)))
    }
  }

  /// Several tables as one, in the order of their keys. Where a key stands in several, the first table counts.
  static func merging(_ tables: [SourceTable]) -> [(entry: Entry, table: Int)] {
    var merged: [[UInt32]: (Entry, Int)] = [:]
    for (index, table) in tables.enumerated().reversed() {
      for entry in table.entries { merged[entry.key] = (entry, index) }
    }
    return merged.values.sorted { $0.0.key.lexicographicallyPrecedes($1.0.key) }
  }

  private static func scalars(_ text: some StringProtocol) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// The text of scalars.
  static func text(_ scalars: [UInt32]) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  private static func contents(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return String(validating: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}
