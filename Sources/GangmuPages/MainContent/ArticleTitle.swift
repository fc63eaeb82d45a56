import HanText

/// The title of the article on a page: the lines above its text that the page's own title holds, or its one heading.
struct ArticleTitle {
  /// The blocks of the title, adjoining ones; empty where none is found.
  private(set) var blocks = 0..<0

  /// Looks for the title.
  ///
  /// - Parameters:
  ///   - reasons: Why each block is set aside; nil for those that are kept.
  ///   - pageTitle: What the page calls itself.
  init(in content: BlockText, facts: [BlockFacts], scores: ElementScores, reasons: [FurnitureRule?], pageTitle: String?)
  {
    var words: [FoldUnit] = []
    Self.read(FoldedText(pageTitle ?? "").units[...], into: &words)
    let name = Array(words.prefix(Self.longestName))
    let firstText =
      content.blocks.indices.first { index in
        guard reasons[index] == nil, scores.scores[index].text > scores.paragraph else { return false }
        // Where all lines are short, the title is as much a text as they are.
        if content.blocks[index].isHeading { return false }
        Self.read(content.text.units[content.blocks[index].span], into: &words)
        return !(words.count <= Self.longest && Self.contains(name, words))
      } ?? content.blocks.indices.last { reasons[$0] == nil } ?? content.blocks.count
    var best: (index: Int, score: Int, isNamed: Bool)?
    for index in content.blocks[..<firstText].indices.reversed().prefix(Self.reach) {
      let block = content.blocks[index]
      guard (4...Self.longest).contains(block.span.count) else { continue }
      Self.read(content.text.units[block.span], into: &words)
      var score = 0
      let isNamed = words.count >= 4 && name.count >= words.count && Self.contains(name, words)
      if isNamed { score += 4 + min(words.count, 30) }
      if case .heading(let level) = block.kind {
        score += level <= 2 ? 6 : 2
      } else if facts[index].linkScalars * 2 > block.span.count {
        // The path of a page, or a menu, may name it too.
        continue
      }
      if !isNamed, Self.isNumbered(block.span, in: content.text) { continue }
      if score >= 6, score > best?.score ?? 0 { best = (index, score, isNamed) }
    }
    guard let best else { return }
    blocks = best.index..<best.index + 1
    if best.isNamed { widen(in: content, name, upTo: firstText) }
  }

  /// Takes in the lines beside it that the name has too: long titles are broken.
  private mutating func widen(in content: BlockText, _ name: [FoldUnit], upTo firstText: Int) {
    var words: [FoldUnit] = []
    func isTitle(_ blocks: Range<Int>) -> Bool {
      words.removeAll(keepingCapacity: true)
      for block in blocks {
        Self.append(content.text.units[content.blocks[block].span], to: &words)
        if words.count > name.count { return false }
      }
      return words.count <= name.count && Self.contains(name, words)
    }
    while blocks.lowerBound > 0, isTitle(blocks.lowerBound - 1..<blocks.upperBound) {
      blocks = blocks.lowerBound - 1..<blocks.upperBound
    }
    while blocks.upperBound < firstText, isTitle(blocks.lowerBound..<blocks.upperBound + 1) {
      blocks = blocks.lowerBound..<blocks.upperBound + 1
    }
  }

  private static let longest = 70
  /// How much of the page's own title is looked at: its beginning names the article, and every line may be looked up in it.
  private static let longestName = 300
  /// How many blocks above the first paragraph are looked at.
  private static let reach = 60

  /// Whether a heading is one within the text: 一、总则, (一)目的, 第一章.
  private static func isNumbered(_ line: Range<Int>, in text: FoldedText) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound, text[start].isAny([.open, .space]) || text[start] == "第" { start += 1 }
    var end = start
    while end < line.upperBound, text[end].isAny([.digit, .hanNumeral]) { end += 1 }
    guard end > start, let mark = text.unit(at: end) else { return false }
    return mark.isAny([.close, .clauseEnd, .space]) || [".", "章", "篇", "节", "条"].contains(mark)
  }

  /// Reads a line without its spaces. What is longer than any title comes out longer, but not to its end.
  private static func read(_ line: ArraySlice<FoldUnit>, into words: inout [FoldUnit]) {
    words.removeAll(keepingCapacity: true)
    append(line, to: &words)
  }

  private static func append(_ line: ArraySlice<FoldUnit>, to words: inout [FoldUnit]) {
    let limit = words.count + longestName + 1
    for unit in line where unit != " " {
      words.append(unit)
      if words.count == limit { return }
    }
  }

  private static func contains(_ name: [FoldUnit], _ words: [FoldUnit]) -> Bool {
    guard let first = words.first, words.count <= name.count else { return false }
    return (0...name.count - words.count).contains {
      name[$0] == first && name[$0..<$0 + words.count].elementsEqual(words)
    }
  }
}
