import HanText

/// A line of JSON Lines as the classifier sees it: text, what gangmu read from it, and its labels.
public struct LabelledLine: Sendable {
  /// The `id` as it stands in the JSON, or nil where there is none.
  public let id: [UInt8]?
  /// The text.
  public let text: FoldedText
  /// Names of gangmu's own fields, such as `kind=plan` or `section.role=measures`; none where this is no record.
  public let fields: [String]
  /// The labels in the field asked for; nil where it is missing.
  public let labels: [String]?

  /// Reads a line. `field` names where the labels are, with dots between keys (`kind.label`): a string, a number, or an
  /// array of them. What is asked for as a label is no feature.
  public init(_ line: [UInt8], labelField field: String?) throws(LineFailure) {
    var reader = RecordFieldReader(labelPath: field.map { $0.split(separator: ".").map(String.init) } ?? [])
    do throws(JSONFailure) {
      try line.withUnsafeBufferPointer { bytes throws(JSONFailure) in try reader.read(bytes) }
    } catch {
      throw .invalid(error)
    }
    guard let text = reader.text else { throw .missing("text") }
    self.text = FoldedText(utf8: text)
    id = reader.id
    fields = reader.fields
    labels = reader.labels
  }
}

/// Takes text, labels and gangmu's own fields out of a line.
private struct RecordFieldReader {
  let labelPath: [String]
  var id: [UInt8]?
  var text: [UInt8]?
  var fields: [String] = []
  var labels: [String]?

  init(labelPath: [String]) {
    self.labelPath = labelPath
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFailure) {
    var scanner = JSONScanner(bytes)
    var found = self
    try scanner.members { (scanner, key) throws(JSONFailure) in
      try found.member(key, &scanner, bytes)
    }
    try scanner.end()
    self = found
  }

  private mutating func member(
    _ key: JSONKey, _ scanner: inout JSONScanner, _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(JSONFailure) {
    if let name = labelPath.first, key.string == name {
      let raw = Array(bytes[try scanner.raw()])
      labels = Self.labels(in: try JSONTree(raw), path: labelPath.dropFirst())
      if "id" ~= key { id = raw }
      return
    }
    switch key {
    case "text" where scanner.peek() == UInt8(ascii: "\""): text = try scanner.longString(of: bytes)
    case "id": id = Array(bytes[try scanner.raw()])
    case "kind":
      let kind = try JSONTree(Array(bytes[try scanner.raw()]))
      if let label = kind["label"]?.string { fields.append("kind=" + label) }
    case "sections", "responsibilities", "dates":
      let tree = try JSONTree(Array(bytes[try scanner.raw()]))
      let roles = Set(tree.elements.compactMap { $0["role"]?.string }).sorted()
      fields += roles.map { "\(key.string).role=\($0)" }
    default: try scanner.skipValue()
    }
  }

  private static func labels(in tree: JSONTree, path: ArraySlice<String>) -> [String]? {
    if let key = path.first { return tree[key].flatMap { labels(in: $0, path: path.dropFirst()) } }
    switch tree {
    case .string(let string): return [string]
    case .word(let word): return word == Array("null".utf8) ? nil : [String(decoding: word, as: UTF8.self)]
    case .array(let elements): return elements.compactMap { labels(in: $0, path: [])?.first }
    case .object: return nil
    }
  }
}
