/// Tells elements that a browser does not show, as content farms and templates have them.
enum HiddenAttribute {
  /// Whether an attribute hides its element: `hidden`, or a style of `display: none` or `visibility: hidden`.
  static func hides(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    if name.elementsEqual("hidden".utf8) { return !value.elementsEqual("until-found".utf8) }
    return name.elementsEqual("style".utf8) && styleHides(value)
  }

  private static func styleHides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    style.split(separator: UInt8(ascii: ";")).contains { declaration in
      let parts = declaration.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard parts.count == 2 else { return false }
      return switch (word(parts[0]), word(parts[1])) {
      case ("display", "none"), ("visibility", "hidden"): true
      default: false
      }
    }
  }

  /// The first word, in lower case: what comes before white space and `!important`.
  private static func word(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let word = bytes.drop { $0 <= 0x20 }.prefix { $0 > 0x20 && $0 != UInt8(ascii: "!") }
    return String(decoding: word.prefix(16), as: UTF8.self).lowercased()
  }
}
