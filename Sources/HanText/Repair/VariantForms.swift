import CHanTables

/// Forms of a character or word that are both right, so that none is an error for the other: which one stands in a text is
/// its house style.
enum VariantForms {
  /// Maps each character to the one that stands for all its forms.
  static let canonical: CharacterMap = {
    var pairs: [(Unicode.Scalar, Unicode.Scalar)] = []
    var heads: [UInt32: UInt32] = [:]
    func head(_ scalar: UInt32) -> UInt32 {
      var scalar = scalar
      while let next = heads[scalar], next != scalar { scalar = next }
      return scalar
    }
    func join(_ left: UInt32, _ right: UInt32) {
      let (left, right) = (head(left), head(right))
      if left != right { heads[right] = left }
    }
    for table in [han_table_tw_variants(), han_table_hk_variants()] {
      CharacterMap.forEachCharacter(of: table) { key, value in if let value = value.first { join(key, value) } }
    }
    for group in groups {
      let scalars = group.unicodeScalars.map(\.value)
      for scalar in scalars.dropFirst() { join(scalars[0], scalar) }
    }
    for scalar in heads.keys {
      if let from = Unicode.Scalar(scalar), let to = Unicode.Scalar(head(scalar)) { pairs.append((from, to)) }
    }
    return CharacterMap([], overriding: pairs)
  }()

  /// Characters that Taiwan, Hong Kong, OpenCC and older print write one or the other way, in every word or nearly so.
  private static let groups = [
    "周週", "臺台", "布佈", "占佔", "托託", "欲慾", "洩泄", "艷豔", "鑑鑒", "跡蹟", "煉鍊", "巖岩", "升昇陞", "彩綵", "回迴", "念唸", "幸倖",
    "讚贊", "吊弔", "哄鬨", "拐柺", "雇僱", "淒悽", "樑梁", "喂餵", "嘆歎", "噪譟", "搜蒐", "熏燻薰", "雕鵰彫", "舖鋪", "伙夥", "遊游",
    "砲炮", "姦奸", "粘黏", "兇凶", "汙污", "罵駡", "妝粧", "証證", "鈎鉤", "秘祕", "癥症", "糰團", "霉黴", "菸煙", "冊册", "産產", "教敎", "內内", "温溫",
    "舉擧", "鄰隣", "床牀", "決决", "況况", "涼凉", "減减", "淨凈", "別别", "擡抬", "嚐嘗", "復覆", "抵牴", "巨鉅", "毀燬譭", "虛虚", "個箇", "折摺", "借藉",
    "裡裏",
  ]

  /// Words that dictionaries hold in both forms, the characters alone being different ones.
  static let words: Set<[UInt32]> = {
    let pairs = """
      了解 瞭解 了然 瞭然 明了 明瞭 匯報 彙報 匯編 彙編 匯總 彙總 複審 復審 復核 複核 申復 申覆 系數 係數 儘量 盡量 儘快 盡快 儘早 盡早 儘可能 盡可能 遊戲 游戲 回復 回覆 答復 答覆 批復 批覆 反復 反覆 函復 函覆 注釋 註釋 注解 註解 備注 備註 標注 標註
      計劃 計畫 規劃 規畫 策劃 策畫 家具 傢俱 家伙 傢伙 胡同 衚衕 憑借 憑藉 借助 藉助 借口 藉口 彌漫 瀰漫 折疊 摺疊 地方志 地方誌 縣志 縣誌 志書 誌書 累累 纍纍
      身分 身份 部份 部分 成份 成分 發霉 發黴 起哄 起鬨 僅只 凌晨 淩晨 蒙蔽 矇蔽 蒙騙 矇騙 蒙在鼓 矇在鼓 倒霉 倒黴 大霉 大黴 凌亂 淩亂 仿佛 彷彿
      """
    return Set(pairs.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) })
  }()

  /// Whether two characters are forms of one.
  @inline(__always)
  static func areForms(_ left: UInt32, _ right: UInt32) -> Bool {
    left == right || canonical[left] == canonical[right]
  }

  /// Whether a listed word of two or three characters stands over an offset.
  static func isListedWord(_ text: [UInt32], over offset: Int) -> Bool {
    for count in 2...3 {
      for start in max(0, offset - count + 1)...offset where start + count <= text.count {
        if words.contains(Array(text[start..<start + count])) { return true }
      }
    }
    return false
  }
}
