/// A set of characters of the Basic Multilingual Plane, one bit each: 8 KB, which the nearest cache holds. Lives as long as
/// the process. Characters beyond the plane are in it as soon as one of them is inserted.
struct BitPlane: @unchecked Sendable {
  private let words: UnsafeMutablePointer<UInt64>
  private static let astralWord = 0x10000 >> 6

  init() {
    words = .allocate(capacity: Self.astralWord + 1)
    words.initialize(repeating: 0, count: Self.astralWord + 1)
  }

  /// For use while the set is being made.
  func insert(_ scalar: UInt32) {
    if scalar < 0x10000 { words[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) } else { words[Self.astralWord] = .max }
  }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    words[min(Int(scalar >> 6), Self.astralWord)] >> UInt64(scalar & 63) & 1 != 0
  }
}
