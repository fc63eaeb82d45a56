import CHanTables

/// Which of two regional forms of a character a page writes: 裏 or 裡, 爲 or 為, 着 or 著.
struct PageForms: Sendable {
  private var forms: [UInt32: UInt32] = [:]

  /// OpenCC's standard form and Taiwan's, which most Traditional pages write.
  private static let pairs: [(standard: UInt32, taiwan: UInt32)] = {
    var pairs: [(UInt32, UInt32)] = []
    CharacterMap.forEachCharacter(of: han_table_tw_variants()) { key, value in
      if let value = value.first, value != key { pairs.append((key, value)) }
    }
    return pairs
  }()

  /// The characters that are asked for, one byte for each of the Basic Multilingual Plane.
  private static let asked: [Bool] = {
    var asked = [Bool](repeating: false, count: 0x10000)
    for pair in pairs where pair.standard < 0x10000 && pair.taiwan < 0x10000 {
      asked[Int(pair.standard)] = true
      asked[Int(pair.taiwan)] = true
    }
    return asked
  }()

  /// Counts the forms of a page. Where it has neither, or both alike, Taiwan's is taken.
  init(of page: some Sequence<UInt32>) {
    var counts: [UInt32: Int] = [:]
    let asked = Self.asked
    for scalar in page where scalar < 0x10000 && asked[Int(scalar)] { counts[scalar, default: 0] += 1 }
    for pair in Self.pairs where counts[pair.standard, default: 0] <= counts[pair.taiwan, default: 0] {
      forms[pair.standard] = pair.taiwan
    }
  }

  /// The page's form of a character in OpenCC's standard.
  subscript(scalar: UInt32) -> UInt32 { forms[scalar] ?? scalar }
}
