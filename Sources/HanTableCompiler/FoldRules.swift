import HanText

/// What characters come down to in a fold, in this order: compatibility ideographs, width and case, spaces, dashes, then
/// Traditional to Simplified. Where OpenCC gives several simplified forms, the first within the plane is taken.
struct FoldRules {
  private(set) var units = (0...0xFFFF).map { UInt16($0) }
  private var astral: [UInt32: UInt16] = [:]

  init(simplified table: SourceTable, compatibility: SourceTable) {
    var simplified: [UInt32: UInt16] = [:]
    for entry in table.entries where entry.key.count == 1 {
      if let value = entry.values.first(where: { $0.count == 1 && $0[0] < 0x10000 }) {
        simplified[entry.key[0]] = UInt16(value[0])
      }
    }
    for (traditional, image) in Self.supplement { simplified[traditional.value] = UInt16(image.value) }
    for (key, value) in simplified { set(key, value) }
    for entry in compatibility.entries where entry.key.count == 1 && entry.values[0].count == 1 {
      let value = entry.values[0][0]
      if value < 0x10000 { set(entry.key[0], simplified[value] ?? UInt16(value)) }
    }
    for full in UInt16(0xFF01)...0xFF5E { set(UInt32(full), full - 0xFEE0) }
    for kind in Self.kinds {
      for scalar in kind.scalars { set(scalar.value, UInt16(kind.unit.value)) }
    }
    for code in Self.casedRanges.joined() {
      // A full-width letter is in `units` as its half-width form already, which may still be upper case.
      guard let scalar = Unicode.Scalar(units[code]) else { continue }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      if lower.count == 1, let only = lower.first, only.value < 0x10000 { units[code] = UInt16(only.value) }
    }
  }

  private mutating func set(_ key: UInt32, _ value: UInt16) {
    if key < 0x10000 { units[Int(key)] = value } else { astral[key] = value }
  }

  /// The unit of a scalar.
  func unit(of scalar: UInt32) -> FoldUnit {
    scalar < 0x10000
      ? FoldUnit(rawValue: units[Int(scalar)]) : astral[scalar].map(FoldUnit.init(rawValue:)) ?? .astral
  }

  func write(to writer: inout TableWriter) {
    writer.add(units, to: .fold, part: 0)
    writer.add(astral.sorted { $0.key < $1.key }.flatMap { [$0.key, UInt32($0.value)] }, to: .fold, part: 1)
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
