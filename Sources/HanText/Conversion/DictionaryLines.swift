import CHanTables

/// Walks over the lines of an embedded table: the key and the first value of each entry, as byte ranges of the table.
struct DictionaryLines {
  let bytes: UnsafePointer<UInt8>
  private let end: Int
  private var position = 0

  /// Where the key and the first value of the current entry stand.
  private(set) var key = 0..<0
  private(set) var value = 0..<0
  /// False once the table is used up.
  private(set) var hasEntry = true

  init(_ table: HanTable) {
    bytes = table.bytes
    end = table.count
    advance()
  }

  /// Goes to the next entry. Header lines are passed over.
  mutating func advance() {
    while position < end, bytes[position] == UInt8(ascii: "#") { position = lineEnd(position) + 1 }
    guard position < end else {
      hasEntry = false
      return
    }
    let keyStart = position
    while position < end, bytes[position] != UInt8(ascii: "\t") { position += 1 }
    key = keyStart..<position
    let valueStart = min(position + 1, end)
    position = valueStart
    // A space, a tab or the line end: the controls and the space are the bytes up to 0x20.
    while position < end, bytes[position] > 0x20 { position += 1 }
    value = valueStart..<position
    position = lineEnd(position) + 1
  }

  private func lineEnd(_ start: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    return offset
  }

  /// Whether this table's key comes before another's, in the order of code points, and whether the two are the same.
  func order(_ other: DictionaryLines) -> (isBefore: Bool, isEqual: Bool) {
    let shorter = min(key.count, other.key.count)
    for index in 0..<shorter {
      let (left, right) = (bytes[key.lowerBound + index], other.bytes[other.key.lowerBound + index])
      if left != right { return (left < right, false) }
    }
    return (key.count < other.key.count, key.count == other.key.count)
  }
}

/// Decodes the scalars of a table, which is valid UTF-8 by construction, and calls `body` with each.
@inline(__always)
func forEachScalar(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, _ body: (UInt32) -> Void) {
  var offset = range.lowerBound
  while offset < range.upperBound {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 {
      body(lead)
      offset += 1
    } else if lead < 0xE0 {
      body((lead & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F))
      offset += 2
    } else if lead < 0xF0 {
      body((lead & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F))
      offset += 3
    } else {
      body(
        (lead & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12 | UInt32(bytes[offset + 2] & 0x3F) << 6
          | UInt32(bytes[offset + 3] & 0x3F))
      offset += 4
    }
  }
}
