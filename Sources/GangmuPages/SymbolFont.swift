/// Bullets of Word: letters of a font of symbols (Wingdings, Symbol), which HTML gives as `l` or `Ø` in that font and other
/// exports as U+F06C, U+F0D8 in the private use area.
enum SymbolFont {
  /// Whether a `style` or a `face` names such a font.
  static func isNamed(in value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.count <= 400 else { return false }
    return names.contains { name in
      let length = name.utf8CodeUnitCount
      guard value.count >= length else { return false }
      return (0...value.count - length).contains { start in
        value[start] | 0x20 == name.utf8Start[0]
          && (1..<length).allSatisfy { value[start + $0] | 0x20 == name.utf8Start[$0] }
      }
    }
  }

  private static let names: [StaticString] = ["wingdings", "webdings", "symbol"]

  /// The private character for a text that is one letter, as Word itself writes it; nil for any other text.
  static func character(for bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    let letters = bytes.drop { $0.isHTMLWhiteSpace }
    guard let scalar = Unicode.Scalar(decoding: letters), (0x21...0xFF).contains(scalar.value),
      letters.dropFirst(scalar.utf8.count).allSatisfy(\.isHTMLWhiteSpace)
    else { return nil }
    return Unicode.Scalar(0xF000 + scalar.value)
  }

  /// The private characters that stand for such letters.
  static let characters: ClosedRange<UInt16> = 0xF020...0xF0FF
}
