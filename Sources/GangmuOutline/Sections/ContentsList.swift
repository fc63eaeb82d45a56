import HanText

/// A table of contents (目錄): lines that say the headings of the text before the text does.
enum ContentsList {
  /// The candidates without those that only announce a heading.
  ///
  /// A line announces where the same marker and words stand again further down, and it stands in a run of at least three
  /// such lines with nothing between them; a text that says the same twice has more to say at both places.
  static func removed(from candidates: [MarkerCandidate], in content: BlockText) -> [MarkerCandidate] {
    var lastBlock: [[FoldUnit]: Int] = [:]
    let lines = candidates.map { words(of: $0, in: content) }
    for (candidate, line) in zip(candidates, lines) where !candidate.isInline { lastBlock[line] = candidate.block }
    var kept: [MarkerCandidate] = []
    var run: [MarkerCandidate] = []
    func close() {
      if run.count < shortestRun { kept += run }
      run = []
    }
    for (candidate, line) in zip(candidates, lines) {
      let announces = !candidate.isInline && (lastBlock[line] ?? candidate.block) > candidate.block
      if let last = run.last, !announces || candidate.block > last.block + 1 { close() }
      if announces { run.append(candidate) } else { kept.append(candidate) }
    }
    close()
    return kept
  }

  private static let shortestRun = 3

  /// The line without spaces, and without the dots and page number that may close it.
  private static func words(of candidate: MarkerCandidate, in content: BlockText) -> [FoldUnit] {
    let span = content.blocks[candidate.block].span
    var end = min(span.upperBound, span.lowerBound + longestLine)
    while end > candidate.marker.span.upperBound,
      content.text[end - 1].isAny([.digit, .space, .bullet, .redaction])
        || content.text[end - 1] == "." || content.text[end - 1] == "…" || content.text[end - 1] == ":"
    { end -= 1 }
    return content.text.units[span.lowerBound..<end].filter { $0 != " " }
  }

  /// Longer lines are text.
  private static let longestLine = 60
}
