/// Reads CSV by RFC 4180, as an oracle: rows of fields, quotes taken off.
func CSVRows(_ bytes: [UInt8]) -> [[String]] {
  var rows: [[String]] = [[]]
  var field: [UInt8] = []
  var isQuoted = false
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    if isQuoted {
      if byte != UInt8(ascii: "\"") {
        field.append(byte)
      } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        field.append(byte)
        index += 1
      } else {
        isQuoted = false
      }
    } else if byte == UInt8(ascii: "\""), field.isEmpty {
      isQuoted = true
    } else if byte == UInt8(ascii: ",") || byte == 0x0D {
      rows[rows.count - 1].append(String(decoding: field, as: UTF8.self))
      field = []
      if byte == 0x0D {
        rows.append([])
        index += 1
      }
    } else {
      field.append(byte)
    }
  }
  return rows.dropLast()
}
