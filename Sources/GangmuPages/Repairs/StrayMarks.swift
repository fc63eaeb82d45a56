import HanText

extension RepairRule {
  /// A bullet of Word in a font of symbols (U+F06C, U+F0D8), with the spaces behind it: the line is an item of a list.
  static let symbolBullets = RepairRule(id: "text.symbol_bullet", trigger: .symbol) { line, text in
    let start = line.span.lowerBound
    guard SymbolFont.characters.contains(text[start].rawValue) else { return [] }
    let end = text.skippingSpaces(from: start + 1, to: line.span.upperBound)
    return end < line.span.upperBound ? [start..<end] : []
  }

  /// A single quotation mark between two Han characters that no other closes: 取得了良好的'效果.
  static let strayQuotes = RepairRule(id: "text.stray_quote", trigger: .quote) { line, text in
    var marks = 0
    var place = 0
    for offset in line.span {
      let unit = text[offset]
      if unit == "'" || unit == "‘" || unit == "’" {
        marks += 1
        place = offset
      }
    }
    guard marks == 1, place > line.span.lowerBound, place + 1 < line.span.upperBound, text[place - 1].isAny(.han),
      text[place + 1].isAny(.han)
    else { return [] }
    return [place..<place + 1]
  }

  /// Pinyin with tone marks wedged in between two Han characters: 網wǎng路, 網 wǎng luò 路.
  static let pinyin = RepairRule(id: "text.pinyin", trigger: .tone) { line, text in
    var found: [Range<Int>] = []
    var offset = line.span.lowerBound + 1
    while offset < line.span.upperBound {
      guard (0xE0...0x1DC).contains(text[offset].rawValue), toned.contains(text[offset]) else {
        offset += 1
        continue
      }
      var start = offset
      var end = offset + 1
      while start > line.span.lowerBound, offset - start < 8, isPinyin(text[start - 1]) { start -= 1 }
      while end < line.span.upperBound, end - offset < 16, isPinyin(text[end]) { end += 1 }
      offset = end
      guard start > line.span.lowerBound, end < line.span.upperBound, text[start - 1].isAny(.han), text[end].isAny(.han)
      else { continue }
      found.append(start..<end)
    }
    return found
  }

  private static let toned = Set("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ".unicodeScalars.map { FoldUnit(folding: $0) })

  private static func isPinyin(_ unit: FoldUnit) -> Bool {
    unit.isAny(.latin) || unit == " " || unit == "ü" || toned.contains(unit)
  }
}
