import HanText

/// The scores of a page's elements: what their blocks add up to.
struct ElementScores {
  private(set) var scores: [BlockScore]
  /// What readers wrote: blocks that count for nothing.
  let replies: [Range<Int>]
  /// The table above an official document, which counts for nothing either.
  let documentTable: Range<Int>
  /// The score above which a block is a paragraph of the article.
  private(set) var paragraph = 40
  /// Whether the page has no running text, so that short lines count as text.
  var isShort: Bool { paragraph == Self.shortParagraph }
  /// Characters of running text in each element, with all in it.
  private(set) var text: [Int]
  /// Characters of links in each element.
  private(set) var links: [Int]
  /// All characters in each element.
  private(set) var length: [Int]

  /// Text of less than this is the imprint and the notice of a page that has short lines only: a roster, a timetable.
  private static let leastText = 60

  private static let shortParagraph = 3
  /// The score of a line of particulars that has a mark.
  private static let longestParticular = 120

  /// Adds up the scores of the blocks.
  init(_ content: BlockText, _ facts: [BlockFacts], _ elements: [PageElement], blocks: [BlockScore]) {
    scores = blocks
    var reader = ReaderReplies(content, facts, elements, scores)
    replies = reader.blocks()
    let scored = scores
    documentTable = DocumentTable.blocks(in: content) { scored[$0].text > Self.longestParticular }
    for block in documentTable { scores[block] = BlockScore(links: scores[block].links) }
    for block in replies.joined() { scores[block] = BlockScore(links: scores[block].links) }
    if scores.reduce(0, { $0 + $1.text }) < Self.leastText {
      paragraph = Self.shortParagraph
      for index in scores.indices where scores[index].shortText > 0 {
        let line = content.blocks[index].span
        let isFurniture = FurnitureLine.rule(forHead: line, in: content.text) != nil
        scores[index].text = isFurniture || facts[index].links > 0 ? 0 : scores[index].shortText
      }
    }
    text = [Int](repeating: 0, count: elements.count)
    links = text
    length = text
    for (index, score) in scores.enumerated() {
      let element = facts[index].element
      text[element] += score.text
      links[element] += facts[index].linkScalars
      length[element] += content.blocks[index].span.count
    }
    // An element stands behind the one that it is in.
    for index in elements.indices.dropFirst().reversed() {
      let parent = elements[index].parent
      text[parent] += text[index]
      links[parent] += links[index]
      length[parent] += length[index]
    }
  }
}
