import HanText

/// Lines that a page puts before and behind an article: where one is, who wrote it, what to read next.
enum FurnitureLine {
  /// The rule that takes a line before the first paragraph for furniture, or nil.
  static func rule(forHead line: Range<Int>, in text: FoldedText) -> FurnitureRule? {
    guard line.count <= 120, !hasSentence(line, in: text) else { return nil }
    let opening = opening(of: line, in: text)
    if opening.contains(.path) { return .navigation }
    if opening.contains(.particular) || isMoment(line, in: text) || isDated(line, in: text) {
      return .particulars
    }
    if isTools(line, in: text) { return .share }
    if isAddress(line, in: text) { return .particulars }
    return isOrnament(line, in: text) ? .boilerplate : nil
  }

  /// The rule that takes a line behind the last paragraph for furniture, and whether it is the head of a list; or nil.
  /// Imprints are set aside before.
  static func foot(
    _ line: Range<Int>, _ words: PageWords.Sought, in text: FoldedText
  ) -> (rule: FurnitureRule, opensList: Bool)? {
    if isOrnament(line, in: text) { return (.boilerplate, false) }
    guard line.count <= longest else { return nil }
    if words.contains(.related), isHead(line, of: PageWords.related, in: text) { return (.related, true) }
    if words.contains(.comments), isHead(line, of: PageWords.comments, in: text) { return (.comments, true) }
    let opening = opening(of: line, in: text)
    if opening.contains(.neighbour) { return (.related, false) }
    if opening.contains(.credit), line.count <= 60 { return (.particulars, false) }
    if isTools(line, in: text) { return (.share, false) }
    if opening.contains(.statement) || leadsBack(line, in: text) {
      return (.statement, false)
    }
    return nil
  }

  /// Whether a line is the head of a list: it holds one of some phrases, and little else.
  static func isHead(_ line: Range<Int>, of heads: PhraseTable<Bool>, in text: FoldedText) -> Bool {
    guard line.count <= 40 else { return false }
    guard let found = heads.firstMatch(in: text, within: line) else { return false }
    return found.span.lowerBound - line.lowerBound <= 24 && line.upperBound - found.span.upperBound <= 12
  }

  /// How long a line may be that is furniture by its words.
  static let longest = 200

  /// Whether a line is of an imprint: whose site this is, by which number it is registered, how to look at it.
  static func isImprint(_ line: Range<Int>, _ words: PageWords.Sought, in text: FoldedText) -> Bool {
    if words.contains(.imprint) { return true }
    guard words.contains(.site), !hasSentence(line, in: text) else { return false }
    let count = PageWords.siteWords.matches(in: text, within: line).count
    return count >= 2 || count == 1 && PageWords.addressWords.firstMatch(in: text, within: line) != nil
  }

  /// Whether a line is nothing but words of tools, marks and figures.
  static func isTools(_ line: Range<Int>, in text: FoldedText) -> Bool {
    guard line.count <= 60 else { return false }
    var words = 0
    var offset = line.lowerBound
    while offset < line.upperBound {
      if let word = PageWords.tools.longestMatch(in: text, at: offset, limit: line.upperBound) {
        if word.span.count > 1 { words += 1 }
        offset = word.span.upperBound
      } else if text[offset].isAny([.han, .latin]) {
        return false
      } else {
        offset += 1
      }
    }
    return words > 0
  }

  /// Whether a line leads back to a site: 返回某某网首页, 返回某某,查看更多.
  private static func leadsBack(_ line: Range<Int>, in text: FoldedText) -> Bool {
    guard line.count <= 16, text.matches(back, at: line.lowerBound, limit: line.upperBound) else { return false }
    var end = line.upperBound
    while end > line.lowerBound, !text[end - 1].isAny([.han, .latin, .digit]) { end -= 1 }
    return (max(line.lowerBound + back.count, end - 4)..<max(line.lowerBound + back.count, end)).contains {
      PageWords.waysBack.longestMatch(in: text, at: $0, limit: end)?.span.upperBound == end
    }
  }

  private static let back = FoldUnit.fold("返回")

  /// Whether a line has neither letter nor figure: a row of stars or dashes.
  private static func isOrnament(_ line: Range<Int>, in text: FoldedText) -> Bool {
    if line.count >= 6, !text[line.lowerBound].isAny([.han, .latin, .digit]) {
      let first = text[line.lowerBound]
      if line.allSatisfy({ text[$0] == first }) { return true }
    }
    return line.count >= 3
      && !line.contains { text[$0].isAny([.han, .latin, .digit, .redaction]) || text[$0].rawValue >= 0xA0 }
  }

  /// Whether a line is the address of a page, with a date perhaps.
  private static func isAddress(_ line: Range<Int>, in text: FoldedText) -> Bool {
    text.matches(scheme, at: line.lowerBound, limit: line.upperBound) && !line.contains { text[$0].isAny(.han) }
  }

  private static let scheme = FoldUnit.fold("http")

  private static func hasSentence(_ line: Range<Int>, in text: FoldedText) -> Bool {
    text.units.withUnsafeBufferPointer { units in
      units[line].contains { $0 == "。" || $0 == ";" }
    }
  }

  /// A date with a time of day and little else: 2019-09-07 10:20:33, 2019年9月7日 10:20 新华网.
  private static func isMoment(_ line: Range<Int>, in text: FoldedText) -> Bool {
    guard line.count <= 60 else { return false }
    var digits = 0
    for offset in line where text[offset].digitValue != nil { digits += 1 }
    guard digits >= 8, text[line.lowerBound].digitValue != nil else { return false }
    return line.contains { offset in
      text[offset] == ":" && offset > line.lowerBound && text[offset - 1].digitValue != nil
        && text.unit(at: offset + 1)?.digitValue != nil
    }
  }

  /// A date as programs write it, behind 时间 or 日期 or alone, or beside other particulars. (时间:2019年9月7日 is said by
  /// notices of their event.)
  private static func isDated(_ line: Range<Int>, in text: FoldedText) -> Bool {
    guard line.count <= 100, let date = programDate(line, in: text) else { return false }
    if PageWords.particularsWithin.firstMatch(in: text, within: line) != nil { return true }
    let before = text.units[line.lowerBound..<date.lowerBound].count {
      !$0.isAny([.space, .clauseEnd, .open, .bullet])
    }
    let after = text.units[date.upperBound..<line.upperBound].count { $0.isAny([.han, .latin]) }
    return before <= 4 && after == 0
  }

  /// 2019-09-07, 2019/9/7, 2019.9.7.
  private static func programDate(_ line: Range<Int>, in text: FoldedText) -> Range<Int>? {
    var start = line.lowerBound
    while start + 8 <= line.upperBound {
      guard text[start].digitValue != nil else {
        start += 1
        continue
      }
      var end = start
      var separators = 0
      var digits = 0
      while end < line.upperBound {
        if text[end].digitValue != nil {
          digits += 1
        } else if digits >= 4, separators < 2, text[end] == "-" || text[end] == "/" || text[end] == "." {
          separators += 1
        } else {
          break
        }
        end += 1
      }
      if separators == 2, (6...8).contains(digits) { return start..<end }
      start = end
    }
    return nil
  }

  /// What the words stand for that open a line, behind a number perhaps: 1. 本站所有资源…
  private static func opening(of line: Range<Int>, in text: FoldedText) -> PageWords.Opening {
    var start = line.lowerBound
    while start < line.upperBound, text[start].isAny([.open, .space, .bullet, .quote]) { start += 1 }
    let opening = PageWords.openings.opening(at: start, limit: line.upperBound, of: text)
    let number = start
    while start < line.upperBound, text[start].digitValue != nil { start += 1 }
    guard start > number, start < line.upperBound, text[start] == "." || text[start] == "、" else { return opening }
    start = text.skippingSpaces(from: start + 1, to: line.upperBound)
    return opening.union(PageWords.openings.opening(at: start, limit: line.upperBound, of: text))
  }
}
