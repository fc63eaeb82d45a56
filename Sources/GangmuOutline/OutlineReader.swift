import HanText

/// Finds the documents of a page and the outline of each.
public struct OutlineReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// The documents of a page, in reading order. A page without text has none.
  ///
  /// A page that counts its documents (❶ ❷ …, 篇一 篇二 …, 方案1 方案2 …) gives one for each; its introduction and its lists
  /// of related links are set aside as noise of the document next to them. Any other page gives one document.
  ///
  /// - Parameters:
  ///   - page: The page's text in blocks.
  ///   - title: What the page calls itself (HTML's `title`), which tells its title line from others.
  public func documents(in page: BlockText, title: String? = nil) -> [OutlinedDocument] {
    let page = HardWrap.joined(page)
    return DocumentSplitter(page, title: title).parts().compactMap { DocumentAssembler.document($0, of: page) }
  }
}
