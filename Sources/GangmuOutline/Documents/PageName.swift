import HanText

/// What a page calls itself outside its text: HTML's `title`, or the 標題 row of the table of particulars that government
/// sites put above a document.
struct PageName: Sendable {
  private let words: [FoldUnit]

  /// Whether these words stand in the name together.
  func contains(_ part: [FoldUnit]) -> Bool {
    guard !part.isEmpty, part.count <= words.count else { return false }
    return (0...words.count - part.count).contains { words[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// The names of a page. `title` is its HTML title.
  static func names(of page: BlockText, title: String?) -> [PageName] {
    var names: [PageName] = []
    if let title { names.append(PageName(title)) }
    for index in page.blocks.indices.prefix(reach) {
      guard case .tableRow(let cells) = page.blocks[index].kind, cells.count == 2,
        words(cells[0], in: page.text).starts(with: label)
      else { continue }
      names.append(PageName(words: Array(words(cells[1], in: page.text).prefix(longest))))
    }
    return names
  }

  private init(words: [FoldUnit]) {
    self.words = words
  }

  private init(_ title: String) {
    var words: [FoldUnit] = []
    words.reserveCapacity(min(title.utf8.count / 2, Self.longest))
    for scalar in title.unicodeScalars {
      let unit = FoldUnit(folding: scalar)
      if unit == " " { continue }
      words.append(unit)
      if words.count == Self.longest { break }
    }
    self.words = words
  }

  /// The units of a span without spaces.
  static func words(_ span: Range<Int>, in text: FoldedText) -> [FoldUnit] {
    text.units[span].filter { $0 != " " }
  }

  private static let label = FoldUnit.fold("标题")
  private static let reach = 30
  private static let longest = 200
}
