/// Encodes units of a conversion as UTF-8.
enum ScalarEncoder {
  /// Appends the units to `output`. `buffer` is memory to work in.
  static func append(
    _ units: borrowing FlatBuffer<UInt32>, using buffer: inout FlatBuffer<UInt8>, to output: inout [UInt8]
  ) {
    buffer.removeAll()
    buffer.reserve(units.count * 4 + 4)
    let bytes = buffer.base
    var count = 0
    for index in 0..<units.count {
      let scalar = HanUnit.bare(units[index])
      if scalar < 0x80 {
        bytes[count] = UInt8(truncatingIfNeeded: scalar)
        count += 1
      } else if scalar < 0x800 {
        bytes[count] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
        bytes[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        count += 2
      } else if scalar < 0x10000 {
        // One store of four bytes, the last to be overwritten, is quicker than three of one.
        let word = 0x8080E0 | scalar >> 12 | (scalar & 0xFC0) << 2 | (scalar & 0x3F) << 16
        UnsafeMutableRawPointer(bytes + count).storeBytes(of: word.littleEndian, as: UInt32.self)
        count &+= 3
      } else if scalar < HanUnit.rawByte {
        bytes[count] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
        bytes[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
        bytes[count + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        bytes[count + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        count += 4
      } else {
        bytes[count] = UInt8(truncatingIfNeeded: scalar)
        count += 1
      }
    }
    buffer.setCount(count)
    output.append(contentsOf: UnsafeBufferPointer(start: buffer.base, count: count))
  }
}
