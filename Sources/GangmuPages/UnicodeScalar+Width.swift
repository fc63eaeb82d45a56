extension Unicode.Scalar {
  /// The first scalar of a stretch of UTF-8.
  init?(decoding bytes: some Collection<UInt8>) {
    guard let first = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first else { return nil }
    self = first
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
