import HanText

/// A set of fold units with a one-bit test: the gate of every scan.
struct UnitSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 0x10000 / 64)

  /// Makes an empty set.
  init() {}

  /// Makes the set of the units of a string.
  init(_ characters: String) {
    for unit in FoldUnit.fold(characters) { insert(unit) }
  }

  mutating func insert(_ unit: FoldUnit) {
    bits[Int(unit.rawValue >> 6)] |= 1 << UInt64(unit.rawValue & 63)
  }

  @inline(__always)
  func contains(_ unit: FoldUnit) -> Bool {
    bits[Int(unit.rawValue >> 6)] >> UInt64(unit.rawValue & 63) & 1 != 0
  }
}
