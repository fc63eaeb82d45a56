/// What one pass over the bytes of a page shows, before anything is known of them.
struct ByteSurvey {
  /// Whether they are valid UTF-8 without scalars whose first byte leaves doubts about the second: those of four bytes, and
  /// those that open with E0 (overlong, or letters of India) or ED (surrogates, or the end of Hangul).
  ///
  /// Hardly any Chinese page has them. Then a byte must continue a scalar if and only if one or two bytes before it stands
  /// one that opens a scalar so long.
  let isPlainUTF8: Bool
  /// Whether a byte may be a control of ASCII other than tab and line ends; of three bytes and more, whether one is.
  let holdsControls: Bool

  /// Looks at bytes.
  init(of bytes: [UInt8]) {
    (isPlainUTF8, holdsControls) = bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count > 2 else { return (false, true) }
      // Without branches the compiler looks at many bytes at once.
      var doubt = bytes[0].doubt | bytes[1].doubt | bytes[0].isContinuation
      var controls = bytes[0].isControl | bytes[1].isControl
      doubt |= bytes[1].isContinuation ^ bytes[0].opensTwo
      doubt |= bytes[bytes.count - 1].opensTwo | bytes[bytes.count - 2].opensThree
      for offset in 2..<bytes.count {
        doubt |= bytes[offset].doubt
        doubt |= bytes[offset].isContinuation ^ (bytes[offset - 1].opensTwo | bytes[offset - 2].opensThree)
        controls |= bytes[offset].isControl
      }
      return (doubt == 0, controls != 0)
    }
  }
}

/// What a byte is: 1 where it is so, else 0.
extension UInt8 {
  /// It continues a scalar of UTF-8.
  @inline(__always) fileprivate var isContinuation: UInt8 { Int8(bitPattern: self) < -64 ? 1 : 0 }
  /// It opens a scalar of two bytes or more.
  @inline(__always) fileprivate var opensTwo: UInt8 { self >= 0xC0 ? 1 : 0 }
  /// It opens a scalar of three bytes or more.
  @inline(__always) fileprivate var opensThree: UInt8 { self >= 0xE0 ? 1 : 0 }
  /// It opens no scalar, or one that needs a closer look.
  @inline(__always) fileprivate var doubt: UInt8 {
    (self & 0xFE == 0xC0 ? 1 : 0) | (self == 0xE0 ? 1 : 0) | (self == 0xED ? 1 : 0) | (self >= 0xF0 ? 1 : 0)
  }
  /// It is a control, but no tab or line end.
  @inline(__always) var isControl: UInt8 {
    (self < 0x20 ? 1 : 0) & (self &- 0x09 < 2 ? 0 : 1) & (self == 0x0D ? 0 : 1) | (self == 0x7F ? 1 : 0)
  }
}
