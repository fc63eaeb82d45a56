import Gangmu

/// Lines of the input with something added.
package enum JoinedLine {
  /// Appends an object that was read from a line, with one more member at its end; a member that has its key already is
  /// replaced.
  package static func append(to buffer: inout [UInt8], line: [UInt8], key: String, value: [UInt8]) {
    let trimmed = line.reversed().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    let isPlain = trimmed.first == UInt8(ascii: "}") && !contains(line, key)
    if isPlain {
      let body = Array(trimmed.dropFirst().reversed())
      let isEmpty = body.reversed().first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "{")
      buffer += body
      buffer += Array((isEmpty ? "\"\(key)\":" : ",\"\(key)\":").utf8)
      buffer += value
      buffer += Array("}\n".utf8)
    } else if var tree = try? JSONTree(line) {
      tree[key] = (try? JSONTree(value)) ?? .word(Array("null".utf8))
      append(tree, to: &buffer)
    }
  }

  /// The id of a line that has an id and a text, as JSON; nil of any other.
  package static func id(of line: [UInt8]) -> [UInt8]? {
    (try? TextLine(line))?.id
  }

  /// Appends a value on a line.
  package static func append(_ tree: JSONTree, to buffer: inout [UInt8]) {
    var writer = JSONWriter(appendingTo: buffer)
    buffer = []
    tree.write(to: &writer)
    buffer = writer.bytes
    buffer.append(UInt8(ascii: "\n"))
  }

  /// Whether an object may have a key: its name stands somewhere in quotation marks.
  private static func contains(_ line: [UInt8], _ key: String) -> Bool {
    let name = Array("\"\(key)\"".utf8)
    return line.indices.contains { line[$0] == name[0] && line[$0...].starts(with: name) }
  }
}
