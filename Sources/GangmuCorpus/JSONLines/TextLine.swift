import HanText

/// What is needed of a line of JSON Lines: its id, its text and, where it is a record, the spans of its sections.
struct TextLine {
  /// The `id` as it stands in the JSON: a string with its quotation marks, or a number.
  let id: [UInt8]
  let text: [UInt8]
  /// Whether it has `sections`, as records do.
  let isRecord: Bool
  /// The spans of the sections, where they were asked for.
  let sections: [Range<Int>]

  /// Reads a line. `withSections` asks for the spans of the sections.
  init(_ line: [UInt8], withSections: Bool = false) throws(LineFailure) {
    var id: [UInt8]?
    var text: [UInt8]?
    var sections: [Range<Int>] = []
    var isRecord = false
    do throws(JSONFailure) {
      try line.withUnsafeBufferPointer { bytes throws(JSONFailure) in
        var scanner = JSONScanner(bytes)
        try scanner.members { (scanner, key) throws(JSONFailure) in
          switch key {
          case "id":
            let range = try scanner.raw()
            if range.count <= Self.longestID, bytes[range.lowerBound] != UInt8(ascii: "{") { id = Array(bytes[range]) }
          case "text" where scanner.peek() == UInt8(ascii: "\""): text = try scanner.longString(of: bytes)
          case "sections":
            isRecord = true
            if withSections { sections = try Self.spans(&scanner) } else { try scanner.skipValue() }
          default: try scanner.skipValue()
          }
        }
        try scanner.end()
      }
    } catch {
      throw .invalid(error)
    }
    guard let id else { throw .missing("id") }
    guard let text else { throw .missing("text") }
    self.id = id
    self.text = text
    self.isRecord = isRecord
    self.sections = sections
  }

  private static let longestID = 4096

  private static func spans(_ scanner: inout JSONScanner) throws(JSONFailure) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    try scanner.array { (scanner) throws(JSONFailure) in
      try scanner.members { (scanner, key) throws(JSONFailure) in
        guard "span" ~= key else { return try scanner.skipValue() }
        var bounds: [Int] = []
        try scanner.array { (scanner) throws(JSONFailure) in bounds.append(try scanner.integer()) }
        if bounds.count == 2, bounds[0] <= bounds[1] { spans.append(bounds[0]..<bounds[1]) }
      }
    }
    return spans
  }
}
