import HanText

/// Tells the article of an HTML page from what stands around it.
///
/// The steps, each of which can be followed in `gangmu inspect`:
/// 1. Every block is scored (`BlockScore`): characters of running text, characters of links. What readers wrote
///    (`ReaderReplies`) counts for nothing.
/// 2. Elements whose names say that they are furniture, and that hold less than half of the page's text, count for nothing.
/// 3. From the page down, the search goes into the element that has nearly all the text of the one around it, until the
///    text is spread over several: that element is the root, and what stands outside is furniture, but for paragraphs
///    right beside it.
/// 4. In the root, link lists and elements named as furniture are set aside, then imprints, and lines at its beginning and
///    end that belong to the page (`FurnitureLine`).
///
/// A page that is hardly more than text (a fragment that a scraper cut out, with few links) is kept whole but for these lines.
struct MainContent {
  let content: BlockText
  let facts: [BlockFacts]
  let elements: [PageElement]
  let scores: ElementScores
  /// Whether the page is one, with a title of its own, and not what a scraper cut out of one.
  let isWhole: Bool
  /// Why each block is set aside; nil where it is kept.
  var reasons: [FurnitureRule?]
  /// The element in which the article was found; 0 where the page is kept whole.
  private(set) var root = 0

  init(
    _ content: BlockText, facts: [BlockFacts], elements: [PageElement], scores blocks: [BlockScore], isWhole: Bool
  ) {
    self.content = content
    self.facts = facts
    self.elements = elements
    self.isWhole = isWhole
    scores = ElementScores(content, facts, elements, blocks: blocks)
    reasons = [FurnitureRule?](repeating: nil, count: content.blocks.count)
    find()
  }

  private mutating func find() {
    guard scores.text[0] > 0 else { return }
    for replies in scores.replies { setAside(replies, .comments) }
    root = deepestRoot(countedText())
    setAsideOutside()
    setAsideInside()
    setAsideLinks()
    setAsideImprints()
    setAsideLines()
    // What a site's own table says of an official document, its number and its date, often stands nowhere else.
    for block in scores.documentTable { reasons[block] = nil }
  }

  /// Whether the page lists documents and holds none.
  var isList: Bool { ListPage(facts, scores).isList }

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
  func isInside(_ index: Int, _ outer: Int) -> Bool {
    var element = index
    while element > outer { element = elements[element].parent }
    return element == outer
  }

  /// Whether an element is named as furniture, holds less than half of `total`, and looks like it.
  func isFurniture(_ index: Int, of total: Int) -> Bool {
    let hint = elements[index].hint
    guard !hint.isDisjoint(with: .furniture), scores.text[index] * 2 < total else { return false }
    // Comments and imprints are text. A list, a head or a right column may be the article's own: links must say so too,
    // and more so where the name is of both kinds (`detail-right`, `news_top`).
    if !hint.contains(.content), !hint.isDisjoint(with: .wordyFurniture) { return true }
    return scores.links[index] * (hint.contains(.content) ? 3 : 4) > scores.length[index]
  }

  /// Goes down while one element has nearly all the text.
  private func deepestRoot(_ counted: [Int]) -> Int {
    // The child of each with the most text, the first of several; 0 where none has any.
    var best = [Int](repeating: 0, count: elements.count)
    for index in elements.indices.dropFirst() where counted[index] > 0 {
      let parent = elements[index].parent
      if best[parent] == 0 || counted[best[parent]] < counted[index] { best[parent] = index }
    }
    var root = 0
    while case let child = best[root], child != 0, elements[child].isContainer,
      counted[child] * 100 >= counted[root] * Self.share
    {
      root = child
    }
    return root
  }

  /// How much of the text around it an element must have, in percent.
  private static let share = 70

  // MARK: Outside of the root

  private mutating func setAsideOutside() {
    guard root != 0 else { return }
    let inside = elements[root].blocks
    let isFragment = isFragment
    for index in content.blocks.indices where !inside.contains(index) && reasons[index] == nil {
      if isBesideRoot(index) { continue }
      let rule = rule(forOutside: index)
      if !isFragment || rule != .boilerplate && rule != .links { reasons[index] = rule }
    }
  }

  /// Whether a page is an article that a scraper cut out of another: it has hardly any links, and what stands outside of the
  /// root is text as well.
  var isFragment: Bool {
    scores.links[0] * 10 < scores.length[0] && scores.scores.count { $0.links > 0 } < 12
      || facts.reduce(0) { $0 + $1.links } < 6
  }

  /// Whether a block outside of the root is of the article: an attachment named right behind it, or a paragraph in the
  /// element around it, or in a sibling of the same name (the pages of a document that is shown page by page).
  private func isBesideRoot(_ block: Int) -> Bool {
    let inside = elements[root].blocks
    if block >= inside.upperBound, block < inside.upperBound + Self.attachmentReach, isAttachment(block) { return true }
    guard scores.scores[block].text >= Self.adoptedText, facts[block].links == 0 else { return false }
    if block > 0, scores.scores[block - 1].links > 0 { return false }
    var outer = root
    for _ in 0..<Self.adoptionHeight where outer != 0 {
      let sibling = outer
      outer = elements[outer].parent
      // The block's element, or the one around it, as a child of `outer`.
      var element = facts[block].element
      var depth = 0
      while element != outer, elements[element].parent != outer, element != 0 {
        element = elements[element].parent
        depth += 1
      }
      guard element == outer || elements[element].parent == outer else { continue }
      if !elements[element].hint.isDisjoint(with: .furniture) { return false }
      if element == outer || depth == 0 && elements[element].blocks.count == 1 { return true }
      return elements[element].name != 0 && elements[element].name == elements[sibling].name
    }
    return false
  }

  private static let adoptedText = 50
  private static let adoptionHeight = 3
  private static let attachmentReach = 6

  /// Whether a block names an attachment: 附件:1.任务分解表.doc.
  func isAttachment(_ block: Int) -> Bool {
    let line = content.blocks[block].span
    guard line.count <= 100 else { return false }
    let start = content.text.skippingSpaces(from: line.lowerBound, to: line.upperBound)
    if Self.attachments.longestMatch(in: content.text, at: start, limit: line.upperBound) != nil { return true }
    guard let dot = line.suffix(6).last(where: { content.text[$0] == "." }) else { return false }
    return Self.fileEndings.longestMatch(in: content.text, at: dot, limit: line.upperBound) != nil
  }

  private static let attachments = PhraseTable(["附件", "附表", "附:", "附档", "附图", "附录"])
  private static let fileEndings = PhraseTable([
    ".doc", ".docx", ".xls", ".xlsx", ".pdf", ".zip", ".rar", ".wps", ".odt", ".ods", ".ppt", ".pptx",
  ])

  private func rule(forOutside block: Int) -> FurnitureRule {
    var element = facts[block].element
    while element != 0 {
      if isFurniture(element, of: scores.text[0]) { return elements[element].hint.rule }
      if isParticulars(element) { return .particulars }
      element = elements[element].parent
    }
    return scores.scores[block].links > 0 ? .links : .boilerplate
  }

  /// Whether an element is named for what it says about the page, and says so: in one line or a few, with a date or a label.
  func isParticulars(_ index: Int) -> Bool {
    guard elements[index].hint.contains(.particulars), scores.length[index] < 200, elements[index].blocks.count <= 8
    else {
      return false
    }
    return elements[index].blocks.contains { block in
      let line = content.blocks[block].span
      var digits = 0
      for offset in line {
        digits = content.text[offset].digitValue != nil ? digits + 1 : 0
        if digits == 4 { return true }
      }
      return PageWords.particularsWithin.firstMatch(in: content.text, within: line) != nil
    }
  }

  mutating func setAside(_ blocks: Range<Int>, _ rule: FurnitureRule) {
    for index in blocks where reasons[index] == nil { reasons[index] = rule }
  }
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
