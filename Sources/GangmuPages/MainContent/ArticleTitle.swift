import HanText

/// The title of the article on a page: the lines above its text that the page's own title holds, or its one heading.
enum ArticleTitle {
  /// The blocks of the title, adjoining ones; empty where none is found.
  ///
  /// - Parameter reasons: Why each block is set aside; nil for those that are kept.
  static func blocks(in content: BlockText, reasons: [String?], pageTitle: String?) -> Range<Int> {
    let firstText =
      content.blocks.indices.first { reasons[$0] == nil && content.blocks[$0].span.count > longest }
      ?? content.blocks.count
    let name = pageTitle.map { words(FoldUnit.fold($0)) } ?? []
    var best: (index: Int, score: Int)?
    for index in content.blocks[..<firstText].indices.reversed().prefix(reach) {
      let block = content.blocks[index]
      guard (4...longest).contains(block.span.count) else { continue }
      let words = words(Array(content.text.units[block.span]))
      var score = 0
      if words.count >= 6, name.count >= words.count, contains(name, words) { score += 2 + min(words.count, 30) }
      if case .heading(let level) = block.kind { score += level <= 2 ? 6 : 2 }
      if score >= 6, score > best?.score ?? 0 { best = (index, score) }
    }
    return best.map { $0.index..<$0.index + 1 } ?? 0..<0
  }

  private static let longest = 70
  /// How many blocks above the first paragraph are looked at.
  private static let reach = 60

  private static func words(_ units: [FoldUnit]) -> [FoldUnit] {
    units.filter { $0 != " " }
  }

  private static func contains(_ name: [FoldUnit], _ words: [FoldUnit]) -> Bool {
    (0...name.count - words.count).contains { name[$0] == words[0] && name[$0..<$0 + words.count].elementsEqual(words) }
  }
}
