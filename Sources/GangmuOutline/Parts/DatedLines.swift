import HanText

/// The lines of a document that end in a date: few do. They are asked for in rising order.
struct DatedLines {
  /// A line, and the date that closes it.
  struct Line {
    let block: Int
    let span: Range<Int>
    let date: Range<Int>
    /// Whether it is nothing but the date.
    var isWhole: Bool { date == span }
  }

  private var lines: [Line] = []
  /// How many of them were passed.
  private var passed = 0

  /// Finds the dated lines of a document from a block on.
  init(_ content: BlockText, from start: Int) {
    for index in content.blocks.indices.dropFirst(start) {
      let span = content.blocks[index].span
      guard CalendarLine.mayCloseWithDate(span, in: content.text),
        let date = CalendarLine.trailingDate(of: span, in: content.text)
      else { continue }
      lines.append(Line(block: index, span: span, date: date))
    }
  }

  /// The first of them from a block on that stands no more than so many blocks behind it, or nil.
  @inline(__always)
  mutating func next(from block: Int, within reach: Int) -> Line? {
    while passed < lines.count, lines[passed].block < block { passed += 1 }
    return passed < lines.count && lines[passed].block <= block + reach ? lines[passed] : nil
  }
}
