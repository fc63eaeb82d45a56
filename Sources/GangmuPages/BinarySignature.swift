/// Tells the bytes of an image, an archive or an office file from those of a text.
enum BinarySignature {
  /// What the bytes of a survey are if they are no text: `a PNG image`; nil where they may be text.
  static func name(of bytes: [UInt8], _ survey: ByteSurvey) -> String? {
    guard let first = bytes.first else { return nil }
    if let known = table.first(where: { $0.magic[0] == first && bytes.starts(with: $0.magic) }) { return known.name }
    guard survey.holdsControls else { return nil }
    let sampled = min(bytes.count, sampleLength)
    return controls(in: bytes, to: sampled) > fewControls + sampled / 32 ? "binary data" : nil
  }

  private static func controls(in bytes: [UInt8], to end: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var controls = 0
      var offset = 0
      while offset < end {
        // Without branches, and with a sum that fits into a byte, the compiler looks at many bytes at once.
        var sum: UInt8 = 0
        let next = min(offset + 255, end)
        for index in offset..<next { sum &+= isControl(bytes[index]) }
        controls += Int(sum)
        offset = next
      }
      return controls
    }
  }

  /// The bytes looked at: binary data shows itself early, and a text is not refused for damage far into it.
  private static let sampleLength = 1 << 16
  /// So many control bytes are damage, not another kind of file, however short the text.
  private static let fewControls = 16

  /// 1 for C0 controls that no text uses, else 0. (Random bytes hold one in nine; the odd NUL of a bad scrape is one in thousands.)
  @inline(__always)
  private static func isControl(_ byte: UInt8) -> UInt8 {
    (byte < 0x09 ? 1 : 0) | (byte &- 0x0E < 0x12 ? 1 : 0) & (byte != 0x1B ? 1 : 0) | (byte == 0x7F ? 1 : 0)
  }

  private static let table: [(name: String, magic: [UInt8])] = [
    ("a PNG image", [0x89, 0x50, 0x4E, 0x47]),
    ("a JPEG image", [0xFF, 0xD8, 0xFF]),
    ("a GIF image", Array("GIF8".utf8)),
    ("a RIFF file", Array("RIFF".utf8)),
    ("a PDF document", Array("%PDF-".utf8)),
    ("an RTF document", Array("{\\rtf".utf8)),
    ("a ZIP archive or an Office document", [0x50, 0x4B, 0x03, 0x04]),
    ("an Office document", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    ("gzip data", [0x1F, 0x8B]),
    ("zstd data", [0x28, 0xB5, 0x2F, 0xFD]),
    ("xz data", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
    ("bzip2 data", Array("BZh".utf8)),
    ("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF]),
    ("a RAR archive", Array("Rar!".utf8)),
    ("an ELF program", [0x7F, 0x45, 0x4C, 0x46]),
    ("an SQLite database", Array("SQLite format 3".utf8)),
  ]
}
