import HanText

extension RepairRule {
  /// Spaces around a word that a content farm links: `按照中央網信辦、 教育 部等6部委`, `營造網路安全 文化 氛圍`.
  ///
  /// Only a word of two to four characters with one ASCII space on both sides, in running text. A space on one side (電 話：,
  /// 程愛民 總經濟師), a wide one (于　淼), a single character (於 淼 張子嬋) and the members of a list (學生處 團委 保衛處)
  /// stay. Four characters may be a slogan (加強領導 落實責任 確保安全): they count where the page has the same two
  /// characters together elsewhere that the space parts.
  static let keywordSpaces = RepairRule(id: "text.keyword_spaces", trigger: .space) { line, text in
    if case .tableRow = line.kind { return [] }
    var found: [Range<Int>] = []
    var offset = line.span.lowerBound + 1
    while offset < line.span.upperBound {
      guard text[offset] == " ", let word = KeywordSpaces.word(after: offset, in: line.span, of: text) else {
        offset += 1
        continue
      }
      if found.last?.upperBound != offset + 1 { found.append(offset..<offset + 1) }
      found.append(word.upperBound..<word.upperBound + 1)
      // The space behind the word may stand before another.
      offset = word.upperBound
    }
    return found
  }
}

private enum KeywordSpaces {
  /// The keyword behind a space, or nil where none stands there.
  static func word(after space: Int, in line: Range<Int>, of text: FoldedText) -> Range<Int>? {
    let end = endOfHan(from: space + 1, in: line, of: text, atMost: 5)
    let word = space + 1..<end
    guard (2...4).contains(word.count), end + 1 < line.upperBound, isASCIISpace(space, in: text),
      isASCIISpace(end, in: text)
    else { return nil }
    let before = text[space - 1]
    let after = text[end + 1]
    guard before.isAny(.han) || before.isAny([.clauseEnd, .sentenceEnd, .close]),
      after.isAny(.han) || after.isAny([.clauseEnd, .sentenceEnd])
    else { return nil }
    let left = startOfHan(to: space, in: line, of: text)..<space
    let right = end + 1..<endOfHan(from: end + 1, in: line, of: text, atMost: 20)
    if isList([left, word, right], in: text) { return nil }
    return word.count < 4 || isWritten(together: text[space - 1], text[space + 1], in: text)
      || isWritten(together: text[end - 1], text[end + 1], in: text) ? word : nil
  }

  /// Whether words in a row are all as short as names, or two neighbours end like offices.
  private static func isList(_ words: [Range<Int>], in text: FoldedText) -> Bool {
    let present = words.filter { !$0.isEmpty }
    if present.count == 3, present.allSatisfy({ $0.count <= 4 }), words[1].count < 4 { return true }
    let areOffices = words.map { $0.last.map { offices.contains(text[$0]) } ?? false }
    return areOffices[1] && (areOffices[0] || areOffices[2])
  }

  private static let offices = Set(FoldUnit.fold("部处室办委局科院会组系厅站团司队校所"))

  private static func isASCIISpace(_ offset: Int, in text: FoldedText) -> Bool {
    text[offset] == " " && text.utf8[text.utf8Offset(offset)] == 0x20
  }

  private static func endOfHan(from start: Int, in line: Range<Int>, of text: FoldedText, atMost count: Int) -> Int {
    var end = start
    while end < line.upperBound, end - start < count, text[end].isAny(.han) { end += 1 }
    return end
  }

  private static func startOfHan(to end: Int, in line: Range<Int>, of text: FoldedText) -> Int {
    var start = end
    while start > line.lowerBound, end - start < 20, text[start - 1].isAny(.han) { start -= 1 }
    return start
  }

  /// Whether two characters stand side by side somewhere near the beginning of the page.
  private static func isWritten(together first: FoldUnit, _ second: FoldUnit, in text: FoldedText) -> Bool {
    guard first.isAny(.han), second.isAny(.han) else { return false }
    var previous: FoldUnit = " "
    for unit in text.units.prefix(reach) {
      if previous == first, unit == second { return true }
      previous = unit
    }
    return false
  }

  private static let reach = 8_000
}
