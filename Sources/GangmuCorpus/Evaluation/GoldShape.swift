/// What the values of gold must be: a value of another type would count as missing without a word.
///
/// `null` stands for a value that is not there, and keys that are not known here are left alone.
indirect enum GoldShape: Sendable {
  case string, integer, boolean
  case list(GoldShape)
  case object([String: GoldShape])

  /// A document of a gold file.
  static let document: GoldShape = {
    var members: [String: GoldShape] = [
      "title": .string, "kind": .string, "themes": .list(.string),
      "sections": .list(
        .object(["level": .integer, "marker": .string, "starts": .string, "role": .string, "inline": .boolean])),
      "dates": .list(.object(["text": .string, "edtf": .string, "role": .string])),
      "responsibilities": .list(.object(["role": .string, "actor": .string, "task": .string])),
      "citations": .list(.object(["title": .string, "number": .string])),
      "contacts": .list(.object(["name": .string, "phone": .string, "email": .string])),
    ]
    for key in DocumentView.statementKeys { members[key] = .list(.string) }
    return .object(members)
  }()

  /// Says which value under a path is of another type, the first one; nil where all are as they must be.
  func mismatch(_ value: JSONTree, at path: String) -> String? {
    if case .word(let bytes) = value, bytes.elementsEqual("null".utf8) { return nil }
    switch (self, value) {
    case (.string, .string): return nil
    case (.integer, .word) where value.integer != nil: return nil
    case (.boolean, .word(let bytes)) where bytes.first == UInt8(ascii: "t") || bytes.first == UInt8(ascii: "f"):
      return nil
    case (.list(let shape), .array(let elements)):
      for (index, element) in elements.enumerated() {
        if let mismatch = shape.mismatch(element, at: "\(path)[\(index)]") { return mismatch }
      }
      return nil
    case (.object(let shapes), .object(let members)):
      for member in members {
        if let mismatch = shapes[member.key]?.mismatch(member.value, at: "\(path).\(member.key)") { return mismatch }
      }
      return nil
    default: return "'\(path)' is no \(name)"
    }
  }

  private var name: String {
    switch self {
    case .string: "string"
    case .integer: "integer"
    case .boolean: "true or false"
    case .list: "list"
    case .object: "object"
    }
  }
}
