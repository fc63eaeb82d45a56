import GangmuOutline
import HanText

/// Cuts a document's running text into sentences and brackets, line by line. Between the signals nothing happens; markers of
/// sections and labels with actors part sentences too.
struct SentenceCutter {
  /// What was found so far.
  private(set) var pieces = SentencePieces()
  private let verbs: DutyVerbs
  private var boundaries: SentenceBoundaries
  /// The index of the first signal that was not passed yet.
  private var cursor = 0
  /// Where reading goes on: what stands before was read.
  private var next = 0
  /// Where the sentence that is being read begins.
  private var start = 0
  /// The first signal that stands in it, or one before.
  private var firstMark = 0
  /// Whether a verb of duty was met in it.
  private var hasDuty = false
  /// Whether it goes on from a semicolon.
  private var isContinued = false

  /// The longest sentence; what is longer is read in parts.
  private static let maximumLength = 900

  /// Begins before the first line of a document.
  init(verbs: DutyVerbs, in context: DocumentContext) {
    self.verbs = verbs
    boundaries = SentenceBoundaries(in: context)
  }

  /// Goes on to the first signal in a line or behind it. Whether there is one in it: a line without holds no duty.
  mutating func hasSignal(in line: Range<Int>, of context: DocumentContext) -> Bool {
    let marks = context.signals.sentences
    while cursor < marks.count, marks[cursor].offset < line.lowerBound { cursor += 1 }
    return cursor < marks.count && marks[cursor].offset < line.upperBound
  }

  /// Cuts a line whose first signal is the next one.
  mutating func cut(_ line: Range<Int>, in context: DocumentContext) {
    let text = context.text
    let marks = context.signals.sentences
    boundaries.pass(to: line.lowerBound, in: context)
    start = line.lowerBound
    next = start
    firstMark = cursor
    isContinued = false
    while cursor < marks.count, case let mark = marks[cursor], mark.offset < line.upperBound {
      let offset = mark.offset
      if boundaries.nearest <= offset { close(atBoundariesBefore: offset + 1, in: context) }
      cursor += 1
      guard offset >= next else { continue }
      if isTooLong(with: offset) {
        cutLong(before: offset, in: context)
        cut(toHold: offset, in: context)
      }
      if mark.isEnd {
        close(at: offset, next: offset + 1, continued: text[offset] == ";")
      } else if mark.isOpening {
        guard let end = text.closing(of: offset, limit: line.upperBound) else { continue }
        if Brackets.isDuty(text[offset]) {
          if end - offset > 2 { pieces.append(bracket: offset + 1..<end, firstMark: cursor) }
          if context.hasLabel(in: offset..<end) { continue }
          // A bracket between two sentences belongs to neither.
          if start == offset { start = end + 1 }
        }
        next = end + 1
      } else if !hasDuty {
        hasDuty = verbs.hasMatch(at: offset, lower: start, limit: line.upperBound, in: text)
      }
    }
    close(atBoundariesBefore: line.upperBound, in: context)
    cutLong(before: line.upperBound, in: context)
    close(at: line.upperBound, next: line.upperBound, continued: false)
  }

  /// Ends the sentence; the next one begins at `next`.
  private mutating func close(at end: Int, next: Int, continued: Bool) {
    if hasDuty, start < end {
      pieces.append(SentencePiece(span: start..<end, isContinued: isContinued, firstMark: firstMark))
    }
    hasDuty = false
    isContinued = continued
    start = next
    firstMark = cursor
  }

  /// Ends sentences at the boundaries before a place.
  private mutating func close(atBoundariesBefore limit: Int, in context: DocumentContext) {
    while boundaries.nearest < limit {
      let place = boundaries.nearest
      // What was read reaches over it.
      if place < next {
        boundaries.pass(to: next, in: context)
        continue
      }
      cutLong(before: place, in: context)
      next = boundaries.passNearest(in: context)
      close(at: place, next: next, continued: false)
    }
  }

  /// Whether the sentence that is being read is too long with the unit at a place in it.
  private func isTooLong(with place: Int) -> Bool { place - start >= Self.maximumLength }

  /// Cuts off what is too long, so that the rest can hold the unit at a place.
  private mutating func cut(toHold place: Int, in context: DocumentContext) {
    while isTooLong(with: place) {
      let cut = start + Self.maximumLength
      close(at: cut, next: cut, continued: false)
      // Signals behind the cut were passed before.
      firstMark = context.signals.firstSentence(from: cut)
    }
  }

  /// Cuts a sentence that goes on too long at the units before `limit` that may begin a verb of duty, as far as they were not
  /// read.
  private mutating func cutLong(before limit: Int, in context: DocumentContext) {
    while isTooLong(with: limit - 1) {
      let rest = min(limit, max(next, start + Self.maximumLength))..<limit
      guard let duty = rest.first(where: { verbs.canStart(with: context.text[$0]) }) else { return }
      cut(toHold: duty, in: context)
    }
  }
}
