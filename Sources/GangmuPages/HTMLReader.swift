import HanText

/// Reads an HTML page into blocks.
enum HTMLReader {
  /// What a page gave.
  struct Result {
    var title: String?
    var content: BlockText
    var facts: [BlockFacts]
    var elements: [PageElement]
    /// How much each block looks like the text of an article.
    var scores: [BlockScore]
    var meta: [String: String]
    var warnings: [TextWarning]
    /// What left nothing in `content`.
    var dropped: [DroppedScalars]

    /// How much running text it shows, as a score.
    var runningText: Int {
      // Long pages have text enough.
      guard content.text.count < Result.longestShell else { return .max / 4 }
      return scores.reduce(0) { $0 + $1.text }
    }

    private static let longestShell = 10_000

    /// Takes the text of an article that a script held for its own. All of it stands on one line of the page.
    mutating func take(_ article: Result, fromScriptAt line: Int) {
      content = article.content
      for index in content.blocks.indices { content.blocks[index].line = line }
      facts = article.facts
      dropped = article.dropped
      elements = article.elements
      scores = article.scores
      warnings += article.warnings
      warnings.append(
        TextWarning(
          code: "page.script_text", span: nil, message: "the page shows no text; what its script holds was read"))
    }
  }

  /// Reads a page.
  ///
  /// - Parameter holdsControls: Whether controls other than tabs and line ends may stand there.
  static func read(_ utf8: [UInt8], holdsControls: Bool = true) throws(PageError) -> Result {
    guard utf8.count <= HTMLParser.maximumLength else {
      throw PageError(code: "page.too_large", message: "the page is longer than \(HTMLParser.maximumLength) bytes")
    }
    let page = MarkupRepair.repairing(utf8, MarkupTraits(of: utf8, holdsControls: holdsControls))
    var (reader, elementsCut) = try parse(page, keepsHidden: false)
    var warnings: [TextWarning] = []
    // A page that hides more than it shows is put together by its script: tabs, or a body that waits for a style sheet.
    if reader.hiddenScalars > reader.shownScalars {
      (reader, elementsCut) = try parse(page, keepsHidden: true)
    } else if reader.hiddenScalars > 0 {
      warnings.append(
        TextWarning(
          code: "page.hidden_text", span: nil, message: "\(reader.hiddenScalars) characters in hidden elements left out"
        ))
    }
    if elementsCut > 0 {
      let depth = HTMLParser.maximumDepth
      warnings.append(
        TextWarning(
          code: "page.nesting", span: nil,
          message: "\(elementsCut) element(s) nested deeper than \(depth) were taken as if they stood at that depth"))
    }
    let titleText = reader.titleWriter.finish()
    let title = titleText.blocks.first.map { titleText.text.string($0.span) }
    reader.endPage()
    let dropped = reader.writer.dropped
    var (content, facts) = reader.writer.finishWithFacts()
    let words = PageWords.sought
    for (index, block) in content.blocks.enumerated() where block.span.count <= FurnitureLine.longest {
      facts[index].words = words.found(in: block.span, of: content.text)
    }
    return Result(
      title: title, content: content, facts: facts, elements: reader.elements,
      scores: zip(content.blocks, facts).map { BlockScore($0, $1, in: content.text) }, meta: reader.meta,
      warnings: warnings, dropped: dropped)
  }

  private static func parse(_ page: MarkupSkeleton, keepsHidden: Bool) throws(PageError) -> (HTMLBlockReader, Int) {
    let empty = HTMLBlockReader(capacity: page.source.count / 2, keepsHidden: keepsHidden)
    guard let result = HTMLParser.parse(page, into: empty) else {
      throw PageError(code: "page.no_memory", message: "there is no memory left to parse the page")
    }
    return result
  }
}
