import HanText

/// The lines at which the text of a document breaks off and numbering starts anew: its sign-off, its list of attachments,
/// and the head of each attachment (附件1, 附錄:名單).
struct PartBreaks {
  /// The blocks that are such lines, rising.
  private let blocks: [Int]

  /// Finds the breaks of a document. `ends` are the blocks at which its text ends before a sign-off or list of attachments.
  init(_ content: BlockText, ends: [Int]) {
    var blocks: [Int] = []
    var isEnd = ends[...]
    for index in content.blocks.indices {
      let span = content.blocks[index].span
      if isEnd.first == index {
        isEnd.removeFirst()
      } else if span.count > Self.longest || !Self.isHead(span, in: content.text) {
        continue
      }
      blocks.append(index)
    }
    self.blocks = blocks
  }

  /// The first of them behind a block, or nil.
  func first(after block: Int) -> Int? {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle] > block { high = middle } else { low = middle + 1 }
    }
    return low < blocks.count ? blocks[low] : nil
  }

  /// 附件, with or without a number and a name; 附件1和附件2 in a sentence goes on differently.
  private static func isHead(_ span: Range<Int>, in text: FoldedText) -> Bool {
    guard let word = words.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound) else { return false }
    var offset = word.span.upperBound
    while offset < span.upperBound, text[offset].isAny([.digit, .hanNumeral]) { offset += 1 }
    return offset == span.upperBound || text[offset].isAny([.space, .clauseEnd]) || text[offset] == "."
  }

  private static let words = PhraseTable(["附件", "附录", "附表"])
  private static let longest = 40
}
