import HanText

/// Decodes the bytes of a legacy Chinese character set by the rules of the WHATWG Encoding standard.
struct LegacyDecoder {
  /// Valid UTF-8.
  private(set) var utf8: [UInt8] = []
  /// How many ill-formed parts became U+FFFD, and where the first stood.
  private(set) var replacements = 0
  private(set) var firstReplacement: Int?

  /// Decodes bytes in `set`, which is not UTF-8.
  init(_ bytes: [UInt8], as set: CharacterSet) {
    switch set {
    case .utf8: utf8 = bytes
    case .gb18030: decode(StrayBytes.marking(bytes) ?? bytes, .gb18030) { Self.gb18030($0, $1) }
    case .big5: decode(bytes, .big5) { Self.big5($0, $1) }
    case .eucTW: decode(bytes, .eucTW) { Self.eucTW($0, $1) }
    case .hz: decode(Self.eightBit(hz: bytes), .gb18030) { _, _ in nil }
    case .utf16LE: decodeUTF16(bytes, high: 1)
    case .utf16BE: decodeUTF16(bytes, high: 0)
    }
  }

  /// What longer or odd sequences mean: the scalars (0 for none) and the width.
  private typealias Special = (first: UInt32, second: UInt32, width: Int)

  /// One pass: ASCII runs are copied, pairs are looked up, whatever else is asked of `special`.
  @inline(__always)
  private mutating func decode(
    _ bytes: [UInt8], _ table: DoubleByteTable, special: (UnsafeBufferPointer<UInt8>, Int) -> Special?
  ) {
    var count = 0
    var first: Int?
    // A byte grows to three at most: U+FFFD, or the euro sign of GBK.
    utf8 = [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 16) { output, written in
      var output = UTF8Output(output)
      bytes.withUnsafeBufferPointer { bytes in
        table.scalars.withUnsafeBufferPointer { scalars in
          var offset = 0
          while offset < bytes.count {
            let lead = bytes[offset]
            if lead < 0x80 {
              output.appendASCII(lead)
              offset += 1
              continue
            }
            let trail = offset + 1 < bytes.count ? bytes[offset + 1] : 0
            let scalar = scalars[Int(lead) << 8 | Int(trail)]
            if scalar > 0 {
              output.append(scalar)
              offset += 2
            } else if let special = special(bytes, offset) {
              if special.first > 0 { output.append(special.first) }
              if special.second > 0 { output.append(special.second) }
              offset += special.width
            } else {
              output.append(0xFFFD)
              first = first ?? offset
              count += 1
              // An ASCII byte behind a stray lead stays, and so does what follows a byte that leads nothing; a pair that
              // means nothing goes as one.
              offset += trail < 0x80 || !(0x81...0xFE).contains(lead) ? 1 : 2
            }
          }
        }
      }
      written = output.count
    }
    replacements = count
    firstReplacement = first
  }

  private static func gb18030(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Special? {
    if bytes[offset] == 0x80 { return (0x20AC, 0, 1) }
    guard offset + 3 < bytes.count, (0x30...0x39).contains(bytes[offset + 1]), (0x81...0xFE).contains(bytes[offset]),
      (0x81...0xFE).contains(bytes[offset + 2]), (0x30...0x39).contains(bytes[offset + 3])
    else { return nil }
    let rows = (Int(bytes[offset]) - 0x81) * 10 + Int(bytes[offset + 1]) - 0x30
    let pointer = (rows * 126 + Int(bytes[offset + 2]) - 0x81) * 10 + Int(bytes[offset + 3]) - 0x30
    return GB18030Ranges.scalar(at: pointer).map { ($0, 0, 4) }
  }

  private static func big5(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Special? {
    guard offset + 1 < bytes.count, bytes[offset] == 0x88 else { return nil }
    // The four letters with two marks that Unicode has no single character for.
    switch bytes[offset + 1] {
    case 0x62: return (0xCA, 0x304, 2)
    case 0x64: return (0xCA, 0x30C, 2)
    case 0xA3: return (0xEA, 0x304, 2)
    case 0xA5: return (0xEA, 0x30C, 2)
    default: return nil
    }
  }

  private static func eucTW(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Special? {
    guard bytes[offset] == 0x8E, offset + 3 < bytes.count else { return nil }
    let code = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
    let scalar: UInt32 =
      switch bytes[offset + 1] {
      case 0xA1: DoubleByteTable.eucTW.scalars[code]
      case 0xA2: DoubleByteTable.eucTWPlane2.scalars[code]
      default: 0
      }
    return scalar > 0 ? (scalar, 0, 4) : nil
  }

  /// GB2312 with its eighth bits set, for text that is in HZ.
  static func eightBit(hz bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isChinese = false
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      switch (byte, next) {
      case (UInt8(ascii: "~"), UInt8(ascii: "{")): isChinese = true
      case (UInt8(ascii: "~"), UInt8(ascii: "}")): isChinese = false
      case (UInt8(ascii: "~"), UInt8(ascii: "~")) where !isChinese: result.append(byte)
      // A line end closes what was left open.
      case (UInt8(ascii: "\n"), _):
        isChinese = false
        result.append(byte)
        offset += 1
        continue
      default:
        if isChinese, byte > 0x20, byte < 0x7F, next > 0x20, next < 0x7F {
          result += [byte | 0x80, next | 0x80]
        } else {
          result.append(byte)
          offset += 1
          continue
        }
      }
      offset += 2
    }
    return result
  }

  private mutating func decodeUTF16(_ bytes: [UInt8], high: Int) {
    var count = 0
    var first: Int?
    utf8 = [UInt8](unsafeUninitializedCapacity: bytes.count * 2 + 16) { output, written in
      var output = UTF8Output(output)
      bytes.withUnsafeBufferPointer { bytes in
        func unit(_ offset: Int) -> UInt32? {
          offset + 1 < bytes.count
            ? UInt32(bytes[offset + high]) << 8 | UInt32(bytes[offset + 1 - high]) : nil
        }
        var offset = 0
        while let lead = unit(offset) {
          offset += 2
          if lead & 0xF800 != 0xD800 {
            output.append(lead)
          } else if lead < 0xDC00, let trail = unit(offset), trail & 0xFC00 == 0xDC00 {
            output.append(0x10000 + (lead & 0x3FF) << 10 + (trail & 0x3FF))
            offset += 2
          } else {
            output.append(0xFFFD)
            first = first ?? offset - 2
            count += 1
          }
        }
        if offset < bytes.count {
          output.append(0xFFFD)
          first = first ?? offset
          count += 1
        }
      }
      written = output.count
    }
    replacements = count
    firstReplacement = first
  }
}

/// Writes scalars as UTF-8 into memory that is large enough for them.
private struct UTF8Output {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    self.buffer = buffer
  }

  @inline(__always)
  mutating func appendASCII(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

  /// Appends a scalar that is no surrogate.
  @inline(__always)
  mutating func append(_ scalar: UInt32) {
    if scalar >= 0x800, scalar < 0x10000 {
      buffer[count] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      buffer[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      buffer[count + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      count += 3
    } else if scalar < 0x80 {
      appendASCII(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      buffer[count] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      buffer[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      count += 2
    } else {
      buffer[count] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
      buffer[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
      buffer[count + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      buffer[count + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      count += 4
    }
  }
}
