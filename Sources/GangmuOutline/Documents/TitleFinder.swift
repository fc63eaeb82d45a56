import HanText

/// Finds the title line of a document that nothing numbers or marks.
enum TitleFinder {
  /// The blocks of the title, or nil where the first blocks hold no line that could be one.
  ///
  /// A title is a short line without a sentence, at the top. A heading of the page (`h1`) or a line that ends in a word
  /// for a kind of document (方案, 通知) is taken before a line that is merely short.
  /// Lines that say, joined, what the page calls itself are the title before all others.
  static func title(in page: BlockText, blocks: Range<Int>, names: [PageName]) -> ClosedRange<Int>? {
    if let named = titleSaid(by: names, in: page, blocks: blocks) { return named }
    var best: (block: Int, score: Int)?
    var isInText = false
    for index in blocks.prefix(reach) {
      let block = page.blocks[index]
      let marker = MarkerReader.shared.read(in: page.text, at: block.span.lowerBound, limit: block.span.upperBound)
      if marker?.traits.isStrong == true { isInText = true }
      // Behind the first section only a line that is plainly a title can be one.
      guard let score = score(block, in: page.text), !isInText || score >= certain else { continue }
      if score > best?.score ?? 0 { best = (index, score) }
      if score >= certain { break }
    }
    return best.map { firstLine(of: $0.block, in: page, from: blocks.lowerBound)...$0.block }
  }

  /// The longest run of lines that together are in one of the page's names for itself.
  private static func titleSaid(by names: [PageName], in page: BlockText, blocks: Range<Int>) -> ClosedRange<Int>? {
    var best: (lines: ClosedRange<Int>, length: Int)?
    guard !names.isEmpty else { return nil }
    for first in blocks.prefix(reach) {
      var words: [FoldUnit] = []
      for last in first..<min(first + longestRun, blocks.upperBound) {
        guard isTitleLine(page.blocks[last], in: page.text) else { break }
        words += PageName.words(page.blocks[last].span, in: page.text)
        guard names.contains(where: { $0.contains(words) }) else { break }
        if words.count >= shortestNamed, words.count > best?.length ?? 0 { best = (first...last, words.count) }
      }
    }
    return best?.lines
  }

  private static let longestRun = 5
  /// Shorter lines (通知) are in many a name.
  private static let shortestNamed = 6

  /// The line on which a title begins that is set in several: 國務院關於印發職業教育改革 / 實施方案的通知.
  ///
  /// A title says 關於 before what it is about (GB/T 9704-2012, 7.3.1: issuer, matter, kind), so a last line without it is
  /// the end of a title whose 關於 stands up to three lines above.
  private static func firstLine(of block: Int, in page: BlockText, from start: Int) -> Int {
    func about(_ index: Int) -> Int? { page.blocks[index].span.first { isAbout($0, in: page.text) } }
    var first = block
    while about(first) == nil {
      guard first > start, block - first < 3, isTitleLine(page.blocks[first - 1], in: page.text) else { return block }
      first -= 1
    }
    if about(first) == page.blocks[first].span.lowerBound, first > start,
      isIssuer(page.blocks[first - 1], in: page.text)
    {
      first -= 1
    }
    return first
  }

  /// Whether a line is nothing but the name of an office.
  private static func isIssuer(_ block: Block, in text: FoldedText) -> Bool {
    isTitleLine(block, in: text) && block.span.count <= 40
      && offices.close(at: block.span.upperBound, from: block.span.lowerBound, in: text)
  }

  private static let offices = ClosingWords([
    "院", "厅", "部", "局", "委", "会", "府", "室", "办", "署", "校", "学", "司", "处", "科", "组", "中心", "公司",
  ])

  private static func isAbout(_ offset: Int, in text: FoldedText) -> Bool {
    text[offset] == "关" && text.unit(at: offset + 1) == "于"
  }

  private static let reach = 30
  private static let certain = 3

  private static func score(_ block: Block, in text: FoldedText) -> Int? {
    guard isTitleLine(block, in: text) else { return nil }
    let span = block.span
    var score = 1
    if endsInKind(span, in: text) { score += 2 }
    if case .heading(let level) = block.kind, level <= 2 { score += 2 }
    if span.contains(where: { text[$0] == ":" }) { score -= 1 }
    return score
  }

  /// Whether a block could be a line of a title: short, no sentence, no number before it, no mark at its end.
  private static func isTitleLine(_ block: Block, in text: FoldedText) -> Bool {
    let span = block.span
    guard (2...ItemMark.longestTitle).contains(span.count), !block.isTable, !text.hasSentence(span) else {
      return false
    }
    return MarkerReader.shared.read(in: text, at: span.lowerBound, limit: span.upperBound) == nil
      && !text[span.upperBound - 1].isAny(.clauseEnd)
  }

  /// Whether a line ends in a word for a kind of document, bare or before a bracket ((試行), (2024年)) or a number.
  private static func endsInKind(_ span: Range<Int>, in text: FoldedText) -> Bool {
    var end = span.upperBound
    if text[end - 1] == ")", let open = span.suffix(16).last(where: { text[$0] == "(" }) { end = open }
    while end > span.lowerBound, text[end - 1].isAny([.digit, .space]) { end -= 1 }
    return kinds.close(at: end, from: span.lowerBound, in: text)
  }

  private static let kinds = ClosingWords([
    "方案", "计划", "规划", "预案", "总结", "报告", "通知", "通报", "公告", "意见", "批复", "函", "决定", "办法", "条例", "规定",
    "细则", "规则", "章程", "制度", "要点", "讲话", "演讲稿", "倡议书", "汇报", "纪要", "规范", "指南", "须知", "计划书", "策划书",
    "范文", "要则", "守则", "准则", "清单", "公约", "标准", "简报", "法", "令", "书",
    "小结", "请示", "通告", "启事", "规程", "公示", "决议", "议案", "命令", "提纲", "纲要", "要求", "安排",
  ])
}
