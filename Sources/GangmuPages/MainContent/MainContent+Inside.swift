import HanText

/// What is set aside within the root.
extension MainContent {
  mutating func setAsideInside() {
    let total = scores.text[root]
    for index in elements.indices.dropFirst()
    where index > root && elements[root].blocks.contains(elements[index].blocks.lowerBound) {
      guard !elements[index].blocks.isEmpty, isInside(index, root) else { continue }
      let length = scores.length[index]
      let links = scores.links[index]
      if isFurniture(index, of: total) || isParticulars(index) {
        setAside(elements[index].blocks, elements[index].hint.rule)
      } else if links * 10 > length * 6, isLinkList(index) {
        setAside(elements[index].blocks, .links)
      }
    }
  }

  /// Whether an element is a list of links: several of them, and hardly anything else.
  private func isLinkList(_ index: Int) -> Bool {
    let links = elements[index].blocks.reduce(0) { $0 + facts[$1].links }
    return links >= 3
      && !elements[index].blocks.contains { scores.scores[$0].text > Self.caption || isAttachment($0) }
  }

  /// The score of a line that may stand in a list of links.
  private static let caption = 60

  // MARK: Links

  /// Sets aside lines that are menus: several links in one, or several lines in a row that are nothing but a link.
  ///
  /// In what a scraper cut out of a page they may be what the text leads to.
  mutating func setAsideLinks() {
    guard isWhole || !isFragment else { return }
    var run: [Int] = []
    func close(_ reasons: inout [FurnitureRule?]) {
      if run.count >= Self.shortestRun { for index in run { reasons[index] = .links } }
      run = []
    }
    for index in content.blocks.indices where reasons[index] == nil {
      guard scores.scores[index].links > 0, !isAttachment(index) else {
        close(&reasons)
        continue
      }
      if facts[index].links >= Self.shortestRun {
        reasons[index] = .links
      } else {
        run.append(index)
      }
    }
    close(&reasons)
  }

  private static let shortestRun = 3

  // MARK: Imprints

  /// Sets aside the lines of imprints, each with the lines around it that stand in an element without text.
  mutating func setAsideImprints() {
    for index in content.blocks.indices where reasons[index] == nil {
      guard FurnitureLine.isImprint(content.blocks[index].span, facts[index].words, in: content.text) else { continue }
      reasons[index] = .footer
      var element = facts[index].element
      guard scores.text[element] == 0, element != 0 else { continue }
      while elements[element].parent != 0, scores.text[elements[element].parent] == 0,
        elements[elements[element].parent].blocks.count <= Self.longestImprint
      {
        element = elements[element].parent
      }
      if elements[element].blocks.count <= Self.longestImprint { setAside(elements[element].blocks, .footer) }
    }
  }

  private static let longestImprint = 12

  // MARK: Lines

  /// Sets aside lines before the first paragraph and behind the last one, and lists of other articles between paragraphs.
  mutating func setAsideLines() {
    let kept = content.blocks.indices.filter { reasons[$0] == nil }
    let first = kept.firstIndex { scores.scores[$0].text > scores.paragraph } ?? kept.count
    // Where all lines are short, the title counts as a paragraph, and particulars stand behind it.
    for index in kept.prefix(scores.isShort ? max(first, Self.headReach) : first) {
      if let rule = FurnitureLine.rule(forHead: content.blocks[index].span, in: content.text) { reasons[index] = rule }
    }
    var foot = kept.count
    var isBehindText = true
    for position in kept.indices.reversed().prefix(Self.footReach) {
      let index = kept[position]
      let found = FurnitureLine.foot(content.blocks[index].span, facts[index].words, in: content.text)
      if let found, found.opensList {
        let list = list(kept[position..<max(position + 1, foot)])
        for index in list where reasons[index] == nil { reasons[index] = found.rule }
        if list.endIndex == foot { foot = position }
      } else if let found, isBehindText || found.rule == .statement {
        reasons[index] = found.rule
        if position + 1 == foot { foot = position }
      } else if isBehindText, isWhole, isLinkAlone(index) {
        reasons[index] = .links
        if position + 1 == foot { foot = position }
      } else if isParagraph(index) {
        isBehindText = false
      }
    }
  }

  /// A head such as 相關閱讀 with what belongs to it: all that follows if there is no paragraph in it, else the links.
  private func list(_ rest: ArraySlice<Int>) -> ArraySlice<Int> {
    guard rest.dropFirst().contains(where: isParagraph) else { return rest }
    let end = rest.dropFirst().firstIndex { scores.scores[$0].links == 0 } ?? rest.endIndex
    return rest[..<end]
  }

  /// Whether a block is a paragraph, and no summary below a link.
  private func isParagraph(_ block: Int) -> Bool {
    scores.scores[block].text > scores.paragraph && !(block > 0 && scores.scores[block - 1].links > 0)
  }

  /// Whether a block is a link and nothing else, and no address that the text gives.
  private func isLinkAlone(_ block: Int) -> Bool {
    let line = content.blocks[block].span
    return facts[block].linkScalars * 10 >= line.count * 9 && !isAttachment(block)
      && line.contains { content.text[$0].isAny(.han) }
      && Self.addresses.firstMatch(in: content.text, within: line) == nil
  }

  private static let addresses = PhraseTable(["http", "www.", ".com", ".cn", ".tw", ".org", "@"])
  private static let headReach = 4
  private static let footReach = 40
}
