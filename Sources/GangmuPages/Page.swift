import HanText

/// A page that was read: its text in blocks, what was set aside, and how it was read.
public struct Page: Sendable {
  /// `text/html` or `text/plain`.
  public var mediaType: String
  /// The character set that it was decoded from, by its WHATWG name.
  public var encoding: String
  /// The page's own title (HTML's `title`), or nil.
  public var title: String?
  /// Its text, without what was set aside.
  public var content: BlockText
  /// Its text as it was read, before anything was set aside or taken out: the source of `content.text.sourceMap`.
  public var raw: FoldedText
  /// What its reader should know: replaced bytes, a nesting that was cut. Spans are in `content`'s text.
  public var warnings: [TextWarning]
  /// What the page says about itself around its text.
  public var particulars = PageParticulars()
  /// The blocks of `content` that are the title of the page's article.
  public var titleBlocks: Range<Int> = 0..<0
  /// What was set aside as no part of the text, in reading order.
  public var noise: [PageNoise] = []
  /// What was taken out of `content`, rising by its place in the source.
  public var repairs: [TextRepair] = []

  /// Makes a page.
  public init(mediaType: String, encoding: String, title: String?, content: BlockText, warnings: [TextWarning]) {
    self.mediaType = mediaType
    self.encoding = encoding
    self.title = title
    self.content = content
    raw = content.text
    self.warnings = warnings
  }

  /// The blocks of the article without its title, and without the table above an official document that says what it is.
  public var body: [Block] {
    let table = DocumentTable.blocks(in: content) { content.blocks[$0].span.count > DocumentTable.longestLine }
    return content.blocks.indices.filter { !titleBlocks.contains($0) && !table.contains($0) }.map { content.blocks[$0] }
  }
}

/// Lines of a page that are no part of its text: navigation, links to other articles, comments.
public struct PageNoise: Sendable, Hashable {
  /// The id of the rule that set them aside.
  public var rule: String
  /// The lines as they stood.
  public var text: String
  /// The scalar offset in the page's `content` before which they stood.
  public var offset: Int
  /// The line of the source that they begin on, from 1.
  public var line: Int
}

/// Why a page could not be read.
public struct PageError: Error, Sendable, Hashable {
  /// A stable name, such as `page.binary`.
  public var code: String
  /// One sentence for people, without the name of the source.
  public var message: String

  /// Makes an error.
  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
