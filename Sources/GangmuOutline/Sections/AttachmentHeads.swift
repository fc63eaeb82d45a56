import HanText

/// The lines that open an attachment (附件:…, 附件1), behind which numbering starts anew.
struct AttachmentHeads {
  /// The blocks that are such lines, rising.
  private let blocks: [Int]

  init(_ content: BlockText) {
    blocks = content.blocks.indices.filter { index in
      let span = content.blocks[index].span
      return span.count <= Self.longest && Self.isHead(span, in: content.text)
    }
  }

  /// Whether one of them stands between two blocks.
  func hasHead(after first: Int, before second: Int) -> Bool {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle] > first { high = middle } else { low = middle + 1 }
    }
    return low < blocks.count && blocks[low] < second
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
