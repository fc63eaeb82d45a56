/// A key of a JSON object, as it is written: it is compared more often than it is kept.
package struct JSONKey {
  /// The bytes between its quotation marks.
  private let written: UnsafeBufferPointer<UInt8>

  init(written: UnsafeBufferPointer<UInt8>) {
    self.written = written
  }

  /// The key as a string.
  package var string: String {
    guard written.contains(UInt8(ascii: "\\")) else { return String(decoding: written, as: UTF8.self) }
    let quoted = [UInt8(ascii: "\"")] + written + [UInt8(ascii: "\"")]
    let decoded = quoted.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      return try? scanner.string()
    }
    return String(decoding: decoded ?? Array(written), as: UTF8.self)
  }

  /// Whether it is a name.
  package func isName(_ name: JSONName) -> Bool {
    name.isSame(as: written) || written.contains(UInt8(ascii: "\\")) && string == name.string
  }

  /// Whether it is a name in ASCII; for patterns of a `switch`.
  package static func ~= (name: StaticString, key: JSONKey) -> Bool {
    let isSame =
      name.utf8CodeUnitCount == key.written.count
      && (0..<name.utf8CodeUnitCount).allSatisfy { name.utf8Start[$0] == key.written[$0] }
    return isSame || key.written.contains(UInt8(ascii: "\\")) && key.string == "\(name)"
  }
}
