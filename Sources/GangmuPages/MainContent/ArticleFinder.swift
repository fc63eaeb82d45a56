import HanText

/// Narrows a page down to its article: body and title stay, the rest becomes noise.
struct ArticleFinder {
  private let html: HTMLReader.Result

  init(_ html: HTMLReader.Result) {
    self.html = html
  }

  /// Sets aside what is no part of the article.
  ///
  /// - Throws: `page.list` where there is none: the page lists links.
  func narrow(_ page: inout Page) throws(PageError) {
    let content = html.content
    let main = MainContent(
      content, facts: html.facts, elements: html.elements, scores: html.scores, isWhole: html.title != nil)
    if main.isList {
      throw PageError(code: "page.list", message: "the page is a list of links without a document")
    }
    var reasons = main.reasons
    let title = ArticleTitle(
      in: content, facts: html.facts, scores: main.scores, reasons: reasons, pageTitle: html.title
    ).blocks
    for index in title { reasons[index] = nil }
    if html.title != nil { setAside(above: title, but: main.scores.documentTable, in: content, &reasons) }
    page.particulars = ParticularsReader.read(
      linesAround(reasons), table: main.scores.documentTable.map { content.blocks[$0].span }, in: content.text,
      meta: html.meta)
    let kept = content.blocks.indices.filter { reasons[$0] == nil }
    guard kept.count < content.blocks.count, !kept.isEmpty else {
      page.titleBlocks = title
      return
    }
    page.content = content.keeping(kept)
    let first = kept.firstIndex { title.contains($0) } ?? 0
    page.titleBlocks = first..<first + kept.filter { title.contains($0) }.count
    page.noise = noise(reasons, offsets: page.content)
  }

  /// What stands above the title of a whole page is the site's, but for what offices write there: their number, whose
  /// document it is, and the table that says so.
  private func setAside(
    above title: Range<Int>, but table: Range<Int>, in content: BlockText, _ reasons: inout [FurnitureRule?]
  ) {
    for index in 0..<title.lowerBound where reasons[index] == nil && !table.contains(index) {
      let line = content.text.units[content.blocks[index].span]
      if line.contains("〔") || line.suffix(2).elementsEqual(Self.document) { continue }
      reasons[index] = .boilerplate
    }
  }

  private static let document = FoldUnit.fold("文件")

  /// The lines that may state particulars: those near the beginning of the article and behind its end.
  private func linesAround(_ reasons: [FurnitureRule?]) -> [Range<Int>] {
    guard let first = reasons.firstIndex(of: nil), let last = reasons.lastIndex(of: nil) else { return [] }
    let near = max(0, first - Self.reach)..<min(reasons.count, last + 1 + Self.reach)
    return near.filter { reasons[$0] != nil }.map { html.content.blocks[$0].span }
  }

  private static let reach = 12

  /// What is set aside, runs of blocks with one reason together.
  private func noise(_ reasons: [FurnitureRule?], offsets kept: BlockText) -> [PageNoise] {
    var noise: [PageNoise] = []
    var position = 0
    var index = 0
    let blocks = html.content.blocks
    while index < blocks.count {
      guard let reason = reasons[index] else {
        position += 1
        index += 1
        continue
      }
      let start = index
      while index < blocks.count, reasons[index] == reason { index += 1 }
      let span = blocks[start].span.lowerBound..<blocks[index - 1].span.upperBound
      noise.append(
        PageNoise(
          rule: reason.rawValue, text: html.content.text.string(span),
          offset: position < kept.blocks.count ? kept.blocks[position].span.lowerBound : kept.text.count,
          line: blocks[start].line))
    }
    return noise
  }
}
