/// Which script a text is written in, by the characters that only one script uses.
public struct ScriptProfile: Sendable, Hashable {
  /// The script of a text.
  public enum Label: String, Sendable, Hashable, CaseIterable {
    /// Simplified, or with nothing that tells.
    case hans
    /// Traditional.
    case hant
    /// Both, neither being an accident.
    case mixed
  }

  /// The number of characters that only Traditional text uses.
  public let traditional: Int
  /// The number of characters that only Simplified text uses.
  public let simplified: Int

  init(traditional: Int, simplified: Int) {
    self.traditional = traditional
    self.simplified = simplified
  }

  /// Counts the characters of a text that only one script uses.
  public init(of text: FoldedText) {
    self.init(of: text, within: 0..<text.count)
  }

  /// Counts within some scalars of a text.
  init(of text: FoldedText, within span: Range<Int>) {
    let evidence = text.withScriptTraits { $0.evidence(in: span) }
    self.init(traditional: evidence.traditional, simplified: evidence.simplified)
  }

  /// `mixed` where the rarer script has more than one in twenty of the telling characters, and more than two.
  public var label: Label {
    let rarer = min(traditional, simplified)
    if rarer > 2, rarer * 20 > traditional + simplified { return .mixed }
    return traditional > simplified ? .hant : .hans
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar of a sequence of three bytes in valid UTF-8.
  @inline(__always)
  func threeByteScalar(at offset: Int) -> UInt32 {
    UInt32(self[offset] & 0x0F) << 12 | UInt32(self[offset &+ 1] & 0x3F) << 6 | UInt32(self[offset &+ 2] & 0x3F)
  }
}

extension UInt64 {
  /// The scalar of the sequence of three bytes that the lowest bytes of a word are, in valid UTF-8.
  @inline(__always)
  var threeByteScalar: UInt32 {
    UInt32(truncatingIfNeeded: (self & 0x0F) << 12 | (self &>> 2) & 0xFC0 | (self &>> 16) & 0x3F)
  }
}
