/// The scalars that cleaning does not simply copy.
///
/// A text is scanned by its bytes. Nearly all of them are plain; where one is not, `init?(at:in:)` looks closer. Works on
/// valid UTF-8: a lead byte is followed by its continuation bytes.
enum SpecialScalar {
  /// Ends a line, and counts as one in an editor.
  case lineEnd(width: Int)
  /// Ends a line without being counted: the soft return of Word (U+000B) and the form feed, one byte wide.
  case softLineEnd
  /// Leaves nothing: a control, or a mark without width that a scraper or a content farm left in the text.
  case dropped(width: Int)

  /// Moves `offset` on to the next special scalar or to the end, or else to the next white space of HTML.
  ///
  /// - Returns: The special scalar; nil at the end and at white space.
  @inline(__always)
  static func next(
    in bytes: UnsafeBufferPointer<UInt8>, from offset: inout Int, orWhiteSpace stopsAtSpace: Bool = false
  ) -> SpecialScalar? {
    firstBytes.withUnsafeBufferPointer { firstBytes in
      while offset < bytes.count {
        let byte = bytes[offset]
        if firstBytes[Int(byte)] {
          if stopsAtSpace, byte.isHTMLWhiteSpace { return nil }
          if let special = SpecialScalar(at: offset, in: bytes) { return special }
        }
        offset += 1
      }
      return nil
    }
  }

  /// Whether a special scalar other than the line ends `\n` and `\r\n` may stand in a text. Few texts have any.
  ///
  /// - Parameter orControls: Whether it may have controls other than tabs and line ends.
  static func mayStand(in bytes: UnsafeBufferPointer<UInt8>, orControls mayHoldControls: Bool = true) -> Bool {
    guard bytes.count > 2 else { return true }
    let (first, second) = (bytes[bytes.count - 2], bytes[bytes.count - 1])
    let endsLine = first == 0x0D && second == 0x0A
    return mayBegin(second) || mayBegin(first) && !endsLine || holdsSpecialThree(bytes)
      || mayHoldControls && holdsControl(bytes) || holdsRareLead(bytes)
  }

  /// Whether a special scalar of three bytes stands in a text.
  private static func holdsSpecialThree(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Each difference is 0 where such a scalar stands. Without branches the compiler looks at many bytes at once.
    var least: UInt8 = 0xFF
    for offset in 2..<bytes.count {
      let (first, second, third) = (bytes[offset - 2], bytes[offset - 1], bytes[offset])
      // U+2008…200F, U+2028…202F, U+2060, U+FEFF.
      least = min(least, (first ^ 0xE2) | (second ^ 0x80) | (third & 0xD8 ^ 0x88))
      least = min(least, (first ^ 0xE2) | (second ^ 0x81) | (third ^ 0xA0))
      least = min(least, (first ^ 0xEF) | (second ^ 0xBB) | (third ^ 0xBF))
    }
    return least == 0
  }

  /// Whether a control that is neither tab nor line end stands in a text.
  private static func holdsControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var controls: UInt8 = 0
    for byte in bytes { controls |= byte.isControl }
    return controls != 0
  }

  /// Whether a `\r` without its `\n` stands in a text, U+0080…009F or U+00AD. Most texts have no byte that begins one.
  private static func holdsRareLead(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while let found = bytes.firstOffset(of: 0x0D, from: offset) {
      offset = found + 1
      guard offset < bytes.count, bytes[offset] == 0x0A else { return true }
    }
    offset = 0
    while let found = bytes.firstOffset(of: 0xC2, from: offset) {
      offset = found + 1
      guard offset < bytes.count, bytes[offset] >= 0xA0, bytes[offset] != 0xAD else { return true }
    }
    return false
  }

  /// Whether a byte at the end of a text may begin a special scalar other than `\n`.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte != 0x0A && byte != 0x20 && firstBytes[Int(byte)]
  }

  /// Whether a byte may begin a special scalar or be white space: C0, space, DEL, and the leads C2, E2 and EF.
  private static let firstBytes = (0..<256).map { $0 <= 0x20 || [0x7F, 0xC2, 0xE2, 0xEF].contains($0) }

  /// The special scalar at an offset, or nil where a common one stands.
  @inline(__always)
  private init?(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let lead = bytes[offset]
    guard lead >= 0x80 else {
      switch lead {
      case 0x09, 0x20: return nil
      case 0x0A: self = .lineEnd(width: 1)
      case 0x0D: self = .lineEnd(width: offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1)
      case 0x0B, 0x0C: self = .softLineEnd
      default: self = .dropped(width: 1)
      }
      return
    }
    guard offset + 1 < bytes.count else { return nil }
    let second = bytes[offset + 1]
    if lead == 0xC2 {
      switch second {
      case 0x85: self = .lineEnd(width: 2)
      case 0x80...0x9F, 0xAD: self = .dropped(width: 2)
      default: return nil
      }
      return
    }
    guard offset + 2 < bytes.count else { return nil }
    switch (lead, second, bytes[offset + 2]) {
    case (0xE2, 0x80, 0xA8...0xA9): self = .lineEnd(width: 3)
    // U+200B…200F, U+202A…202E, U+2060 and U+FEFF: zero width, joiners, marks of direction.
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
      self = .dropped(width: 3)
    default: return nil
    }
  }
}
