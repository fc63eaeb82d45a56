import HanText

/// Folded units that conversions between scripts exchange, by a character or within a phrase.
struct ContentForms {
  private let fold: FoldRules
  private var heads: [UInt32: UInt32] = [:]

  /// Joins what the tables put in each other's place, character by character. Vocabulary is no matter of script.
  init(_ tables: [SourceTable], fold: FoldRules) {
    self.fold = fold
    for table in tables {
      for entry in table.entries where entry.key.count == entry.values[0].count {
        for (left, right) in zip(entry.key, entry.values[0]) { join(fold.unit(of: left), fold.unit(of: right)) }
      }
    }
  }

  private func head(_ unit: UInt32) -> UInt32 {
    var unit = unit
    while let next = heads[unit] { unit = next }
    return unit
  }

  private mutating func join(_ left: FoldUnit, _ right: FoldUnit) {
    // Beyond the plane all characters are one unit.
    guard left != .astral, right != .astral else { return }
    let (left, right) = (head(UInt32(left.rawValue)), head(UInt32(right.rawValue)))
    if left != right { heads[max(left, right)] = min(left, right) }
  }

  /// The map to the smallest unit of each set.
  var characters: Characters {
    var characters = Characters([])
    for unit in heads.keys { characters[unit] = head(unit) }
    return characters
  }
}
