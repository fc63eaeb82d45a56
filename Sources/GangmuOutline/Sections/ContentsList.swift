import HanText

/// A table of contents (目錄): lines that say the headings of the text before the text does.
enum ContentsList {
  /// The candidates without those that only announce a heading.
  ///
  /// A line announces where the same marker and words stand again further down, and it stands in a run of at least three
  /// such lines with nothing between them; a text that says the same twice has more to say at both places.
  static func removed(from candidates: [MarkerCandidate], in content: BlockText) -> [MarkerCandidate] {
    guard mayHoldOne(candidates, in: content) else { return candidates }
    let lines = candidates.map { $0.isInline ? nil : Line(of: $0, in: content) }
    var lastPlace: [UInt64: Int] = Dictionary(minimumCapacity: candidates.count)
    for (index, line) in lines.enumerated() {
      if let line { lastPlace[line.digest] = index }
    }
    var kept: [MarkerCandidate] = []
    kept.reserveCapacity(candidates.count)
    var run: [MarkerCandidate] = []
    func close() {
      if run.count < shortestRun { kept += run }
      run.removeAll(keepingCapacity: true)
    }
    for (index, candidate) in candidates.enumerated() {
      let announces =
        lines[index].map { line in
          guard let place = lastPlace[line.digest], candidates[place].block > candidate.block else { return false }
          return lines[place].map { line.words(in: content.text) == $0.words(in: content.text) } ?? false
        } ?? false
      if let last = run.last, !announces || candidate.block > last.block + 1 { close() }
      if announces { run.append(candidate) } else { kept.append(candidate) }
    }
    close()
    return kept
  }

  private static let shortestRun = 3

  /// Whether enough lines may begin as one before them did: nearly no document has such, and needs no closer look.
  private static func mayHoldOne(_ candidates: [MarkerCandidate], in content: BlockText) -> Bool {
    guard candidates.count > shortestRun else { return false }
    var openings: [UInt64] = []
    openings.reserveCapacity(candidates.count)
    for index in candidates.indices where !candidates[index].isInline {
      openings.append(Line.opening(of: candidates[index], in: content))
    }
    openings.sort()
    var repeated = 0
    for (opening, next) in zip(openings, openings.dropFirst()) where opening == next { repeated += 1 }
    return repeated >= shortestRun
  }

  /// A candidate's line without the dots and page number that may close it.
  private struct Line {
    let span: Range<Int>
    /// Stands for its words without spaces. Lines with one digest are compared by their words before they are believed.
    let digest: UInt64

    init(of candidate: MarkerCandidate, in content: BlockText) {
      let span = Self.span(of: candidate, in: content)
      let text = content.text
      var digest: UInt64 = 0
      for offset in span where text[offset] != " " {
        digest = (digest ^ UInt64(text[offset].rawValue)) &* 0x9E37_79B9_7F4A_7C15
        digest ^= digest >> 29
      }
      self.span = span
      self.digest = digest
    }

    private static func span(of candidate: MarkerCandidate, in content: BlockText) -> Range<Int> {
      let span = content.blocks[candidate.block].span
      let text = content.text
      var end = min(span.upperBound, span.lowerBound + longest)
      while end > candidate.marker.span.upperBound, isFiller(text[end - 1]) { end -= 1 }
      return span.lowerBound..<end
    }

    private static func isFiller(_ unit: FoldUnit) -> Bool {
      unit.isAny([.digit, .space, .bullet, .redaction]) || unit == "." || unit == "…" || unit == ":"
    }

    /// The first four units that are no spaces, which lines of the same words share.
    static func opening(of candidate: MarkerCandidate, in content: BlockText) -> UInt64 {
      let text = content.text
      let line = content.blocks[candidate.block].span
      var opening: UInt64 = 0
      // Most lines have no space and nothing that may close them among their first units.
      if line.count >= 4, text[line.lowerBound + 3].isIdeograph {
        for offset in line.prefix(4) where text[offset] != " " {
          opening = opening << 16 | UInt64(text[offset].rawValue)
        }
        if opening >> 48 != 0 { return opening }
        opening = 0
      }
      for offset in span(of: candidate, in: content) where text[offset] != " " {
        opening = opening << 16 | UInt64(text[offset].rawValue)
        if opening >> 48 != 0 { break }
      }
      return opening
    }

    func words(in text: FoldedText) -> [FoldUnit] {
      text.units[span].filter { $0 != " " }
    }

    /// Longer lines are text.
    private static let longest = 60
  }
}
