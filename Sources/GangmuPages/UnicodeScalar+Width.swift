extension Unicode.Scalar {
  /// The first scalar of a stretch of valid UTF-8; nil where it has none.
  init?(decoding bytes: some Collection<UInt8>) {
    var rest = bytes.makeIterator()
    guard let lead = rest.next() else { return nil }
    let width = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var code = width == 1 ? UInt32(lead) : UInt32(lead) & 0x7F >> UInt32(width)
    for _ in 1..<width {
      guard let next = rest.next() else { return nil }
      code = code << 6 | UInt32(next & 0x3F)
    }
    self.init(code)
  }

  /// Whether a line end beside it in HTML source is no space: Han, kana, bopomofo, full-width forms, their punctuation,
  /// and the dashes, quotes and dots that Chinese shares with other scripts.
  var isWide: Bool {
    switch value {
    case 0x00B7, 0x2014...0x2015, 0x2018...0x201D, 0x2025...0x2026: true
    case 0x2460...0x24FF, 0x2776...0x2793: true
    case 0x2E80...0x312F, 0x3190...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F: true
    case 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
