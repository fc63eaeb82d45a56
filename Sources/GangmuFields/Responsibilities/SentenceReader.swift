import GangmuOutline
import HanText

/// Cuts a document's running text into the sentences and brackets in which a duty may stand.
struct SentenceReader: Sendable {
  let verbs: DutyVerbs
  /// The longest sentence; what is longer is read in parts.
  private static let maximumLength = 900

  /// Sentences that hold a verb of duty, and the insides of all brackets.
  func pieces(of context: DocumentContext) -> Pieces {
    var pieces = Pieces()
    var boundaries = SentenceBoundaries(in: context)
    let title = context.document.title ?? 0..<0
    let blocks = context.blocks
    let marks = context.signals.sentences
    for index in blocks.indices {
      let block = blocks[index].span
      if block == title { continue }
      if context.hasTables, case .tableRow = blocks[index].kind { continue }
      while pieces.cursor < marks.count, marks[pieces.cursor].offset < block.lowerBound { pieces.cursor += 1 }
      // A line without signals holds no duty.
      guard pieces.cursor < marks.count else { break }
      if marks[pieces.cursor].offset >= block.upperBound { continue }
      append(block, in: context, &boundaries, to: &pieces)
    }
    return pieces
  }

  /// What the text is cut into, and how far it was cut.
  struct Pieces {
    fileprivate(set) var sentences: [SentencePiece] = []
    fileprivate(set) var brackets: [SentencePiece] = []
    /// How many signals were passed.
    fileprivate var cursor = 0
    /// Where the sentence that is being read begins.
    fileprivate var start = 0
    /// The first signal that stands in it, or one before.
    fileprivate var firstMark = 0
    fileprivate var hasDuty = false
    fileprivate var isContinued = false

    /// Ends the sentence; the next one begins at `start`.
    mutating func close(at end: Int, next: Int, continued: Bool) {
      if hasDuty, start < end {
        if sentences.capacity == 0 { sentences.reserveCapacity(8) }
        sentences.append(SentencePiece(span: start..<end, isContinued: isContinued, firstMark: firstMark))
      }
      hasDuty = false
      isContinued = continued
      start = next
      firstMark = cursor
    }
  }

  /// Cuts one line. Between the signals nothing happens; markers and labels with actors part sentences too.
  private func append(
    _ block: Range<Int>, in context: DocumentContext, _ boundaries: inout SentenceBoundaries, to pieces: inout Pieces
  ) {
    let text = context.text
    let marks = context.signals.sentences
    boundaries.pass(to: block.lowerBound, in: context)
    pieces.start = block.lowerBound
    pieces.isContinued = false
    var next = block.lowerBound
    pieces.firstMark = pieces.cursor
    while pieces.cursor < marks.count, case let mark = marks[pieces.cursor], mark.offset < block.upperBound {
      let offset = mark.offset
      while boundaries.nearest <= offset {
        cutLong(&pieces, from: next, to: boundaries.nearest, in: context)
        next = boundaries.close(from: next, &pieces, in: context)
      }
      pieces.cursor += 1
      guard offset >= next else { continue }
      if offset - pieces.start >= Self.maximumLength {
        cutLong(&pieces, from: next, to: offset, in: context)
        cut(&pieces, before: offset, in: context)
      }
      if mark.isEnd {
        pieces.close(at: offset, next: offset + 1, continued: text[offset] == ";")
      } else if mark.isOpening {
        guard let end = text.closing(of: offset, limit: block.upperBound) else { continue }
        let isDuty = Brackets.isDuty(text[offset])
        if isDuty, end - offset > 2 {
          if pieces.brackets.capacity == 0 { pieces.brackets.reserveCapacity(8) }
          pieces.brackets.append(SentencePiece(span: offset + 1..<end, firstMark: pieces.cursor))
        }
        if isDuty, context.hasLabel(in: offset..<end) { continue }
        // A bracket between two sentences belongs to neither.
        if isDuty, pieces.start == offset { pieces.start = end + 1 }
        next = end + 1
      } else if !pieces.hasDuty {
        pieces.hasDuty = verbs.hasMatch(at: offset, lower: pieces.start, limit: block.upperBound, in: text)
      }
    }
    while boundaries.nearest < block.upperBound {
      cutLong(&pieces, from: next, to: boundaries.nearest, in: context)
      next = boundaries.close(from: next, &pieces, in: context)
    }
    if block.upperBound - pieces.start > Self.maximumLength {
      cutLong(&pieces, from: next, to: block.upperBound, in: context)
    }
    pieces.close(at: block.upperBound, next: block.upperBound, continued: false)
  }

  /// Cuts what is too long before a place off the sentence that is being read.
  private func cut(_ pieces: inout Pieces, before place: Int, in context: DocumentContext) {
    while place - pieces.start >= Self.maximumLength {
      let cut = pieces.start + Self.maximumLength
      pieces.close(at: cut, next: cut, continued: false)
      // Signals behind the cut were passed before.
      pieces.firstMark = context.signals.firstSentence(from: cut)
    }
  }

  /// Cuts a sentence that goes on too long at the units before `limit` that may begin a verb of duty, as far as they were read.
  @inline(never)
  private func cutLong(_ pieces: inout Pieces, from next: Int, to limit: Int, in context: DocumentContext) {
    while limit - pieces.start > Self.maximumLength {
      let rest = min(limit, max(next, pieces.start + Self.maximumLength))..<limit
      guard let start = rest.first(where: { verbs.canStart(with: context.text[$0]) }) else { return }
      cut(&pieces, before: start, in: context)
    }
  }

  /// Whether a verb of duty stands in a piece.
  func hasDuty(in piece: SentencePiece, of context: DocumentContext) -> Bool {
    let marks = context.signals.sentences
    var cursor = piece.firstMark
    while cursor < marks.count, marks[cursor].offset < piece.span.upperBound {
      let mark = marks[cursor]
      cursor += 1
      if !mark.isEnd, !mark.isOpening, mark.offset >= piece.span.lowerBound,
        verbs.hasMatch(
          at: mark.offset, lower: piece.span.lowerBound, limit: piece.span.upperBound, in: context.text)
      {
        return true
      }
    }
    return false
  }
}
