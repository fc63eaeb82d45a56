import Glibc

/// What each pair of bytes means in a character set of two bytes.
///
/// The tables come from glibc's `iconv`, asked once for each pair when the first page needs them. It is there wherever the
/// C library is, has EUC-TW, and is called as it stands, while ICU renames its functions with each release and its headers
/// clash with those in Foundation. Where it differs from the WHATWG indexes, which browsers decode by, `amendments` put it
/// right; decoding itself is gangmu's own loop over the table, several times as fast as either library.
struct DoubleByteTable: Sendable {
  /// The scalar for `lead << 8 | trail`; 0 where the pair means nothing.
  let scalars: [UInt32]

  static let gb18030 = DoubleByteTable(
    "GB18030", leads: 0x81...0xFE, trails: 0x40...0xFE,
    // The WHATWG index takes 0xA3A0 for the ideographic space that old pages mean by it.
    amendments: [(0xA3A0, 0x3000)])

  static let big5: DoubleByteTable = {
    // iconv's HKSCS has other symbols than Windows and the WHATWG index in rows A1 to A3, and leaves out radicals that it
    // unifies with characters elsewhere.
    let symbols = DoubleByteTable("BIG5", leads: 0xA1...0xA3, trails: 0x40...0xFE, amendments: [])
    let rows = (0xA140...0xA3FE).compactMap { symbols.scalars[$0] > 0 ? ($0, symbols.scalars[$0]) : nil }
    return DoubleByteTable(
      "BIG5-HKSCS", leads: 0x81...0xFE, trails: 0x40...0xFE,
      amendments: rows + [
        (0xC6CF, 0x5EF4), (0xC6D3, 0x65E0), (0xC6D5, 0x7676), (0xC6D7, 0x96B6), (0xC6DE, 0x3003), (0xC6DF, 0x4EDD),
      ])
  }()

  /// Plane 1 of CNS 11643, which EUC-TW writes in two bytes.
  static let eucTW = DoubleByteTable("EUC-TW", leads: 0xA1...0xFE, trails: 0xA1...0xFE, amendments: [])

  /// Plane 2, which EUC-TW writes behind 8E A2.
  static let eucTWPlane2 = DoubleByteTable(
    "EUC-TW", prefix: [0x8E, 0xA2], leads: 0xA1...0xFE, trails: 0xA1...0xFE, amendments: [])

  private init(
    _ name: String, prefix: [UInt8] = [], leads: ClosedRange<UInt8>, trails: ClosedRange<UInt8>,
    amendments: [(code: Int, scalar: UInt32)]
  ) {
    var scalars = [UInt32](repeating: 0, count: 0x10000)
    if let converter = Converter(name) {
      for lead in leads {
        for trail in trails where trail != 0x7F {
          scalars[Int(lead) << 8 | Int(trail)] = converter.scalar(prefix + [lead, trail])
        }
      }
    }
    for (code, scalar) in amendments { scalars[code] = scalar }
    self.scalars = scalars
  }
}

/// An open converter of the C library to UTF-32.
private struct Converter: ~Copyable {
  private let handle: iconv_t

  init?(_ name: String) {
    guard let handle = iconv_open("UTF-32LE", name), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
  }

  deinit {
    iconv_close(handle)
  }

  /// The one scalar that bytes mean, or 0.
  func scalar(_ bytes: [UInt8]) -> UInt32 {
    var output: [UInt32] = [0, 0, 0]
    _ = iconv(handle, nil, nil, nil, nil)
    let isWhole = bytes.withUnsafeBytes { input in
      output.withUnsafeMutableBytes { output in
        var source = UnsafeMutablePointer(mutating: input.bindMemory(to: CChar.self).baseAddress)
        var target = output.bindMemory(to: CChar.self).baseAddress
        var sourceLeft = input.count
        var targetLeft = output.count
        let result = iconv(handle, &source, &sourceLeft, &target, &targetLeft)
        _ = iconv(handle, nil, nil, &target, &targetLeft)
        return result != -1 && sourceLeft == 0 && targetLeft == output.count - 4
      }
    }
    // Private use means that the set has no character there.
    return isWhole && !(0xE000...0xF8FF).contains(output[0]) ? UInt32(littleEndian: output[0]) : 0
  }
}
