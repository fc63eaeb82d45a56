import HanText

/// Finds the documents of a page and the outline of each.
public struct OutlineReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// The documents of a page, in reading order. A page without text has none.
  public func documents(in page: BlockText) -> [OutlinedDocument] {
    guard !page.blocks.isEmpty else { return [] }
    return [
      OutlinedDocument(label: nil, content: page, title: page.blocks.first?.span, sections: [], noise: [], warnings: [])
    ]
  }
}
