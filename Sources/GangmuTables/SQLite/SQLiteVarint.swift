/// SQLite's integers of variable length below 2^56: seven bits a byte, the highest first, all but the last with the high bit set.
enum SQLiteVarint {
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    var shift = 0
    while value >> (shift + 7) > 0 { shift += 7 }
    while shift > 0 {
      bytes.append(0x80 | UInt8(truncatingIfNeeded: value >> shift & 0x7F))
      shift -= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: value & 0x7F))
  }
}
