import HanText

extension BlockText {
  /// A page of plain lines, each a paragraph, as the reader of text files gives it.
  public init(lines string: String) {
    let text = FoldedText(string)
    var blocks: [Block] = []
    var start = 0
    for (number, line) in text.units.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var (lower, upper) = (start, start + line.count)
      start = upper + 1
      while lower < upper, text[lower] == " " { lower += 1 }
      while lower < upper, text[upper - 1] == " " { upper -= 1 }
      if lower < upper { blocks.append(Block(kind: .paragraph, span: lower..<upper, line: number + 1)) }
    }
    self.init(text: text, blocks: blocks)
  }
}
