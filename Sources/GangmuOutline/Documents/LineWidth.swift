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
    Lengths(of: page, inColumns: inColumns).flatMap { LineWidth($0) }
  }

  /// Finds the length that many lines have and hardly any exceeds.
  private init?(_ lengths: Lengths) {
    let unit = lengths.inColumns ? 2 : 1
    var longer = lengths.longer
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
    /// How many lines are longer than any width.
    private(set) var longer = 0

    /// Counts the lines of a page; nil where too few are there, or too many that are longer than any width, as on nearly
    /// every page that is set to none.
    init?(of page: BlockText, inColumns: Bool) {
      let unit = inColumns ? 2 : 1
      let longest = LineWidth.longestLine * unit
      for block in page.blocks.indices where page.blocks[block].isParagraph {
        lines += 1
        let line = page.blocks[block].span
        guard line.count > longest || inColumns && Self.mayHave(longest + 1, line) && page.text.columns(line) > longest
        else { continue }
        longer += 1
        guard longer * LineWidth.linesToLonger <= page.blocks.count else { return nil }
      }
      guard lines > 2, longer * LineWidth.linesToLonger <= lines else { return nil }

      self.inColumns = inColumns
      counts = [Int](repeating: 0, count: longest + 2)
      // Of shorter lines nobody asks.
      let shortest = (LineWidth.shortestLine - 2) * unit
      for block in page.blocks.indices where page.blocks[block].isParagraph {
        let line = page.blocks[block].span
        let isCounted = inColumns && line.count <= longest && Self.mayHave(shortest, line)
        counts[min(isCounted ? page.text.columns(line) : line.count, longest + 1)] += 1
      }
    }

    /// Whether a line may have so many columns, which are dear to count: no scalar takes more than two and a half.
    private static func mayHave(_ columns: Int, _ line: Range<Int>) -> Bool { line.count * 5 >= columns * 2 }

    func lines(in range: ClosedRange<Int>) -> Int {
      var sum = 0
      for length in range { sum += counts[length] }
      return sum
    }

    /// Whether so many lines are enough to be the full ones.
    func isEnough(_ full: Int) -> Bool {
      full >= LineWidth.fewestFullLines ? full * 4 >= lines : full >= 3 && full * 2 >= lines
    }
  }
}
