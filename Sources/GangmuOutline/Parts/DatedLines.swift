import HanText

/// The lines of a document that end in a date: few do. They are asked for in rising order.
struct DatedLines {
  private var lines: [(block: Int, date: Range<Int>)] = []
  /// Those that are nothing but a date.
  private var whole: [Int] = []
  /// How many of each were passed.
  private var passed = 0
  private var passedWhole = 0

  /// Finds the dated lines of a document from a block on.
  init(_ content: BlockText, from start: Int) {
    for index in content.blocks.indices.dropFirst(start) {
      let line = content.blocks[index].span
      guard CalendarLine.mayCloseWithDate(line, in: content.text),
        let date = CalendarLine.trailingDate(of: line, in: content.text)
      else { continue }
      lines.append((index, date))
      if date == line { whole.append(index) }
    }
  }

  /// Whether a dated line is a block or stands no more than so many behind it.
  @inline(__always)
  mutating func isNear(_ block: Int, within reach: Int) -> Bool {
    while passed < lines.count, lines[passed].block < block { passed += 1 }
    return passed < lines.count && lines[passed].block <= block + reach
  }

  /// The date that closes a block, or nil.
  mutating func date(closing block: Int) -> Range<Int>? {
    while passed < lines.count, lines[passed].block < block { passed += 1 }
    return passed < lines.count && lines[passed].block == block ? lines[passed].date : nil
  }

  /// The first block from one on that is nothing but a date, or nil.
  mutating func firstWhole(from block: Int) -> Int? {
    while passedWhole < whole.count, whole[passedWhole] < block { passedWhole += 1 }
    return passedWhole < whole.count ? whole[passedWhole] : nil
  }
}
