/// Forms of a character or word that are both right, so that none is an error for the other: which one stands in a text is
/// its house style. The forms of single characters are a compiled table (`CharacterMap.variantForms`).
enum VariantForms {
  /// Words that dictionaries hold in both forms, the characters alone being different ones.
  private static let words: Set<UInt64> = {
    let pairs = """
      了解 瞭解 了然 瞭然 明了 明瞭 匯報 彙報 匯編 彙編 匯總 彙總 複審 復審 復核 複核 申復 申覆 系數 係數 儘量 盡量 儘快 盡快 儘早 盡早 儘可能 盡可能 遊戲 游戲 回復 回覆 答復 答覆 批復 批覆 反復 反覆 函復 函覆 注釋 註釋 注解 註解 備注 備註 標注 標註
      計劃 計畫 規劃 規畫 策劃 策畫 家具 傢俱 家伙 傢伙 胡同 衚衕 憑借 憑藉 借助 藉助 借口 藉口 彌漫 瀰漫 折疊 摺疊 地方志 地方誌 縣志 縣誌 志書 誌書 累累 纍纍
      身分 身份 部份 部分 成份 成分 發霉 發黴 起哄 起鬨 僅只 凌晨 淩晨 蒙蔽 矇蔽 蒙騙 矇騙 蒙在鼓 矇在鼓 倒霉 倒黴 大霉 大黴 凌亂 淩亂 仿佛 彷彿
      """
    return Set(pairs.split(whereSeparator: \.isWhitespace).map { word in key(word.unicodeScalars.map(\.value)) })
  }()

  /// One bit for the lowest bits of each character of the words, so that most characters are known to be in none.
  private static let characters: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 64)
    for word in words {
      for shift in [0, 21, 42] as [UInt64] {
        let scalar = word >> shift & 0x1F_FFFF
        if scalar > 0 { bits[Int(scalar >> 6 & 63)] |= 1 << (scalar & 63) }
      }
    }
    return bits
  }()

  /// Two or three scalars in one number.
  private static func key(_ word: some Collection<UInt32>) -> UInt64 {
    word.reduce(0) { $0 << 21 | UInt64($1) }
  }

  /// Whether a character may be in one of the words.
  private static func mayBeListed(_ scalar: UInt32) -> Bool {
    characters[Int(scalar >> 6 & 63)] >> UInt64(scalar & 63) & 1 != 0
  }

  /// Whether a listed word of two or three characters stands over an offset.
  static func isListedWord(_ text: UnsafeBufferPointer<UInt32>, over offset: Int) -> Bool {
    guard mayBeListed(text[offset]) else { return false }
    for count in 2...3 {
      for start in max(0, offset - count + 1)...offset where start + count <= text.count {
        let word = text[start..<start + count]
        if word.allSatisfy(mayBeListed), words.contains(key(word)) { return true }
      }
    }
    return false
  }
}
