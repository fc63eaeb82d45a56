import HanText

extension ActorReader {
  /// The members of a list: what 、 , ; and the conjunctions part, brackets kept whole.
  func pieces(of span: Range<Int>, in text: FoldedText) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    pieces.reserveCapacity(Self.usualCount)
    var start = span.lowerBound
    var offset = start
    while offset < span.upperBound {
      let unit = text[offset]
      if Brackets.isOpening(unit), let close = text.closing(of: offset, limit: span.upperBound, reach: 120) {
        offset = close + 1
      } else if Self.isSeparator(unit) {
        pieces.append(start..<offset)
        offset += 1
        start = offset
      } else if Self.isConjunction(unit),
        let end = conjunction(at: offset, from: start, limit: span.upperBound, in: text)
      {
        pieces.append(start..<offset)
        offset = end
        start = end
      } else {
        offset += 1
      }
    }
    pieces.append(start..<span.upperBound)
    return joiningPlaces(pieces, in: text)
  }

  /// How many members few lists pass.
  private static let usualCount = 6

  /// Whether no mark stands in a span that may part members.
  func isOnePiece(_ span: Range<Int>, in text: FoldedText) -> Bool {
    for offset in span where Self.isSeparator(text[offset]) || Self.isConjunction(text[offset]) { return false }
    return true
  }

  @inline(__always)
  private static func isSeparator(_ unit: FoldUnit) -> Bool {
    switch unit {
    case "、", ",", ";", "/", "\n", "|", "+": true
    default: false
    }
  }

  @inline(__always)
  private static func isConjunction(_ unit: FoldUnit) -> Bool {
    switch unit {
    case "和", "与", "及", "以", "或", "暨": true
    default: false
    }
  }

  /// Where a conjunction ends that parts two actors. 以及 always does; 和, 与, 及 only between what can stand alone, so that
  /// 工业和信息化部 and 网络与信息安全办公室 stay whole.
  private func conjunction(at offset: Int, from start: Int, limit: Int, in text: FoldedText) -> Int? {
    let unit = text[offset]
    if unit == "以" {
      return text.unit(at: offset + 1) == "及" && offset + 2 < limit ? offset + 2 : nil
    }
    guard offset + 1 < limit, text[offset + 1] != "其" || text.unit(at: offset + 2) == "他" else { return nil }
    let left = text.trimming(start..<offset, Trim.spaces)
    guard kind(of: left, in: text) != nil, !vetoed(at: offset, in: text) else { return nil }
    var end = offset + 1
    while end < limit, end - offset <= 40, !Self.isSeparator(text[end]) { end += 1 }
    let right = text.trimming(withoutOthers(offset + 1..<end, in: text), Trim.spaces)
    guard !right.isEmpty, !isGeneric(right, in: text), kind(of: right, in: text) != nil else { return nil }
    return offset + 1
  }

  private func isGeneric(_ span: Range<Int>, in text: FoldedText) -> Bool {
    span.count == 2 && Self.genericWords.contains(Array(text.units[span]))
  }

  private static let genericWords = Set(ActorWords.generic.map(FoldUnit.fold))

  /// Whether a word begins with the last character of a name that would end at `end`: 部|署, 处|理.
  func vetoed(at end: Int, in text: FoldedText) -> Bool {
    vetoes.longestMatch(in: text, at: end - 1, limit: text.count) != nil
  }

  /// Joins what 各省、市、自治区网信办 parts: bare names of levels that the last member completes.
  private func joiningPlaces(_ pieces: [Range<Int>], in text: FoldedText) -> [Range<Int>] {
    guard pieces.count > 1, pieces.dropLast().contains(where: { level(of: $0, in: text) == $0.upperBound }) else {
      return pieces
    }
    var joined: [Range<Int>] = []
    var index = 0
    while index < pieces.count {
      var last = index
      while last + 1 < pieces.count, level(of: pieces[last], in: text) == pieces[last].upperBound { last += 1 }
      let end = level(of: pieces[last], in: text)
      if last > index, let end, end < pieces[last].upperBound {
        joined.append(pieces[index].lowerBound..<pieces[last].upperBound)
        index = last + 1
      } else {
        // A run that nothing completes is looked at once.
        joined += pieces[index...last]
        index = last + 1
      }
    }
    return joined
  }

  /// Where the level of government that begins a piece ends, an 各 before it included.
  private func level(of piece: Range<Int>, in text: FoldedText) -> Int? {
    var lower = piece.lowerBound
    if lower < piece.upperBound, text[lower] == "各" { lower += 1 }
    return Self.levels.longestMatch(in: text, at: lower, limit: piece.upperBound)?.span.upperBound
  }

  private static let levels = PhraseTable("省 市 自治区 直辖市 县 区 州 盟 旗 自治州 地区".words)

  /// The words of a piece that spaces part, a name of two or three characters with a space inside being one word.
  func words(of piece: Range<Int>, in text: FoldedText) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var offset = piece.lowerBound
    while offset <= piece.upperBound {
      let isSpace = offset == piece.upperBound || text[offset] == " "
      if isSpace, let from = start {
        words.append(from..<offset)
        start = nil
      } else if !isSpace, start == nil {
        start = offset
      }
      if !isSpace, text[offset] == "(", let close = text.closing(of: offset, limit: piece.upperBound, reach: 120) {
        offset = close
      }
      offset += 1
    }
    guard words.count > 1 else { return words }
    var joined: [Range<Int>] = []
    for word in words {
      if word.count == 1, let last = joined.last, last.count == 1, word.lowerBound - last.upperBound <= 2,
        isPerson(last.lowerBound..<word.upperBound, in: text)
      {
        joined[joined.count - 1] = last.lowerBound..<word.upperBound
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  /// Calls `body` with each of the names that were run together without a mark (电教信息中心政教处各班主任): where a unit of one
  /// rank follows another of the same rank, and before 各. Units of falling rank (教育局宣传科) are one name.
  func forEachName(runTogetherIn span: Range<Int>, in text: FoldedText, _ body: (Range<Int>) -> Void) {
    guard span.count >= Self.shortestRun, span.count <= 80, mayBeRunTogether(span, in: text) else { return body(span) }
    var start = span.lowerBound
    var lastRank = 0
    var lastEnd = span.lowerBound
    for offset in span.lowerBound + 2..<span.upperBound + 1 {
      guard let found = Self.ranks.longest(in: text, endingAt: offset, lower: lastEnd + 1) else {
        if offset < span.upperBound, text[offset] == "各", lastEnd == offset, lastRank > 0 {
          body(start..<offset)
          start = offset
          lastRank = 0
        }
        continue
      }
      let rank = Self.ranks[found.phrase]
      if offset < span.upperBound, vetoed(at: offset, in: text) { continue }
      if rank == lastRank, lastEnd > start {
        body(start..<lastEnd)
        start = lastEnd
      }
      lastRank = rank
      lastEnd = offset
      if offset < span.upperBound, text[offset] == "各" {
        body(start..<offset)
        start = offset
        lastRank = 0
      }
    }
    body(start..<span.upperBound)
  }

  /// Whether two units that end ranks, or an 各, stand in a span.
  private func mayBeRunTogether(_ span: Range<Int>, in text: FoldedText) -> Bool {
    let ranks = Self.ranks
    var ends = 0
    for offset in span {
      let unit = text[offset]
      if unit == "各" { return true }
      if ranks.canEnd(with: unit) { ends += 1 }
    }
    return ends > 1
  }

  /// The shortest text that two names run together make.
  static let shortestRun = 6
  private static let ranks = SuffixTable<Int>([("处", 1), ("中心", 1), ("科", 2), ("股", 2)])
}
