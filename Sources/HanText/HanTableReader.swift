import CHanTables

/// Reads one of the embedded text tables as key scalars and value scalars. Entries of more than one scalar are left out.
struct HanTableReader {
  let table: HanTable

  /// Calls `body` with the key and the values of each single-character entry, in the order of the table.
  func forEachCharacter(_ body: (_ key: Unicode.Scalar, _ values: [Unicode.Scalar]) -> Void) {
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      var key: Unicode.Scalar?
      var values: [Unicode.Scalar] = []
      var decoder = UTF8()
      var iterator = line.makeIterator()
      var isSingle = true
      var expectsNew = true
      decoding: while true {
        switch decoder.decode(&iterator) {
        case .scalarValue("\t"), .scalarValue(" "):
          expectsNew = true
        case .scalarValue(let scalar):
          if !expectsNew {
            isSingle = false
            break decoding
          }
          expectsNew = false
          if key == nil { key = scalar } else { values.append(scalar) }
        case .emptyInput, .error:
          break decoding
        }
      }
      if isSingle, let key, !values.isEmpty { body(key, values) }
    }
  }
}
