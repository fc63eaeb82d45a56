/// Forms of a character that are both right, so that none is an error for the other: which one stands in a text is its house
/// style.
struct VariantGroups {
  private var heads: [UInt32: UInt32] = [:]

  /// Joins what Taiwan and Hong Kong write otherwise than OpenCC's standard, and the groups below.
  init(regional: [SourceTable]) {
    for table in regional {
      for entry in table.entries where entry.key.count == 1 { join(entry.key[0], entry.values[0][0]) }
    }
    for group in Self.groups {
      let scalars = group.unicodeScalars.map(\.value)
      for scalar in scalars.dropFirst() { join(scalars[0], scalar) }
    }
  }

  /// The character that stands for all forms of one.
  subscript(scalar: UInt32) -> UInt32 {
    var scalar = scalar
    while let next = heads[scalar], next != scalar { scalar = next }
    return scalar
  }

  func areForms(_ left: UInt32, _ right: UInt32) -> Bool { left == right || self[left] == self[right] }

  private mutating func join(_ left: UInt32, _ right: UInt32) {
    let (left, right) = (self[left], self[right])
    if left != right { heads[right] = left }
  }

  /// The map to the characters that stand for all forms.
  var characters: Characters {
    var characters = Characters([])
    for scalar in heads.keys { characters[scalar] = self[scalar] }
    return characters
  }

  /// Characters that Taiwan, Hong Kong, OpenCC and older print write one or the other way, in every word or nearly so.
  private static let groups = [
    "周週", "臺台", "布佈", "占佔", "托託", "欲慾", "洩泄", "艷豔", "鑑鑒", "跡蹟", "煉鍊", "巖岩", "升昇陞", "彩綵", "回迴", "念唸", "幸倖",
    "讚贊", "吊弔", "哄鬨", "拐柺", "雇僱", "淒悽", "樑梁", "喂餵", "嘆歎", "噪譟", "搜蒐", "熏燻薰", "雕鵰彫", "舖鋪", "伙夥", "遊游",
    "砲炮", "姦奸", "粘黏", "兇凶", "汙污", "罵駡", "妝粧", "証證", "鈎鉤", "秘祕", "癥症", "糰團", "霉黴", "菸煙", "冊册", "産產", "教敎", "內内", "温溫",
    "舉擧", "鄰隣", "床牀", "決决", "況况", "涼凉", "減减", "淨凈", "別别", "擡抬", "嚐嘗", "復覆", "抵牴", "巨鉅", "毀燬譭", "虛虚", "個箇", "折摺", "借藉",
    "裡裏",
  ]
}
