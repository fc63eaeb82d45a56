import HanText

/// Finds what readers wrote below an article: comments, and the replies of a forum's thread.
///
/// Names of elements tell most comments; these do not rely on them. Replies are often longer than what they reply to, so
/// they are found before the article is looked for.
struct ReaderReplies {
  private let content: BlockText
  private let facts: [BlockFacts]
  private let elements: [PageElement]
  private let scores: [BlockScore]
  /// The running text before each block, and behind the last.
  private let textBefore: [Int]
  /// How many blocks before each, and behind the last, have a mark of a comment. Few pages need it.
  private lazy var marksBefore = content.blocks.reduce(into: [0]) { sums, block in
    sums.append((sums.last ?? 0) + (Self.isMark(block.span, in: content.text) ? 1 : 0))
  }

  init(_ content: BlockText, _ facts: [BlockFacts], _ elements: [PageElement], _ scores: [BlockScore]) {
    self.content = content
    self.facts = facts
    self.elements = elements
    self.scores = scores
    var textBefore = [0]
    textBefore.reserveCapacity(scores.count + 1)
    var sum = 0
    for score in scores {
      sum += score.text
      textBefore.append(sum)
    }
    self.textBefore = textBefore
  }

  /// The blocks of what readers wrote, rising, without overlap.
  mutating func blocks() -> [Range<Int>] {
    var found: [Range<Int>] = []
    if let thread = repliesOfThread { found.append(thread) }
    var text = 0
    var index = 0
    while index < content.blocks.count {
      if let first = found.first, first.contains(index) { break }
      if text >= Self.shortestArticle, let comments = comments(headedBy: index, after: text) {
        found.append(comments)
        index = comments.upperBound
      } else {
        text += scores[index].text
        index += 1
      }
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The score of an article of one sentence.
  private static let shortestArticle = 40

  // MARK: Comments

  /// The comments whose head is a block, as 网友评论(25条): all of the element that begins with the head, or, where the head
  /// is an element by itself, what follows in the element around it.
  private mutating func comments(headedBy head: Int, after text: Int) -> Range<Int>? {
    let line = content.blocks[head].span
    guard facts[head].words.contains(.comments), FurnitureLine.isHead(line, of: PageWords.comments, in: content.text)
    else { return nil }
    var element = facts[head].element
    while element != 0, elements[elements[element].parent].blocks.lowerBound == head {
      element = elements[element].parent
    }
    var region = elements[element].blocks
    if region.count <= 1 || region.lowerBound != head {
      // On a damaged page an element may end before its last block.
      region = head..<max(head + 1, elements[elements[element].parent].blocks.upperBound)
    }
    region = region.clamped(to: head..<content.blocks.count)
    guard written(in: region) > text else { return region }
    // So much text must show that it is of many readers.
    return marksBefore[region.upperBound] - marksBefore[region.lowerBound] >= 3 ? region : nil
  }

  private static func isMark(_ line: Range<Int>, in text: FoldedText) -> Bool {
    line.count <= 40 && PageWords.commentMarks.firstMatch(in: text, within: line) != nil
  }

  // MARK: Threads

  /// From the second post of a thread on, where the first is an article.
  private var repliesOfThread: Range<Int>? {
    var heads: [Int] = []
    var isThread = false
    for (index, block) in content.blocks.enumerated() where block.span.count <= 80 {
      let isFloor =
        if case .tableRow(let cells) = block.kind { cells.contains(where: isFloor) } else { isFloor(block.span) }
      guard isFloor || facts[index].words.contains(.postHead) && isPostHead(block.span) else { continue }
      isThread = isThread || isFloor || PageWords.threadMarks.firstMatch(in: content.text, within: block.span) != nil
      // A post has a floor and a line with its time.
      if let last = heads.last, index - last <= 3 { continue }
      heads.append(index)
    }
    guard isThread, heads.count >= 2 else { return nil }
    guard
      let reply = heads.indices.dropFirst().first(where: {
        written(in: heads[$0 - 1]..<heads[$0]) >= Self.shortestArticle
      })
    else { return nil }
    let (first, second) = (heads[reply - 1], heads[reply])
    var element = facts[second].element
    while element != 0, !elements[elements[element].parent].blocks.contains(first) {
      element = elements[element].parent
    }
    guard element != 0, elements[element].blocks.lowerBound > first else { return second..<content.blocks.count }
    return elements[element].blocks
      .lowerBound..<elements[elements[element].parent].blocks.clamped(to: 0..<content.blocks.count).upperBound
  }

  private func written(in blocks: Range<Int>) -> Int {
    textBefore[blocks.upperBound] - textBefore[blocks.lowerBound]
  }

  /// 发表于 2013-5-1 10:22 | 只看该作者.
  private func isPostHead(_ line: Range<Int>) -> Bool {
    let text = content.text
    guard let found = Self.postHeads.firstMatch(in: text, within: line) else { return false }
    let after = text.skippingSpaces(from: found.span.upperBound, to: line.upperBound)
    return found.span.lowerBound - line.lowerBound <= 12
      && (text.unit(at: after)?.digitValue != nil
        || PageWords.threadMarks.firstMatch(in: text, within: line) != nil)
  }

  private static let postHeads = PhraseTable(postHeadPhrases)
  static let postHeadPhrases = ["发表于:", "发表于", "发表时间:", "张贴于", "发帖时间"]

  /// 2#, #2, 2楼, 第2楼, 沙发.
  private func isFloor(_ line: Range<Int>) -> Bool {
    let text = content.text
    guard (1...8).contains(line.count) else { return false }
    if Self.floors.longestMatch(in: text, at: line.lowerBound, limit: line.upperBound)?.span == line { return true }
    var digits = 0
    var marks = 0
    for offset in line {
      if text[offset].digitValue != nil {
        digits += 1
      } else if text[offset] == "#" || text[offset] == "楼" {
        marks += 1
      } else if text[offset] != "第", text[offset] != " " {
        return false
      }
    }
    return digits > 0 && marks == 1
  }

  private static let floors = PhraseTable(["楼主", "沙发", "板凳", "地板", "楼主#"])
}
