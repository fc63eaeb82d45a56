/// The characters that character references of 128 to 159 mean, as old Chinese pages write dashes and quotes (`&#151;`).
enum Windows1252 {
  /// The character, where a text is nothing but one C1 control, as libxml2 hands over such a reference.
  static func character(forReference bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard bytes.count == 2, bytes[0] == 0xC2, (0x80...0x9F).contains(bytes[1]) else { return nil }
    return table[Int(bytes[1]) - 0x80]
  }

  /// From the table in section 13.2.5.80 of the HTML standard; U+00AD, which is dropped, where it has none.
  private static let table = Array(
    "€\u{AD}‚ƒ„…†‡ˆ‰Š‹Œ\u{AD}Ž\u{AD}\u{AD}‘’“”•–—˜™š›œ\u{AD}žŸ".unicodeScalars)
}

extension Unicode.Scalar {
  /// The scalar in UTF-8.
  var utf8: some Collection<UInt8> { UTF8.encode(self) ?? .init() }
}
