import HanText

/// The width to which a page is set, as text from mails, PDFs and old editors is.
struct LineWidth {
  /// The length of a full line, in Unicode scalars or in columns (a Han character takes two).
  let length: Int
  let inColumns: Bool
  /// How much shorter a full line may be, where a mark was kept from the start of the next.
  let slack: Int

  /// Finds the width of a page, or nil where it is set to none.
  init?(of page: BlockText) {
    guard let found = Self.found(in: page, inColumns: false) ?? Self.found(in: page, inColumns: true),
      found.carriesSentences(of: page)
    else { return nil }
    self = found
  }

  private static func found(in page: BlockText, inColumns: Bool) -> LineWidth? {
    mayHaveOne(page, inColumns: inColumns) ? LineWidth(Lengths(of: page, inColumns: inColumns)) : nil
  }

  /// Whether a page has enough lines, and not too many that are longer than any width: nearly every page without a width has.
  ///
  /// Columns are dear to count, and a line has no fewer of them than scalars, and no more than two and a half for each.
  private static func mayHaveOne(_ page: BlockText, inColumns: Bool) -> Bool {
    let longest = inColumns ? longestLine * 2 : longestLine
    var (lines, longer) = (0, 0)
    for index in page.blocks.indices where page.blocks[index].isParagraph {
      lines += 1
      let line = page.blocks[index].span
      if line.count > longest { longer += 1 }
    }
    guard lines > 2, longer * linesToLonger <= lines else { return false }
    guard inColumns else { return true }
    for index in page.blocks.indices where page.blocks[index].isParagraph {
      let line = page.blocks[index].span
      guard line.count <= longest, line.count * 5 > longest * 2, page.text.columns(line) > longest else { continue }
      longer += 1
      guard longer * linesToLonger <= lines else { return false }
    }
    return true
  }

  /// Finds the length that many lines have and hardly any exceeds.
  private init?(_ lengths: Lengths) {
    let unit = lengths.inColumns ? 2 : 1
    var longer = lengths.lines(longerThan: Self.longestLine * unit)
    for length in stride(from: Self.longestLine * unit, through: Self.shortestLine * unit, by: -1) {
      // Shorter lines have still more above them.
      guard longer * Self.linesToLonger <= lengths.lines else { return nil }
      let most = lengths.counts[length]
      guard most > 0 else { continue }
      let full = lengths.lines(in: max(length - 2 * unit, 0)...length)
      if lengths.isEnough(full), most * 4 >= full {
        self.length = length
        inColumns = lengths.inColumns
        slack = most * 10 >= full * 9 ? 0 : 2 * unit
        return
      }
      longer += most
    }
    return nil
  }

  /// Whether sentences run over the ends of full lines and end in shorter ones.
  private func carriesSentences(of page: BlockText) -> Bool {
    var (carried, closed, endings, sentences) = (0, 0, 0, 0)
    for (line, next) in zip(page.blocks, page.blocks.dropFirst()) where line.isParagraph {
      guard isFull(line.span, in: page.text) else { continue }
      if page.text[line.span.upperBound - 1].isAny(.sentenceEnd) { closed += 1 } else { carried += 1 }
      guard next.isParagraph, !isFull(next.span, in: page.text) else { continue }
      endings += 1
      if page.text[next.span.upperBound - 1].isAny([.sentenceEnd, .clauseEnd]) { sentences += 1 }
    }
    return carried > 2 * closed && sentences > 0 && sentences * 2 >= endings
  }

  /// Whether a line is as long as the page is wide.
  func isFull(_ line: Range<Int>, in text: FoldedText) -> Bool {
    (inColumns && line.count <= length ? text.columns(line) : line.count) >= length - slack
  }

  /// In Han characters. Verse has shorter lines; no paper is wider.
  private static let shortestLine = 16
  private static let longestLine = 80
  /// Lines of fewer scalars are shorter than any width in columns, since no scalar takes more than two and a half; lines of
  /// more are longer than all.
  private static let countable = (shortestLine * 2 - 4) * 2 / 5...longestLine * 2
  /// With fewer than this, half of the lines must be full.
  private static let fewestFullLines = 8
  /// For each line that is longer than the page is wide there must be so many others.
  private static let linesToLonger = 50

  /// How many lines of a page have which length.
  private struct Lengths {
    let inColumns: Bool
    /// For each length; the last stands for all beyond.
    private(set) var counts: [Int]
    private(set) var lines = 0

    init(of page: BlockText, inColumns: Bool) {
      let most = LineWidth.longestLine * 2 + 1
      var counts = [Int](repeating: 0, count: most + 1)
      for block in page.blocks.indices where page.blocks[block].isParagraph {
        let line = page.blocks[block].span
        let length = inColumns && LineWidth.countable.contains(line.count) ? page.text.columns(line) : line.count
        counts[min(length, most)] += 1
        lines += 1
      }
      self.inColumns = inColumns
      self.counts = counts
    }

    func lines(in range: ClosedRange<Int>) -> Int {
      var sum = 0
      for length in range { sum += counts[length] }
      return sum
    }

    func lines(longerThan length: Int) -> Int { lines(in: length + 1...counts.count - 1) }

    /// Whether so many lines are enough to be the full ones.
    func isEnough(_ full: Int) -> Bool {
      full >= LineWidth.fewestFullLines ? full * 4 >= lines : full >= 3 && full * 2 >= lines
    }
  }
}
