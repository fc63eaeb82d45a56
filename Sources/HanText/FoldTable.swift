import CHanTables

/// The fold of every scalar of the Basic Multilingual Plane, and of the few beyond it whose folded form lies within.
///
/// Built once from the embedded tables, in this order: compatibility ideographs, width and case, spaces, dashes, then
/// Traditional to Simplified. Where OpenCC gives several simplified forms, the first within the plane is taken.
struct FoldTable: Sendable {
  static let shared = FoldTable()

  /// One unit for each scalar of the Basic Multilingual Plane.
  let units: [FoldUnit]
  private let astral: [UInt32: FoldUnit]

  func fold(_ scalar: Unicode.Scalar) -> FoldUnit {
    scalar.value < 0x10000 ? units[Int(scalar.value)] : foldAstral(scalar.value)
  }

  func foldAstral(_ scalar: UInt32) -> FoldUnit {
    astral[scalar] ?? .astral
  }

  private init() {
    let simplified = Self.simplifiedForms()
    var units = (0...0xFFFF).map { FoldUnit(rawValue: UInt16($0)) }
    var astral: [UInt32: FoldUnit] = [:]
    func set(_ key: UInt32, _ value: UInt16) {
      if key < 0x10000 { units[Int(key)].rawValue = value } else { astral[key] = FoldUnit(rawValue: value) }
    }
    for (key, value) in simplified { set(key, value) }
    HanTableReader(table: han_table_compatibility()).forEachCharacter { key, values in
      guard let value = values.first, value.value < 0x10000 else { return }
      set(key.value, simplified[value.value] ?? UInt16(value.value))
    }
    for full in UInt16(0xFF01)...0xFF5E { set(UInt32(full), full - 0xFEE0) }
    for kind in Self.kinds {
      for scalar in kind.scalars { set(scalar.value, UInt16(truncatingIfNeeded: kind.unit.value)) }
    }
    for code in Self.casedRanges.joined() {
      // A full-width letter is in `units` as its half-width form already, which may still be upper case.
      guard let scalar = Unicode.Scalar(units[code].rawValue) else { continue }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      if lower.count == 1, let only = lower.first, only.value < 0x10000 { units[code].rawValue = UInt16(only.value) }
    }
    self.units = units
    self.astral = astral
  }

  private static func simplifiedForms() -> [UInt32: UInt16] {
    var forms: [UInt32: UInt16] = [:]
    HanTableReader(table: han_table_ts_characters()).forEachCharacter { key, values in
      if let value = values.first(where: { $0.value < 0x10000 }) { forms[key.value] = UInt16(value.value) }
    }
    for (traditional, simplified) in supplement {
      forms[traditional.value] = UInt16(truncatingIfNeeded: simplified.value)
    }
    return forms
  }

  /// Pairs that OpenCC keeps apart since both are right somewhere in Simplified text, which one unit cannot.
  static let supplement: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("著", "着"), ("瞭", "了"), ("藉", "借"), ("乾", "干"), ("託", "托"), ("祕", "秘"), ("讎", "仇"),
  ]

  /// Where scalars with an upper case stand: Latin, Greek, Cyrillic, Armenian, Roman numerals, circled and full-width letters.
  private static let casedRanges: [ClosedRange<Int>] = [
    0x41...0x5A, 0xC0...0x58F, 0x1E00...0x1FFF, 0x2160...0x216F, 0x24B6...0x24CF, 0xFF21...0xFF3A,
  ]

  /// Characters that differ in kind alone: spaces of any width, dashes, tildes, middle dots, half-width CJK marks.
  private static let kinds: [(unit: Unicode.Scalar, scalars: [Unicode.Scalar])] = [
    (" ", ["\t", "\u{A0}", "\u{1680}", "\u{202F}", "\u{205F}", "\u{3000}"]),
    (" ", (0x2000...0x200A).compactMap { (code: UInt32) in Unicode.Scalar(code) }),
    ("-", ["‐", "‑", "‒", "–", "—", "―", "─", "━", "﹘", "﹣", "－", "−"]),
    ("~", ["～", "〜", "∼", "˜"]),
    ("·", ["•", "‧", "・", "･", "∙", "⋅"]),
    ("、", ["､", "﹑"]),
    ("。", ["｡"]),
  ]
}
