/// Tells elements that a browser does not show, as content farms and templates have them.
enum HiddenAttribute {
  /// Whether the attribute `hidden` of this value hides its element.
  static func isHiding(hidden value: UnsafeBufferPointer<UInt8>) -> Bool { !equal(value[...], "until-found") }

  /// Whether a style hides its element: `display: none` or `visibility: hidden`.
  static func isHiding(style: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = style[...]
    while !rest.isEmpty {
      let declaration = rest.prefix { $0 != UInt8(ascii: ";") }
      rest = rest.dropFirst(declaration.count + 1)
      let property = declaration.prefix { $0 != UInt8(ascii: ":") }
      let value = firstWord(of: declaration.dropFirst(property.count + 1))
      switch firstWord(of: property) {
      case let name where equal(name, "display"): if equal(value, "none") { return true }
      case let name where equal(name, "visibility"): if equal(value, "hidden") { return true }
      default: break
      }
    }
    return false
  }

  /// What comes before white space and `!important`.
  private static func firstWord(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
    bytes.drop { $0 <= 0x20 }.prefix { $0 > 0x20 && $0 != UInt8(ascii: "!") }
  }

  /// Whether bytes are a word, whatever the case of their letters.
  private static func equal(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ lowercase: StaticString) -> Bool {
    guard bytes.count == lowercase.utf8CodeUnitCount else { return false }
    return zip(bytes.indices, 0...).allSatisfy { bytes[$0] | 0x20 == lowercase.utf8Start[$1] | 0x20 }
  }
}
