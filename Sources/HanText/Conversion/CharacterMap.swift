import CHanTables

/// Maps single scalars to single scalars; what is not in it maps to itself, what maps to several to `HanUnit.widens`.
struct CharacterMap: @unchecked Sendable {
  /// One scalar for each of the Basic Multilingual Plane. Lives as long as the process.
  private let plane: UnsafeMutablePointer<UInt32>
  private var astral: [UInt32: UInt32] = [:]

  /// Reads the single characters of the tables. Where one stands in several, the first table counts; before all of them
  /// counts `overriding`.
  init(_ tables: [HanTable], overriding pairs: [(Unicode.Scalar, Unicode.Scalar)] = []) {
    plane = .allocate(capacity: 0x10000)
    for code in 0..<0x10000 { plane[code] = UInt32(truncatingIfNeeded: code) }
    for table in tables.reversed() {
      Self.forEachCharacter(of: table) { key, value in
        let value = value.count == 1 ? value[0] : HanUnit.widens
        if key < 0x10000 { plane[Int(key)] = value } else { astral[key] = value }
      }
    }
    for (key, value) in pairs where key.value < 0x10000 { plane[Int(key.value)] = value.value }
  }

  /// Maps every scalar to itself.
  static let identity = CharacterMap([])

  @inline(__always)
  subscript(scalar: UInt32) -> UInt32 {
    scalar < 0x10000 ? plane[Int(scalar)] : self.beyond(scalar)
  }

  @inline(never)
  private func beyond(_ scalar: UInt32) -> UInt32 { astral[scalar] ?? scalar }

  /// Calls `body` with each single-character key of a table and its first value.
  static func forEachCharacter(of table: HanTable, _ body: (UInt32, [UInt32]) -> Void) {
    var lines = DictionaryLines(table)
    while lines.hasEntry {
      let lead = lines.bytes[lines.key.lowerBound]
      if lines.key.count == UTF8.width(ofLead: lead) {
        var key: UInt32 = 0
        var value: [UInt32] = []
        forEachScalar(lines.bytes, lines.key) { key = $0 }
        forEachScalar(lines.bytes, lines.value) { value.append($0) }
        body(key, value)
      }
      lines.advance()
    }
  }
}
