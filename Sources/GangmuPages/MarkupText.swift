/// A text of a `MarkupSkeleton`, as libxml2 hands it over, part by part: what stands in it, and what its marks stand for.
struct MarkupText {
  /// A part of a text.
  enum Part {
    /// What stands there as it is. It is whole where it is all that would have been handed over in one piece.
    case literal(Range<Int>, isWhole: Bool)
    /// The run of this number.
    case run(Int)
    /// A reference to this character, which libxml2 hands over by itself.
    case reference(Unicode.Scalar)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  /// Where the last reference ended.
  private var start = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next part, or nil behind the last.
  mutating func next() -> Part? {
    guard offset < bytes.count else { return nil }
    guard Self.isMark(bytes[offset]) else {
      let first = offset
      while offset < bytes.count, !Self.isMark(bytes[offset]) { offset += 1 }
      let isLast = offset == bytes.count || bytes[offset] == Self.referenceLead
      return .literal(first..<offset, isWhole: isLast && first == start)
    }
    let mark =
      UInt32(bytes[offset] & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12
      | UInt32(bytes[offset + 2] & 0x3F) << 6 | UInt32(bytes[offset + 3] & 0x3F)
    offset += 4
    if mark < 0x100000 { return .run(Int(mark) - 0xF0000) }
    start = offset
    return .reference(Unicode.Scalar(UInt16(truncatingIfNeeded: mark)) ?? "\u{FFFD}")
  }

  /// Whether a byte opens a mark, or another of the scalars that a page with marks does not have.
  static func isMark(_ byte: UInt8) -> Bool { byte >= 0xF3 }

  /// The least scalar whose first byte in UTF-8 is that of a mark.
  static let leastMarked: UInt32 = 0xC0000

  /// Opens the scalars of plane 16.
  private static let referenceLead: UInt8 = 0xF4
}

extension MarkupSkeleton {
  /// The text of the page that some of the markup stands for; nil where it has no mark.
  func original(_ markup: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard hasMarks, markup.contains(where: MarkupText.isMark) else { return nil }
    var original: [UInt8] = []
    var parts = MarkupText(markup)
    while let part = parts.next() {
      switch part {
      case .literal(let span, _): original += markup[span]
      case .run(let number): original += source[runs[number]]
      case .reference(let scalar): original += scalar.utf8
      }
    }
    return original
  }
}
