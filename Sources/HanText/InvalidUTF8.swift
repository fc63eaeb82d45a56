/// What was wrong with bytes that should have been UTF-8.
public struct InvalidUTF8: Sendable, Hashable {
  /// How many ill-formed parts were replaced by U+FFFD.
  public let count: Int

  /// The byte offset of the first, in the source; nil where there was none.
  public let firstOffset: Int?

  /// Nothing was wrong.
  public static let none = InvalidUTF8(count: 0, firstOffset: nil)

  /// Valid UTF-8 with U+FFFD for each maximal ill-formed part, and the account of them.
  package static func repairing(_ bytes: [UInt8]) -> (utf8: [UInt8], replacements: InvalidUTF8) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    var count = 0
    var firstOffset: Int?
    var offset = 0
    while offset < bytes.count {
      let width = wellFormedWidth(bytes, at: offset)
      if width > 0 {
        utf8.append(contentsOf: bytes[offset..<offset + width])
        offset += width
      } else {
        count += 1
        firstOffset = firstOffset ?? offset
        utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
        offset += -width
      }
    }
    return (utf8, InvalidUTF8(count: count, firstOffset: firstOffset))
  }

  /// The width of the well-formed sequence at an offset, or the negated width of the maximal ill-formed part there.
  private static func wellFormedWidth(_ bytes: [UInt8], at offset: Int) -> Int {
    let lead = bytes[offset]
    // The second byte's range keeps out overlong forms, surrogates and what lies beyond U+10FFFF (Unicode, table 3-7).
    let (width, second): (Int, ClosedRange<UInt8>)
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (width, second) = (2, 0x80...0xBF)
    case 0xE0: (width, second) = (3, 0xA0...0xBF)
    case 0xED: (width, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (width, second) = (3, 0x80...0xBF)
    case 0xF0: (width, second) = (4, 0x90...0xBF)
    case 0xF4: (width, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: (width, second) = (4, 0x80...0xBF)
    default: return -1
    }
    guard offset + 1 < bytes.count, second.contains(bytes[offset + 1]) else { return -1 }
    for index in 2..<max(width, 2) where offset + index >= bytes.count || !UTF8.isContinuation(bytes[offset + index]) {
      return -index
    }
    return width
  }
}
