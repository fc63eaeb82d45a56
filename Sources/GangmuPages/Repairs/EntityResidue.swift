import HanText

extension RepairRule {
  /// What is left of a character reference at the end of a line, with the spaces before it: `国务院办公厅 &sp;`, `学生处&nbsp`.
  /// Pages that were escaped twice have `&nbsp;`, those that were cut and replaced by hand names that no standard knows.
  ///
  /// A name counts with its semicolon; the names of spaces count without it. A letter or a digit before the ampersand makes
  /// it part of a word (`R&D;`, `?a=1&b;`).
  static let entityResidue = RepairRule(id: "text.entity_residue", trigger: .ampersand) { line, text in
    var start = line.span.upperBound
    while let residue = lastReference(in: line.span.lowerBound..<start, of: text) { start = residue }
    guard start > line.span.lowerBound, start < line.span.upperBound else { return [] }
    return [start..<line.span.upperBound]
  }

  /// Where the reference that ends a span begins, with the spaces before it; nil where none does.
  private static func lastReference(in span: Range<Int>, of text: FoldedText) -> Int? {
    var end = span.upperBound
    while end > span.lowerBound, text[end - 1].isAny(.space) { end -= 1 }
    let hasSemicolon = end > span.lowerBound && text[end - 1] == ";"
    if hasSemicolon { end -= 1 }
    var start = end
    while start > span.lowerBound, end - start < longestName, text[start - 1].isAny(.latin) { start -= 1 }
    guard end - start >= 2, start > span.lowerBound, text[start - 1] == "&" else { return nil }
    guard hasSemicolon || spaceNames.contains(Array(text.units[start..<end])) else { return nil }
    start -= 1
    if start > span.lowerBound, text[start - 1].isAny([.latin, .digit]) { return nil }
    while start > span.lowerBound, text[start - 1].isAny(.space) { start -= 1 }
    return start
  }

  private static let longestName = 8
  private static let spaceNames = Set(["nbsp", "ensp", "emsp", "thinsp"].map { FoldUnit.fold($0) })
}
