/// The UTF-8 of what each character of the Basic Multilingual Plane converts to: the last step of a conversion, by one look
/// into a table for each character, where decoding, mapping and encoding by arithmetic took four times as long.
///
/// A table takes 256 KB, of which Chinese text touches a third, and is made at the first use of its conversion.
struct EncodedCharacters: @unchecked Sendable {
  /// For each character the bytes of its image from the lowest on, and their number in the highest; 0 where they are more than
  /// three.
  private let entries: UnsafePointer<UInt32>
  private let characters: CharacterMap?

  /// What leaves all characters as they are.
  static let unchanged = EncodedCharacters(nil)

  /// Makes the table, which lives as long as the program.
  init(_ characters: CharacterMap?) {
    self.characters = characters
    let entries = UnsafeMutablePointer<UInt32>.allocate(capacity: 0x10000)
    for scalar in 0..<UInt32(0x10000) {
      entries[Int(scalar)] = Self.entry(characters.map { $0[scalar] } ?? scalar)
    }
    self.entries = UnsafePointer(entries)
  }

  private static func entry(_ image: UInt32) -> UInt32 {
    switch image {
    case 0..<0x80: 1 << 24 | image
    case 0x80..<0x800: 2 << 24 | 0x80C0 | image >> 6 | (image & 0x3F) << 8
    case 0x800..<0x10000: 3 << 24 | 0x80_80E0 | image >> 12 | (image & 0xFC0) << 2 | (image & 0x3F) << 16
    default: 0
    }
  }

  /// Appends all units to `bytes`; none converts to several characters.
  func append(_ units: borrowing FlatBuffer<UInt32>, to bytes: inout FlatBuffer<UInt8>) {
    _ = append(units, 0..<units.count, to: &bytes)
  }

  /// Appends what units convert to one by one, up to the first that converts to several characters, and returns where that
  /// stands, or the end.
  func append(
    _ units: borrowing FlatBuffer<UInt32>, _ span: Range<Int>, to buffer: inout FlatBuffer<UInt8>
  ) -> Int {
    buffer.reserve(span.count &* 4 &+ 4)
    let (source, bytes) = (units.base, buffer.base)
    var (index, count) = (span.lowerBound, buffer.count)
    while index < span.upperBound {
      let unit = HanUnit.bare(source[index])
      let entry = unit < 0x10000 ? entries[Int(unit)] : 0
      if entry != 0 {
        // One store of four bytes, the rest to be overwritten, is quicker than three of one.
        UnsafeMutableRawPointer(bytes + count).storeBytes(of: entry.littleEndian, as: UInt32.self)
        count &+= Int(truncatingIfNeeded: entry &>> 24)
      } else {
        let image = characters.map { $0[unit] } ?? unit
        guard image != HanUnit.widens else { break }
        count &+= Self.storeBeyondPlane(image, at: bytes + count)
      }
      index &+= 1
    }
    buffer.setCount(count)
    return index
  }

  /// Stores a scalar, or a byte that was no UTF-8, and returns its width.
  @inline(never)
  private static func storeBeyondPlane(_ scalar: UInt32, at bytes: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar >= HanUnit.rawByte {
      bytes[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x10000 {
      let entry = entry(scalar)
      for index in 0..<3 { bytes[index] = UInt8(truncatingIfNeeded: entry >> UInt32(8 * index)) }
      return Int(entry >> 24)
    }
    bytes[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    bytes[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
    bytes[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    bytes[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    return 4
  }
}
