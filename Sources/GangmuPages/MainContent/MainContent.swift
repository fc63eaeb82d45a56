import HanText

/// Tells the article of an HTML page from what stands around it.
///
/// The steps, each of which can be followed in `gangmu inspect`:
/// 1. Every block is scored (`BlockScore`): characters of running text, characters of links.
/// 2. Elements whose names say that they are furniture, and that hold less than half of the page's text, count for nothing.
/// 3. From the page down, the search goes into the element that has nearly all the text of the one around it, until the
///    text is spread over several: that element is the root, and what stands outside is furniture.
/// 4. In the root, link lists and elements named as furniture are set aside, then lines at its beginning and end that
///    belong to the page (`FurnitureLine`).
///
/// A page that is hardly more than text (a fragment that a scraper cut out, with few links) is kept whole but for these lines.
struct MainContent {
  private let content: BlockText
  private let facts: [BlockFacts]
  private let elements: [PageElement]
  private let scores: ElementScores
  /// Why each block is set aside; nil where it is kept.
  private(set) var reasons: [String?]
  /// The element in which the article was found; 0 where the page is kept whole.
  private(set) var root = 0

  init(_ content: BlockText, facts: [BlockFacts], elements: [PageElement]) {
    self.content = content
    self.facts = facts
    self.elements = elements
    scores = ElementScores(content, facts, elements)
    reasons = [String?](repeating: nil, count: content.blocks.count)
    find()
  }

  private mutating func find() {
    guard scores.text[0] > 0 else { return }
    let counted = countedText()
    root = deepestRoot(counted)
    setAsideOutside()
    setAsideInside()
    setAsideLines()
  }

  /// Whether the page is nothing but a list of links: many lines of them, some with a date, and no paragraph.
  var isListOfLinks: Bool {
    let lines = facts.count { $0.links > 0 }
    return lines >= Self.fewestLinksOfList && lines * 10 >= facts.count * 6
      && scores.links[0] * 10 >= scores.length[0] * 4
      && !scores.scores.contains { $0.text > Self.longestTextInList }
  }

  private static let fewestLinksOfList = 20
  /// The score of a summary below a link, of an imprint.
  private static let longestTextInList = 90

  // MARK: The root

  /// The running text of each element without that in furniture.
  private func countedText() -> [Int] {
    var counted = scores.text
    // From the innermost out, so that what a furniture element holds is taken from all around it once.
    for index in elements.indices.dropFirst() where counted[index] > 0 && isFurniture(index, of: scores.text[0]) {
      let lost = counted[index]
      var outer = index
      while outer != 0 {
        counted[outer] -= lost
        outer = elements[outer].parent
      }
      counted[0] -= lost
      clear(index, in: &counted)
    }
    return counted
  }

  private func clear(_ index: Int, in counted: inout [Int]) {
    counted[index] = 0
    var next = index + 1
    while next < elements.count, isInside(next, index) {
      counted[next] = 0
      next += 1
    }
  }

  /// Whether an element that stands behind another stands in it.
  private func isInside(_ index: Int, _ outer: Int) -> Bool {
    var element = index
    while element > outer { element = elements[element].parent }
    return element == outer
  }

  /// Whether an element is named as furniture, holds less than half of `total`, and looks like it.
  private func isFurniture(_ index: Int, of total: Int) -> Bool {
    let hint = elements[index].hint
    guard !hint.isDisjoint(with: .furniture), scores.text[index] * 2 < total else { return false }
    // Comments and imprints are text. A list, a head or a right column may be the article's own: links must say so too,
    // and more so where the name is of both kinds (`detail-right`, `news_top`).
    if !hint.contains(.content), !hint.isDisjoint(with: .wordyFurniture) { return true }
    return scores.links[index] * (hint.contains(.content) ? 3 : 4) > scores.length[index]
  }

  /// Goes down while one element has nearly all the text.
  private func deepestRoot(_ counted: [Int]) -> Int {
    var children = [[Int]](repeating: [], count: elements.count)
    for index in elements.indices.dropFirst() where counted[index] > 0 {
      children[elements[index].parent].append(index)
    }
    var root = 0
    while let best = children[root].max(by: { counted[$0] < counted[$1] }), elements[best].isContainer,
      counted[best] * 100 >= counted[root] * Self.share
    {
      root = best
    }
    return root
  }

  /// How much of the text around it an element must have, in percent.
  private static let share = 70

  // MARK: What is set aside

  private mutating func setAsideOutside() {
    guard root != 0 else { return }
    let inside = elements[root].blocks
    let isFragment = isFragment
    for index in content.blocks.indices where !inside.contains(index) {
      let rule = rule(forOutside: index)
      if !isFragment || rule != "page.boilerplate" && rule != "page.links" { reasons[index] = rule }
    }
  }

  /// Whether a page is an article that a scraper cut out of another: it has hardly any links, and what stands outside of the
  /// root is text as well.
  private var isFragment: Bool {
    scores.links[0] * 10 < scores.length[0] && scores.scores.count { $0.links > 0 } < 12
      || facts.reduce(0) { $0 + $1.links } < 6
  }

  private func rule(forOutside block: Int) -> String {
    var element = facts[block].element
    while element != 0 {
      if isFurniture(element, of: scores.text[0]) { return elements[element].hint.rule }
      element = elements[element].parent
    }
    return scores.scores[block].links > 0 ? "page.links" : "page.boilerplate"
  }

  private mutating func setAsideInside() {
    let total = scores.text[root]
    for index in elements.indices.dropFirst()
    where index > root && elements[root].blocks.contains(elements[index].blocks.lowerBound) {
      guard !elements[index].blocks.isEmpty, isInside(index, root) else { continue }
      let length = scores.length[index]
      let links = scores.links[index]
      if isFurniture(index, of: total) || elements[index].hint.contains(.particulars) && length < 200 {
        setAside(elements[index].blocks, elements[index].hint.rule)
      } else if links * 10 > length * 6, isLinkList(index) {
        setAside(elements[index].blocks, "page.links")
      }
    }
  }

  /// Whether an element is a list of links: several of them, and hardly anything else.
  private func isLinkList(_ index: Int) -> Bool {
    let links = elements[index].blocks.reduce(0) { $0 + facts[$1].links }
    return links >= 3 && !elements[index].blocks.contains { scores.scores[$0].text > 60 }
  }

  private mutating func setAside(_ blocks: Range<Int>, _ rule: String) {
    for index in blocks where reasons[index] == nil { reasons[index] = rule }
  }

  private mutating func setAsideLines() {
    let kept = content.blocks.indices.filter { reasons[$0] == nil }
    let first = kept.firstIndex { scores.scores[$0].text > 40 } ?? kept.count
    for index in kept[..<first] {
      if let rule = FurnitureLine.rule(forHead: content.blocks[index].span, in: content.text) { reasons[index] = rule }
    }
    var foot = kept.count
    for position in kept.indices.reversed().prefix(Self.footReach) {
      let span = content.blocks[kept[position]].span
      guard let found = FurnitureLine.foot(span, in: content.text) else { continue }
      if found.opensList {
        // What follows a head such as 相關閱讀 goes with it, unless it is text.
        guard !kept[position...].dropFirst().contains(where: { scores.scores[$0].text > 100 }) else { continue }
        for index in kept[position..<max(position + 1, foot)] where reasons[index] == nil {
          reasons[index] = found.rule
        }
        foot = position
      } else {
        reasons[kept[position]] = found.rule
        if position + 1 == foot { foot = position }
      }
    }
  }

  private static let footReach = 40
}

extension PageElement {
  /// Whether a whole article may stand in it.
  fileprivate var isContainer: Bool {
    switch element {
    case .block, .table, .tableRow, .tableCell, .listItem, .preformatted:
      blocks.count > 1 || !hint.isDisjoint(with: .content)
    default: false
    }
  }
}
