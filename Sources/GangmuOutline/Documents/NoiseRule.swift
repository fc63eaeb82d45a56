import HanText

/// A line that content farms put among the text, and how to know it.
struct NoiseRule: Sendable {
  /// A stable id, the contract's `noise[].rule`.
  let id: String
  /// Whether a line is such noise.
  let applies: @Sendable (_ line: Range<Int>, _ text: FoldedText) -> Bool

  /// The rule by which a line is noise, or nil. Nearly no line begins or ends as such lines do.
  static func rule(of line: Range<Int>, in text: FoldedText) -> NoiseRule? {
    if text[line.lowerBound] == "(", keywordSpam.applies(line, text) { return keywordSpam }
    if text[line.upperBound - 1] == ":", readingTeaser.applies(line, text) { return readingTeaser }
    return nil
  }

  /// `(1).網路安全宣傳口號 (2).網路安全宣傳用語 (3).…`: search phrases in a row, no member of which says anything.
  static let keywordSpam = NoiseRule(id: "noise.keyword_spam") { line, text in
    var expected = 1
    var offset = line.lowerBound
    while offset < line.upperBound {
      if let end = spamMarker(expected, at: offset, in: text, limit: line.upperBound),
        offset == line.lowerBound || text[offset - 1] == " "
      {
        expected += 1
        offset = end
      } else {
        if text[offset].isAny(.sentenceEnd) || text[offset] == ";" { return false }
        offset += 1
      }
      if expected == 1 { return false }
    }
    return expected > 3
  }

  private static func spamMarker(_ ordinal: Int, at offset: Int, in text: FoldedText, limit: Int) -> Int? {
    guard text[offset] == "(", let number = HanNumeral.readDecimal(in: text, at: offset + 1, limit: limit),
      number.value == ordinal, text.matches([")", "."], at: number.end, limit: limit)
    else { return nil }
    return number.end + 2
  }

  /// `(7)民政局開展網路安全擴展閱讀:`: a line that announces further reading in the midst of a text.
  static let readingTeaser = NoiseRule(id: "noise.reading_teaser") { line, text in
    guard line.count <= 40 else { return false }
    return teasers.close(at: line.upperBound - 1, from: line.lowerBound, in: text)
  }

  private static let teasers = ClosingWords(["扩展阅读", "拓展阅读", "延伸阅读", "相关阅读", "推荐阅读"])
}

/// The list of links to other pages with which content farms close a document.
enum RelatedLinks {
  /// The first block of such a list, or `blocks.upperBound` where there is none: a line that announces it, then nothing
  /// but short lines without sentences up to the end.
  static func start(in page: BlockText, blocks: Range<Int>) -> Int {
    var start = blocks.upperBound
    for index in blocks.reversed() {
      let line = page.blocks[index].span
      if isHead(line, in: page.text) {
        start = index
      } else if !isLink(line, in: page.text) {
        break
      }
    }
    guard start < blocks.upperBound, blocks.lowerBound + 1 < start,
      isMadeOfTitles(start + 1..<blocks.upperBound, in: page)
    else { return blocks.upperBound }
    return start
  }

  /// Whether most lines are as long as titles of pages are, or are marked as items: a reading list has short names of books.
  private static func isMadeOfTitles(_ blocks: Range<Int>, in page: BlockText) -> Bool {
    let titles = blocks.count { index in
      let line = page.blocks[index].span
      return line.count >= shortestLink || page.text[line.lowerBound].isAny(.bullet)
    }
    return titles * 2 >= blocks.count
  }

  private static let shortestLink = 8

  /// A short line without a sentence, and none that numbers a part of the text.
  private static func isLink(_ line: Range<Int>, in text: FoldedText) -> Bool {
    guard line.count <= ItemMark.longestTitle, !text.hasSentence(line) else { return false }
    let marker = MarkerReader.shared.read(in: text, at: line.lowerBound, limit: line.upperBound)
    return marker.map { $0.traits.numeral != .han } ?? true
  }

  /// `…相關文章:`, `【相關閱讀】`, `猜你喜歡`, `推薦閱讀:`: the words close the line but for marks.
  private static func isHead(_ line: Range<Int>, in text: FoldedText) -> Bool {
    guard line.count <= ItemMark.longestTitle else { return false }
    var end = line.upperBound
    while end > line.lowerBound, text[end - 1].isAny([.clauseEnd, .close, .space, .bullet]) { end -= 1 }
    return heads.close(at: end, from: line.lowerBound, in: text)
  }

  private static let heads = ClosingWords([
    "相关文章", "相关阅读", "相关推荐", "相关内容", "相关资讯", "推荐阅读", "延伸阅读", "扩展阅读", "拓展阅读", "猜你喜欢", "热门文章",
    "精彩推荐", "更多相关文章", "推荐文章", "相关范文", "看过本文的人还看了", "上一篇", "下一篇",
  ])
}
