/// A reference to a character by its name, `&nbsp;`, as far as Chinese pages are full of them.
///
/// libxml2, to which all others are left, looks each up in a list of 253 from its beginning.
struct NamedReference {
  /// The character's code point.
  let scalar: UInt16
  /// How many bytes the reference has.
  let length: Int

  /// The reference whose ampersand stands at an offset and that ends before `end`; nil where none of these does.
  init?(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int) {
    var name: UInt64 = 0
    var length = 1
    while offset + length < end, length <= Self.longest + 1 {
      let byte = bytes[offset + length]
      length += 1
      if byte == UInt8(ascii: ";") {
        guard let known = Self.known.first(where: { $0.name == name }) else { return nil }
        self.scalar = known.scalar
        self.length = length
        return
      }
      guard (0x61...0x7A).contains(byte) else { return nil }
      name = name << 8 | UInt64(byte)
    }
    return nil
  }

  private static let longest = 8

  /// The names, packed into numbers, with what HTML 4 gives for them; the most frequent first.
  private static let known: [(name: UInt64, scalar: UInt16)] = [
    ("nbsp", 0xA0), ("emsp", 0x2003), ("quot", 0x22), ("amp", 0x26), ("ensp", 0x2002), ("gt", 0x3E), ("lt", 0x3C),
    ("ldquo", 0x201C), ("rdquo", 0x201D), ("mdash", 0x2014), ("hellip", 0x2026), ("middot", 0xB7), ("lsquo", 0x2018),
    ("rsquo", 0x2019), ("copy", 0xA9), ("raquo", 0xBB), ("laquo", 0xAB), ("bull", 0x2022), ("times", 0xD7),
    ("ndash", 0x2013), ("thinsp", 0x2009), ("deg", 0xB0), ("yen", 0xA5), ("rarr", 0x2192), ("permil", 0x2030),
  ].map { name, scalar in (name.utf8.reduce(0) { $0 << 8 | UInt64($1) }, scalar) }
}
