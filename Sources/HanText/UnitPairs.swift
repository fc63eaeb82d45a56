/// Pairs of neighbouring units, found by a cheap test: the gate of a scan for what two units tell together.
///
/// Four bits for each unit say what it is as the left one of a pair, and four what it is as the right one. A pair is where the
/// left unit and the right one have a bit in common.
public struct UnitPairs: Sendable {
  /// For each unit the bits of the left one, then those of the right one.
  private var sides: [UInt8]

  /// Makes pairs whose units are all alike: of these bits, of 1 to 15, as the left one, and of these as the right one.
  public init(left: UInt8, right: UInt8) {
    sides = [UInt8](repeating: left << 4 | right & 15, count: 0x10000)
  }

  /// Adds to the bits that a unit has.
  public mutating func add(_ unit: FoldUnit, left: UInt8 = 0, right: UInt8 = 0) {
    sides[Int(unit.rawValue)] |= left << 4 | right & 15
  }

  /// The bits of a unit as the left one of a pair.
  public func left(_ unit: FoldUnit) -> UInt8 { sides[Int(unit.rawValue)] >> 4 }

  /// Where the first pair stands whose left unit is at an offset or behind it and whose right unit is before `limit`; nil where
  /// none is.
  ///
  /// Four pairs are looked at in a step, without a branch that a text could turn to either side.
  public func first(in text: FoldedText, from start: Int, to limit: Int) -> Int? {
    text.units.withUnsafeBufferPointer { units in
      sides.withUnsafeBufferPointer { sides in
        let limit = min(limit, units.count)
        guard start >= 0, start < limit else { return nil }
        func side(_ offset: Int) -> UInt32 { UInt32(sides[Int(units[offset].rawValue)]) }
        var offset = start
        var left = side(offset)
        while offset &+ 4 < limit {
          let (first, second) = (side(offset &+ 1), side(offset &+ 2))
          let (third, fourth) = (side(offset &+ 3), side(offset &+ 4))
          let met = left &>> 4 & first | first &>> 4 & second | second &>> 4 & third | third &>> 4 & fourth
          if met != 0 { break }
          left = fourth
          offset &+= 4
        }
        while offset &+ 1 < limit {
          let right = side(offset &+ 1)
          if left &>> 4 & right != 0 { return offset }
          left = right
          offset &+= 1
        }
        return nil
      }
    }
  }
}
