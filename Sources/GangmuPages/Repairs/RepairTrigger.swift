import HanText

/// What of a line some `RepairRule` looks at. Most lines hold Han characters and their marks alone.
enum RepairTrigger: Sendable {
  case space
  case ampersand
  /// A single quotation mark.
  case quote
  /// A letter that may have a tone mark.
  case tone
  /// A letter of a font of symbols.
  case symbol

  private init?(_ unit: FoldUnit) {
    // Nearly all characters lie between those that follow.
    if unit.rawValue &- 0x201A < 0xF000 - 0x201A { return nil }
    switch unit.rawValue {
    case 0x20: self = .space
    case 0x26: self = .ampersand
    case 0x27, 0x2018...0x2019: self = .quote
    case 0xE0...0x1DC: self = .tone
    case SymbolFont.characters: self = .symbol
    default: return nil
    }
  }

  /// Where in a text they stand.
  static func places(in units: UnsafeBufferPointer<FoldUnit>) -> [(offset: Int, trigger: RepairTrigger)] {
    var places: [(offset: Int, trigger: RepairTrigger)] = []
    places.reserveCapacity(units.count / stretch)
    for start in stride(from: 0, to: units.count, by: stretch) {
      let end = min(start + stretch, units.count)
      guard mayHold(UnsafeBufferPointer(rebasing: units[start..<end])) else { continue }
      for offset in start..<end {
        if let trigger = RepairTrigger(units[offset]) { places.append((offset, trigger)) }
      }
    }
    return places
  }

  private static let stretch = 32

  /// Whether any of them stands in a stretch.
  private static func mayHold(_ units: UnsafeBufferPointer<FoldUnit>) -> Bool {
    // Each difference is 0 where one stands, or a neighbour. Without branches the compiler looks at many units at once.
    var least = UInt16.max
    for unit in units {
      let code = unit.rawValue
      least = min(least, code & 0xFFF8 ^ 0x20)
      least = min(least, code & 0xFFFE ^ 0x2018)
      least = min(least, code & 0xFFE0 ^ 0xE0)
      least = min(least, code & 0xFF00 ^ 0x100)
      least = min(least, code & 0xFF00 ^ 0xF000)
    }
    return least == 0
  }
}
