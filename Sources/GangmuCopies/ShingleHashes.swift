/// The character n-grams of a content as 64-bit hashes.
public struct ShingleHashes: Sendable {
  /// How many units a shingle may have.
  public static let lengths = 2...5

  /// Fills `hashes` with the hash of the shingle at each offset of `units`, so `count - length + 1` of them. A content
  /// shorter than a shingle has one, made of all of it; an empty one has none.
  ///
  /// Up to four units are packed into 64 bits before they are mixed, so shingles that differ never share a packed value.
  public static func fill(_ hashes: inout [UInt64], of units: [UInt16], length: Int) {
    hashes.removeAll(keepingCapacity: true)
    let count = count(of: units, length: length)
    hashes.reserveCapacity(count)
    forEach(of: units, length: length) { hashes.append($1) }
  }

  /// The upper half of the hash of each shingle, in their order.
  static func short(of units: [UInt16], length: Int) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: count(of: units, length: length)) { output, count in
      forEach(of: units, length: length) { output[$0] = UInt32(truncatingIfNeeded: $1 >> 32) }
      count = output.count
    }
  }

  private static func count(of units: [UInt16], length: Int) -> Int {
    units.isEmpty ? 0 : max(units.count - length + 1, 1)
  }

  @inline(__always)
  private static func forEach(of units: [UInt16], length: Int, _ body: (_ offset: Int, _ hash: UInt64) -> Void) {
    guard units.count > length else {
      if !units.isEmpty { body(0, hash(units[...])) }
      return
    }
    let mask: UInt64 = length >= 4 ? .max : (1 << UInt64(16 * length)) - 1
    units.withUnsafeBufferPointer { units in
      var window: UInt64 = 0
      for index in 0..<min(length, 4) - 1 { window = window << 16 | UInt64(units[index]) }
      if length <= 4 {
        for index in length - 1..<units.count {
          window = (window << 16 | UInt64(units[index])) & mask
          body(index - length + 1, twiceMixed(window))
        }
      } else {
        for index in 3..<units.count - 1 {
          window = window << 16 | UInt64(units[index])
          body(index - 3, twiceMixed(window &+ mixed(UInt64(units[index + 1]) &+ 1, seed)))
        }
      }
    }
  }

  private static let seed: UInt64 = 0xA076_1D64_78BD_642F

  @inline(__always)
  private static func twiceMixed(_ window: UInt64) -> UInt64 {
    mixed(mixed(window, seed), 0xE703_7ED1_A0B4_28DB)
  }

  /// The hash of any run of units, used for contents that are shorter than a shingle.
  private static func hash(_ units: ArraySlice<UInt16>) -> UInt64 {
    units.reduce(UInt64(units.count) &* seed) { mixed($0 ^ UInt64($1), seed) }
  }
}
