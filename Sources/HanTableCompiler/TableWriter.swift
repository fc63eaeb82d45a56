import HanText

/// Puts arrays together to the bytes that `CompiledTables` reads.
struct TableWriter {
  private typealias Part = (table: CompiledTables.Name, part: Int, bytes: [UInt8])
  private var parts: [Part] = []

  /// Adds an array of a table.
  mutating func add(_ elements: [some FixedWidthInteger], to table: CompiledTables.Name, part: Int) {
    var bytes: [UInt8] = []
    for element in elements { withUnsafeBytes(of: element.littleEndian) { bytes += $0 } }
    parts.append((table, part, bytes))
  }

  /// The compiled tables.
  func bytes() throws(TableFailure) -> [UInt8] {
    let alignment = CompiledTables.alignment
    let count = CompiledTables.Name.allCases.count * CompiledTables.partCount
    var directory = [(offset: Int, count: Int)](repeating: (0, 0), count: count)
    var body: [UInt8] = []
    let start = (8 + count * 8 + alignment - 1) / alignment * alignment
    for part in parts {
      directory[part.table.rawValue * CompiledTables.partCount + part.part] = (start + body.count, part.bytes.count)
      body += part.bytes
      body += [UInt8](repeating: 0, count: (alignment - body.count % alignment) % alignment)
    }
    guard start + body.count <= UInt32.max else {
      throw TableFailure(description: "\(start + body.count) bytes are more than a directory of 32 bits can place")
    }
    var header: [UInt8] = []
    withUnsafeBytes(of: CompiledTables.signature.littleEndian) { header += $0 }
    for entry in directory {
      withUnsafeBytes(of: UInt32(entry.offset).littleEndian) { header += $0 }
      withUnsafeBytes(of: UInt32(entry.count).littleEndian) { header += $0 }
    }
    header += [UInt8](repeating: 0, count: start - header.count)
    return header + body
  }
}
