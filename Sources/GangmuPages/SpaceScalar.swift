/// The spaces that are trimmed from the ends of a block: tab, space, U+00A0, U+1680, U+2000…200A, U+202F, U+205F, U+3000.
enum SpaceScalar {
  /// The width of the space at an offset, or 0 where none stands.
  static func width(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let lead = bytes[offset]
    if lead == 0x20 || lead == 0x09 { return 1 }
    guard lead >= 0xC2, lead <= 0xE3, offset + 1 < bytes.count else { return 0 }
    if lead == 0xC2 { return bytes[offset + 1] == 0xA0 ? 2 : 0 }
    guard offset + 2 < bytes.count else { return 0 }
    return isWide(lead, bytes[offset + 1], bytes[offset + 2]) ? 3 : 0
  }

  /// The width of the space that ends a text, or 0 where none does.
  static func width(atEndOf bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let last = bytes.last else { return 0 }
    if last == 0x20 || last == 0x09 { return 1 }
    guard UTF8.isContinuation(last), bytes.count >= 2 else { return 0 }
    let end = bytes.count
    if bytes[end - 2] == 0xC2 { return last == 0xA0 ? 2 : 0 }
    guard bytes.count >= 3 else { return 0 }
    return isWide(bytes[end - 3], bytes[end - 2], last) ? 3 : 0
  }

  private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): true
    default: false
    }
  }
}
