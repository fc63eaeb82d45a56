/// What the bytes of a page have that its parser must know beforehand.
struct MarkupTraits {
  /// Whether they hold scalars that could be taken for the marks of a `MarkupSkeleton`, or U+FFFE or U+FFFF, which libxml2
  /// leaves out.
  let holdsMarks: Bool
  /// Whether no scalar stands there that cleaning does not simply copy (`SpecialScalar`), but line ends.
  let isPlain: Bool

  /// Looks at a page of valid UTF-8.
  ///
  /// - Parameter holdsControls: Whether controls other than tabs and line ends may stand there.
  init(of page: [UInt8], holdsControls: Bool) {
    (holdsMarks, isPlain) = page.withUnsafeBufferPointer { page in
      (Self.holdsMarks(page), !SpecialScalar.mayStand(in: page, orControls: holdsControls))
    }
  }

  /// Whether a text has scalars that could be taken for marks, or U+FFFE or U+FFFF.
  private static func holdsMarks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 2 else { return true }
    // Without branches the compiler looks at many bytes at once.
    var least: UInt8 = 0xFF
    var highest = max(bytes[0], bytes[1])
    for offset in 2..<bytes.count {
      let (first, second, third) = (bytes[offset - 2], bytes[offset - 1], bytes[offset])
      highest = max(highest, third)
      least = min(least, (first ^ 0xEF) | (second ^ 0xBF) | (third & 0xFE ^ 0xBE))
    }
    return MarkupText.isMark(highest) || least == 0
  }
}
