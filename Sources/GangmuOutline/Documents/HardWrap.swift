import HanText

/// Joins lines that were broken in mid-sentence, so that a block is a paragraph again.
///
/// Two signs tell a broken line: the next one begins with a mark that no line may begin with (，。、), or the page is set to
/// a width, as text from mails, PDFs and old editors is: nearly no line is longer than some width, many are just as long,
/// sentences run over the ends of these and end in shorter ones. Verse, rosters, headlines and addresses are not joined:
/// their lines have many lengths, or end where what they say ends, or end in no sentence at all. Nothing is joined to a
/// line that begins with a marker.
enum HardWrap {
  /// The page with its broken lines joined; the page itself where none is broken.
  static func joined(_ page: BlockText) -> BlockText {
    let width = Width(of: page)
    var groups: [Range<Int>] = []
    var hasJoins = false
    for index in page.blocks.indices {
      if let group = groups.last, isBroken(page.blocks[index - 1], page.blocks[index], at: width, in: page.text) {
        groups[groups.count - 1] = group.lowerBound..<index + 1
        hasJoins = true
      } else {
        groups.append(index..<index + 1)
      }
    }
    return hasJoins ? page.joining(groups) : page
  }

  /// Whether a line was broken off and the next one goes on with its sentence.
  private static func isBroken(_ line: Block, _ next: Block, at width: Width?, in text: FoldedText) -> Bool {
    guard line.kind == .paragraph, next.kind == .paragraph else { return false }
    if noLineBegins.contains(text[next.span.lowerBound]) { return true }
    guard let width, width.isFull(line.span, in: text) else { return false }
    return MarkerReader.shared.read(in: text, at: next.span.lowerBound, limit: next.span.upperBound) == nil
      && ItemMark.reading(next.span, in: text) == nil
  }

  /// Marks that the rules of line breaking (GB/T 15834-2011, 5.1) keep from the start of a line.
  private static let noLineBegins: Set<FoldUnit> = [
    ",", "。", "、", ";", ":", "!", "?", ")", "》", "」", "』", "”", "〉", "】",
  ]

  /// The width to which a page is set.
  private struct Width {
    /// The length of a full line, in Unicode scalars or in columns (a Han character takes two).
    let length: Int
    let inColumns: Bool
    /// How much shorter a full line may be, where a mark was kept from the start of the next.
    let slack: Int

    /// Finds the width of a page, or nil where it is set to none.
    init?(of page: BlockText) {
      guard let found = Width(of: page, inColumns: false) ?? Width(of: page, inColumns: true),
        found.carriesSentences(of: page)
      else { return nil }
      self = found
    }

    /// Whether sentences run over the ends of full lines and end in shorter ones.
    private func carriesSentences(of page: BlockText) -> Bool {
      var (carried, closed, endings, sentences) = (0, 0, 0, 0)
      for (line, next) in zip(page.blocks, page.blocks.dropFirst()) where line.kind == .paragraph {
        guard isFull(line.span, in: page.text) else { continue }
        if page.text[line.span.upperBound - 1].isAny(.sentenceEnd) { closed += 1 } else { carried += 1 }
        guard next.kind == .paragraph, !isFull(next.span, in: page.text) else { continue }
        endings += 1
        if page.text[next.span.upperBound - 1].isAny([.sentenceEnd, .clauseEnd]) { sentences += 1 }
      }
      return carried > 2 * closed && sentences > 0 && sentences * 2 >= endings
    }

    private init?(of page: BlockText, inColumns: Bool) {
      let unit = inColumns ? 2 : 1
      let longest = Self.longestLine * unit
      var counts = [Int](repeating: 0, count: longest + 2)
      var lines = 0
      for block in page.blocks where block.kind == .paragraph {
        counts[
          min(Self.length(of: block.span, in: page.text, inColumns: inColumns, limit: longest + 1), longest + 1)] += 1
        lines += 1
      }
      var longer = counts[longest + 1]
      for length in stride(from: longest, through: Self.shortestLine * unit, by: -1) {
        let full = counts[max(length - 2 * unit, 0)...length].reduce(0, +)
        let isEnough = full >= Self.fewestFullLines ? full * 4 >= lines : full >= 3 && full * 2 >= lines
        if isEnough, counts[length] * 4 >= full, longer * 50 <= lines {
          self.length = length
          self.inColumns = inColumns
          self.slack = counts[length] * 10 >= full * 9 ? 0 : 2 * unit
          return
        }
        longer += counts[length]
      }
      return nil
    }

    func isFull(_ line: Range<Int>, in text: FoldedText) -> Bool {
      Self.length(of: line, in: text, inColumns: inColumns, limit: length) >= length - slack
    }

    private static func length(of line: Range<Int>, in text: FoldedText, inColumns: Bool, limit: Int) -> Int {
      inColumns && line.count <= limit ? text.columns(line) : line.count
    }

    /// In Han characters. Verse has shorter lines; no paper is wider.
    private static let shortestLine = 16
    private static let longestLine = 80
    /// With fewer than this, half of the lines must be full.
    private static let fewestFullLines = 8
  }
}

extension BlockText {
  /// This text with the blocks of each group as one.
  fileprivate func joining(_ groups: [Range<Int>]) -> BlockText {
    var pieces: [FoldedText.Piece] = []
    var joined: [Block] = []
    var length = 0
    for group in groups {
      let start = length
      var block = blocks[group.lowerBound]
      for index in group {
        let span = blocks[index].span
        if index > group.lowerBound, text[span.lowerBound].isAny(.latin),
          text[blocks[index - 1].span.upperBound - 1].isAny(.latin)
        {
          pieces.append(.space)
          length += 1
        }
        pieces.append(.span(span))
        length += span.count
      }
      if case .tableRow(let cells) = block.kind {
        let shift = start - block.span.lowerBound
        block.kind = .tableRow(cells: cells.map { $0.lowerBound + shift..<$0.upperBound + shift })
      }
      block.span = start..<length
      joined.append(block)
      pieces.append(.lineEnd)
      length += 1
    }
    return BlockText(text: text.gathering(pieces), blocks: joined)
  }
}
