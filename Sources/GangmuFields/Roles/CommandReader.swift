import GangmuOutline
import HanText

/// Tells whether a section says what to do: by the verb that its heading or its text opens with (深入推进…, 要认真贯彻…), or by who
/// must do it (科研单位要健全…).
struct CommandReader: Sendable {
  private let manners = PhraseTable(HeadingWords.manners)
  private let verbs = PhraseTable(HeadingWords.actions + HeadingWords.exhortations + HeadingWords.commands)
  private let modals = PhraseTable(
    HeadingWords.modals.map { ($0, true) } + HeadingWords.modalLookalikes.map { ($0, false) })
  /// How far into a section its command stands.
  private static let reach = 30

  /// Whether a section, by its id, says what to do.
  func isCommand(section id: Int, of document: OutlinedDocument) -> Bool {
    let heading = document.sections[id].heading
    let start = heading?.lowerBound ?? document.sections[id].marker.upperBound
    let end = min(heading?.upperBound ?? document.sections[id].span.upperBound, start + Self.reach)
    return start < end && isCommand(start..<end, in: document.text)
  }

  /// Whether a span opens with a verb of command or says who must do something.
  func isCommand(_ span: Range<Int>, in text: FoldedText) -> Bool {
    let opening = text.trimmingStart(span, Trim.punctuation)
    var offset = opening.lowerBound
    while offset < span.upperBound {
      if verbs.longestMatch(in: text, at: offset, limit: span.upperBound) != nil { return true }
      guard let manner = manners.longestMatch(in: text, at: offset, limit: span.upperBound) else { break }
      offset = manner.span.upperBound
    }
    return hasModal(in: opening, of: text)
  }

  /// Whether a modal verb stands behind a subject in the first clause.
  private func hasModal(in span: Range<Int>, of text: FoldedText) -> Bool {
    let clause = span.lowerBound..<clauseEnd(of: span, in: text)
    var next = clause.lowerBound
    while case let offset = modals.firstStart(in: text, within: next..<clause.upperBound), offset < clause.upperBound {
      next = offset + 1
      guard let modal = modals.longest(in: text, at: offset, limit: span.upperBound) else { continue }
      if modals[modal.phrase], offset >= span.lowerBound + 2 { return true }
      guard modal.end < clause.upperBound else { return false }
      next = modal.end
    }
    return false
  }

  /// Where the first clause of a span ends.
  private func clauseEnd(of span: Range<Int>, in text: FoldedText) -> Int {
    var end = span.lowerBound
    while end < span.upperBound,
      text[end] >= Trim.firstHan || text[end] == "、" || !text[end].isAny([.clauseEnd, .sentenceEnd])
    {
      end += 1
    }
    return end
  }
}
