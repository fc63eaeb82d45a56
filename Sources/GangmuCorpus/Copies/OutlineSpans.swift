import GangmuOutline
import HanText

/// The sections of a text that is no record.
enum OutlineSpans {
  /// The spans of the outline's sections where the outline keeps the text as it is; else of its lines.
  static func spans(of text: FoldedText) -> [Range<Int>] {
    let lines = CopyLevel.paragraph.spans(of: text) { [] }
    let blocks = lines.enumerated().map { Block(kind: .paragraph, span: $1, line: $0 + 1) }
    let documents = OutlineReader().documents(in: BlockText(text: text, blocks: blocks), title: nil)
    guard documents.count == 1, let document = documents.first, document.text.count == text.count else { return lines }
    let spans = document.sections.map(\.span)
    return spans.isEmpty ? lines : spans
  }
}
