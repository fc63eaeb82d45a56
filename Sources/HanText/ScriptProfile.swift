import CHanTables

/// Which script a text is written in, by the characters that only one script uses.
public struct ScriptProfile: Sendable, Hashable {
  /// The script of a text.
  public enum Label: String, Sendable, Hashable, CaseIterable {
    /// Simplified, or with nothing that tells.
    case hans
    /// Traditional.
    case hant
    /// Both, neither being an accident.
    case mixed
  }

  /// The number of characters that only Traditional text uses.
  public let traditional: Int
  /// The number of characters that only Simplified text uses.
  public let simplified: Int

  /// Counts the characters of a text that only one script uses.
  public init(of text: FoldedText) {
    let table = ScriptTable.shared
    var traditional = 0
    var simplified = 0
    var reader = 0
    // A scalar that its fold changes is Traditional, full width or upper case; the rest may be Simplified.
    let bytes = text.utf8
    for unit in text.units {
      let width = UTF8.width(ofLead: bytes[reader])
      if width == 3 {
        let scalar =
          Int(bytes[reader] & 0x0F) << 12 | Int(bytes[reader + 1] & 0x3F) << 6 | Int(bytes[reader + 2] & 0x3F)
        switch table.scripts[scalar] {
        case ScriptTable.traditionalOnly where scalar != Int(unit.rawValue): traditional += 1
        case ScriptTable.simplifiedOnly: simplified += 1
        default: break
        }
      }
      reader += width
    }
    self.traditional = traditional
    self.simplified = simplified
  }

  /// `mixed` where the rarer script has more than one in twenty of the telling characters, and more than two.
  public var label: Label {
    let rarer = min(traditional, simplified)
    if rarer > 2, rarer * 20 > traditional + simplified { return .mixed }
    return traditional > simplified ? .hant : .hans
  }

  /// How many characters belong to the script that the text is not mainly written in.
  public var outsiders: Int { min(traditional, simplified) }
}

/// For each scalar of the Basic Multilingual Plane: whether only one script uses it.
struct ScriptTable: Sendable {
  static let shared = ScriptTable()
  static let traditionalOnly: UInt8 = 1
  static let simplifiedOnly: UInt8 = 2

  let scripts: [UInt8]

  private init() {
    var scripts = [UInt8](repeating: 0, count: 0x10000)
    // A character that is among its own conversions is right in both scripts (于, 后, 乾).
    HanTableReader(table: han_table_ts_characters()).forEachCharacter { key, values in
      if key.value < 0x10000, !values.contains(key) { scripts[Int(key.value)] = Self.traditionalOnly }
    }
    HanTableReader(table: han_table_st_characters()).forEachCharacter { key, values in
      if key.value < 0x10000, !values.contains(key) { scripts[Int(key.value)] = Self.simplifiedOnly }
    }
    self.scripts = scripts
  }
}
