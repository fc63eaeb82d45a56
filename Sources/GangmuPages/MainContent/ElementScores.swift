import HanText

/// The scores of a page's elements: what their blocks add up to.
struct ElementScores {
  private(set) var scores: [BlockScore]
  /// Characters of running text in each element, with all in it.
  private(set) var text: [Int]
  /// Characters of links in each element.
  private(set) var links: [Int]
  /// All characters in each element.
  private(set) var length: [Int]

  init(_ content: BlockText, _ facts: [BlockFacts], _ elements: [PageElement]) {
    scores = zip(content.blocks, facts).map { BlockScore($0, $1, in: content.text) }
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
