/// A set of fold units with a cheap test: the gate of a scan.
///
/// A hash table that is at most a quarter full: most units that are not in the set meet an empty place. Sets are small, so
/// that many of them stay in the first cache, where sets of a bit for each unit would not.
public struct UnitSet: Sendable, ExpressibleByArrayLiteral {
  /// The units, 0 where empty; U+0000 is in no set. A power of two long.
  @usableFromInline var slots: [UInt16]
  @usableFromInline var shift: UInt32
  private var count = 0

  /// Makes an empty set.
  public init() {
    slots = [UInt16](repeating: 0, count: 16)
    shift = 28
  }

  /// Makes the set of the units of a string.
  public init(_ characters: String) {
    self.init(characters.unicodeScalars.map(FoldUnit.init(folding:)))
  }

  /// Makes a set of units.
  public init(_ units: some Sequence<FoldUnit>) {
    self.init()
    for unit in units { insert(unit) }
  }

  /// Makes the set of some units.
  public init(arrayLiteral units: FoldUnit...) {
    self.init(units)
  }

  /// Adds a unit.
  public mutating func insert(_ unit: FoldUnit) {
    guard unit.rawValue != 0, !contains(unit) else { return }
    if (count + 1) * 4 > slots.count {
      let units = slots.filter { $0 != 0 }
      shift -= 1
      slots = [UInt16](repeating: 0, count: slots.count * 2)
      for unit in units { place(unit) }
    }
    place(unit.rawValue)
    count += 1
  }

  private mutating func place(_ unit: UInt16) {
    var slot = PhraseTrie.slot(of: FoldUnit(rawValue: unit), shift: shift)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = unit
  }

  /// Whether a unit is in the set.
  @inlinable @inline(__always)
  public func contains(_ unit: FoldUnit) -> Bool {
    var slot = PhraseTrie.slot(of: unit, shift: shift)
    while slots[slot] != 0 {
      if slots[slot] == unit.rawValue { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}
