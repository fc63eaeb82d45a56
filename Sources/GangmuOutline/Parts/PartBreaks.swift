import HanText

/// The lines at which the text of a document breaks off and numbering starts anew: its sign-off, its list of attachments,
/// and the head of each attachment (附件1, 附錄:名單).
struct PartBreaks {
  /// The blocks that are such lines.
  private let blocks: RisingBlocks

  /// Finds the breaks of a document. `ends` are the blocks at which its text ends before a sign-off or list of attachments.
  init(_ content: BlockText, ends: [Int]) {
    var breaks = ends
    for index in content.blocks.indices {
      let span = content.blocks[index].span
      if content.text[span.lowerBound] == "附", span.count <= Self.longest, Self.isHead(span, in: content.text) {
        breaks.append(index)
      }
    }
    blocks = RisingBlocks(breaks)
  }

  /// The first of them behind a block, or nil.
  func first(after block: Int) -> Int? { blocks.first(from: block + 1) }

  /// 附件, with or without a number and a name; 附件1和附件2 in a sentence goes on differently.
  private static func isHead(_ span: Range<Int>, in text: FoldedText) -> Bool {
    guard let word = words.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound) else { return false }
    var offset = word.span.upperBound
    while offset < span.upperBound, text[offset].isAny([.digit, .hanNumeral]) { offset += 1 }
    return offset == span.upperBound || text[offset].isAny([.space, .clauseEnd]) || text[offset] == "."
  }

  /// All begin with one unit.
  private static let words = PhraseTable(["附件", "附录", "附表"])
  private static let longest = 40
}
