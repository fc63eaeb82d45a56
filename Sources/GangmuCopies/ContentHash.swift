/// 128 bits that stand for a whole content: contents with the same hash are the same content.
public struct ContentHash: Hashable, Sendable, Comparable {
  /// The upper 64 bits.
  public let high: UInt64
  /// The lower 64 bits.
  public let low: UInt64

  /// Makes a hash of its halves.
  public init(high: UInt64, low: UInt64) {
    (self.high, self.low) = (high, low)
  }

  /// Hashes 16-bit units, four at a time.
  public init(_ units: [UInt16]) {
    (high, low) = units.withUnsafeBytes { Self.hash($0) }
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
    var high: UInt64 = 0x2D35_8DCC_AA6C_78A5
    var low: UInt64 = 0x8BB8_4B93_962E_ACC9
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      high = mixed(high ^ word, 0x4B33_A62E_D433_D4A3)
      low = mixed(low &+ word, 0x4D5A_2DA5_1DE1_AA47)
      offset += 8
    }
    var rest: UInt64 = 0
    for byte in bytes[offset...] { rest = rest << 8 | UInt64(byte) }
    let length = UInt64(bytes.count)
    return (
      mixed(mixed(high ^ rest, length), 0xA076_1D64_78BD_642F), mixed(mixed(low &+ rest, length), 0xE703_7ED1_A0B4_28DB)
    )
  }

  /// 64 bits that stand for bytes, for telling texts apart that are the same content.
  public static func short(of bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.withContiguousStorageIfAvailable { short(of: UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes(short)
  }

  private static func short(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count)
    var offset = 0
    while offset + 16 <= bytes.count {
      let first = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let second = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      let product = (hash ^ first).multipliedFullWidth(by: second ^ 0x4B33_A62E_D433_D4A3)
      hash = product.high ^ product.low ^ first
      offset += 16
    }
    for byte in bytes[offset...] { hash = mixed(hash ^ UInt64(byte), 0x4D5A_2DA5_1DE1_AA47) }
    return mixed(hash, 0xA076_1D64_78BD_642F)
  }

  /// Orders hashes, for sorting.
  public static func < (left: ContentHash, right: ContentHash) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
