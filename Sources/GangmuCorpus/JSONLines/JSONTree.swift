import Gangmu

/// A JSON value with all that is in it, for the few records that are looked into or changed.
package indirect enum JSONTree: Sendable, Hashable {
  case object([Member])
  case array([JSONTree])
  case string(String)
  /// A number, `true`, `false` or `null`, as it was written.
  case word([UInt8])

  /// A key and its value. Objects keep the order of theirs.
  package struct Member: Sendable, Hashable {
    package var key: String
    package var value: JSONTree
  }

  /// Reads a JSON text.
  package init(_ bytes: [UInt8]) throws(JSONFailure) {
    self = try bytes.withUnsafeBufferPointer { bytes throws(JSONFailure) in
      var scanner = JSONScanner(bytes)
      let tree = try JSONTree(&scanner, bytes, depth: 0)
      try scanner.end()
      return tree
    }
  }

  private init(
    _ scanner: inout JSONScanner, _ bytes: UnsafeBufferPointer<UInt8>, depth: Int
  ) throws(JSONFailure) {
    guard depth <= JSONScanner.depthLimit else { throw JSONFailure(reason: "too deep", offset: scanner.offset) }
    switch scanner.peek() {
    case UInt8(ascii: "{"):
      var members: [Member] = []
      try scanner.members { (scanner, key) throws(JSONFailure) in
        members.append(
          Member(key: key.string, value: try JSONTree(&scanner, bytes, depth: depth + 1)))
      }
      self = .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONTree] = []
      try scanner.array { (scanner) throws(JSONFailure) in
        elements.append(try JSONTree(&scanner, bytes, depth: depth + 1))
      }
      self = .array(elements)
    case UInt8(ascii: "\""): self = .string(String(decoding: try scanner.string(), as: UTF8.self))
    default: self = .word(Array(bytes[try scanner.raw()]))
    }
  }

  /// The value of a key, or nil where this is no object or has no such key.
  package subscript(key: String) -> JSONTree? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.key == key }?.value
    }
    set {
      guard case .object(var members) = self else { return }
      let index = members.firstIndex { $0.key == key }
      if let newValue {
        if let index { members[index].value = newValue } else { members.append(Member(key: key, value: newValue)) }
      } else if let index {
        members.remove(at: index)
      }
      self = .object(members)
    }
  }

  /// The elements of an array; none where this is no array.
  package var elements: [JSONTree] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The string, or nil where this is none.
  package var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// The integer, or nil where this is none.
  package var integer: Int? {
    if case .word(let bytes) = self { Int(String(decoding: bytes, as: UTF8.self)) } else { nil }
  }

  /// The value as JSON on one line.
  package var json: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// An integer as a value.
  package static func integer(_ value: Int) -> JSONTree { .word(Array(String(value).utf8)) }
}

extension JSONTree: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    switch self {
    case .object(let members): writer.object { for member in members { $0.member(AnyKey(member.key), member.value) } }
    case .array(let elements): writer.array(elements)
    case .string(let string): writer.string(string)
    case .word(let bytes): writer.raw(bytes)
    }
  }
}

/// A key that is known only when the program runs.
package struct AnyKey: CodingKey {
  /// The key as it stands in JSON, with its escapes.
  package let stringValue: String
  package var intValue: Int? { nil }

  package init(_ key: String) {
    var writer = JSONWriter()
    writer.string(key)
    stringValue = String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)
  }

  package init(stringValue: String) {
    self.init(stringValue)
  }

  package init?(intValue: Int) {
    nil
  }
}
