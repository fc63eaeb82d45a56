/// The character set that an HTML page says it is in.
enum DeclaredCharacterSet {
  /// The label in a `meta` tag or an XML declaration near the start, in lower case.
  ///
  /// The HTML standard's prescan looks at 1,024 bytes; pages of old content systems put scripts before the `meta`.
  static func inHTML(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { bytes in
      let head = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
      var offset = 0
      while let start = head.firstOffset(of: UInt8(ascii: "<"), from: offset) {
        offset = start + 1
        let rest = head[offset...]
        let name = rest.prefix(4).map(lowercased)
        guard name == meta || name == declaration else { continue }
        let tag = rest.prefix { $0 != UInt8(ascii: ">") }.map(lowercased)[...]
        if let label = value(of: "charset", in: tag) ?? value(of: "encoding", in: tag) { return label }
      }
      return nil
    }
  }

  private static let reach = 8192
  private static let meta = Array("meta".utf8)
  private static let declaration = Array("?xml".utf8)

  private static func value(of key: String, in tag: ArraySlice<UInt8>) -> String? {
    let key = Array(key.utf8)
    var rest = tag
    while let start = rest.firstIndex(of: key[0]) {
      rest = rest[start...]
      guard rest.starts(with: key) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(key.count).drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: "=") else { continue }
      let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
      let value = rest.dropFirst().drop { $0 <= 0x20 || quotes.contains($0) }
        .prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "/") && !quotes.contains($0) }
      if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
    }
    return nil
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
