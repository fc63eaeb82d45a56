import Glibc

/// Styles that neither hide an element nor name a font of symbols. Almost all are such, and a page repeats few of them
/// often, so those met last are kept at hand.
struct SilentStyles {
  /// Where they stand, each in a slot by some of its bytes.
  private var known: [Range<Int>] = []

  private static let slotBits = 6

  /// Whether the style at a place of a page is one.
  mutating func contain(_ place: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let style = UnsafeBufferPointer(rebasing: bytes[place])
    guard let start = style.baseAddress, style.count >= 8 else { return Self.isSilent(style) }
    let sample =
      style.word(at: 0) ^ style.word(at: style.count / 2 - 4) &* 3 ^ style.word(at: style.count - 8) &* 5
      ^ UInt64(style.count)
    if known.isEmpty { known = Array(repeating: 0..<0, count: 1 << Self.slotBits) }
    let slot = Int((sample &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - Self.slotBits))
    let last = UnsafeBufferPointer(rebasing: bytes[known[slot]])
    if last.count == style.count, let other = last.baseAddress, memcmp(start, other, style.count) == 0 { return true }
    guard Self.isSilent(style) else { return false }
    known[slot] = place
    return true
  }

  private static func isSilent(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    // A reference may stand for any letter.
    style.firstOffset(of: UInt8(ascii: "&")) == nil && !HiddenAttribute.isHiding(style: style)
      && !SymbolFont.isNamed(in: style)
  }
}
