import CZlib

/// The parts of a gzip member (RFC 1952) whose content was deflated in pieces, on several threads.
///
/// Each piece ends at the border of a byte (a "sync flush"), so that pieces put one behind the other are one stream, as pigz
/// has it. Readers see an ordinary file of one member.
enum GzipFormat {
  /// Level of zlib's: records are so alike that a higher one takes double the time for a tenth of the size.
  private static let level: Int32 = 4

  /// The header, without name and time, so that equal content gives equal bytes.
  static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

  /// What stands behind the last piece: an empty last block, the checksum and the length.
  static func trailer(checksum: UInt, plainCount: Int) -> [UInt8] {
    let numbers = [UInt32(truncatingIfNeeded: checksum), UInt32(truncatingIfNeeded: plainCount)]
    return [0x03, 0x00] + numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
  }

  static func checksum(of bytes: [UInt8]) -> UInt {
    bytes.withUnsafeBufferPointer { UInt(crc32_z(0, $0.baseAddress, $0.count)) }
  }

  /// The checksum of bytes and of those behind them.
  static func checksum(_ first: UInt, followedBy second: UInt, count: Int) -> UInt {
    UInt(crc32_combine(first, second, count))
  }

  /// A piece of the content; nil where zlib has no memory left.
  static func deflate(_ plain: [UInt8]) -> [UInt8]? {
    guard !plain.isEmpty else { return [] }
    var state = z_stream()
    guard gangmu_deflate_init(&state, level, -15) == Z_OK else { return nil }
    defer { deflateEnd(&state) }
    var plain = plain
    let capacity = Int(deflateBound(&state, UInt(plain.count))) + 16
    var isWhole = false
    let deflated = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      plain.withUnsafeMutableBufferPointer { input in
        state.next_in = input.baseAddress
        state.avail_in = UInt32(clamping: input.count)
        state.next_out = output.baseAddress
        state.avail_out = UInt32(clamping: output.count)
        isWhole = CZlib.deflate(&state, Z_SYNC_FLUSH) == Z_OK && state.avail_in == 0 && state.avail_out > 0
      }
      count = output.count - Int(state.avail_out)
    }
    return isWhole ? deflated : nil
  }
}
