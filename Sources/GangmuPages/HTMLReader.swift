import HanText

/// Reads an HTML page into blocks.
enum HTMLReader {
  /// What a page gave.
  struct Result {
    var title: String?
    var content: BlockText
    var facts: [BlockFacts]
    var elements: [PageElement]
    var meta: [String: String]
    var warnings: [TextWarning]
    /// What left nothing in `content`.
    var dropped: [DroppedScalars]

    /// How much running text it shows, as a score.
    var runningText: Int {
      // Long pages have text enough.
      guard content.text.count < Result.longestShell else { return .max / 4 }
      return zip(content.blocks, facts).reduce(0) { $0 + BlockScore($1.0, $1.1, in: content.text).text }
    }

    private static let longestShell = 10_000

    /// Takes the text of an article that a script held for its own. All of it stands on one line of the page.
    mutating func take(_ article: Result, fromScriptAt line: Int) {
      content = article.content
      for index in content.blocks.indices { content.blocks[index].line = line }
      facts = article.facts
      dropped = article.dropped
      elements = article.elements
      warnings += article.warnings
      warnings.append(
        TextWarning(
          code: "page.script_text", span: nil, message: "the page shows no text; what its script holds was read"))
    }
  }

  static func read(_ utf8: [UInt8]) throws(PageError) -> Result {
    guard utf8.count <= HTMLParser.maximumLength else {
      throw PageError(code: "page.too_large", message: "the page is longer than \(HTMLParser.maximumLength) bytes")
    }
    let utf8 = MarkupRepair.repairing(utf8)
    var (reader, elementsCut) = try parse(utf8, keepsHidden: false)
    var warnings: [TextWarning] = []
    // A page that hides more than it shows is put together by its script: tabs, or a body that waits for a style sheet.
    if reader.hiddenScalars > reader.shownScalars {
      (reader, elementsCut) = try parse(utf8, keepsHidden: true)
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
    var writer = reader.writer
    writer.endBlock()
    let dropped = writer.dropped
    let (content, facts) = writer.finishWithFacts()
    return Result(
      title: title, content: content, facts: facts, elements: reader.elements, meta: reader.meta, warnings: warnings,
      dropped: dropped)
  }

  private static func parse(_ utf8: [UInt8], keepsHidden: Bool) throws(PageError) -> (HTMLBlockReader, Int) {
    let empty = HTMLBlockReader(capacity: utf8.count / 4, keepsHidden: keepsHidden)
    guard let result = HTMLParser.parse(utf8, into: empty) else {
      throw PageError(code: "page.no_memory", message: "there is no memory left to parse the page")
    }
    return result
  }
}
