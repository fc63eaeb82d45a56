import GangmuOutline
import HanText

/// Finds the sentences and brackets of a document's running text in which a duty may stand.
struct SentenceReader: Sendable {
  let verbs: DutyVerbs

  /// Sentences that hold a verb of duty, and the insides of all brackets.
  func pieces(of context: DocumentContext) -> SentencePieces {
    var cutter = SentenceCutter(verbs: verbs, in: context)
    let title = context.document.title ?? 0..<0
    let blocks = context.blocks
    for index in blocks.indices {
      let line = blocks[index].span
      if line == title { continue }
      if context.hasTables, case .tableRow = blocks[index].kind { continue }
      if cutter.hasSignal(in: line, of: context) { cutter.cut(line, in: context) }
    }
    return cutter.pieces
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
