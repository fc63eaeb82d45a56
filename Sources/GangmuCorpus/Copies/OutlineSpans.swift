import GangmuOutline
import HanText

/// The sections of a text that is no record.
enum OutlineSpans {
  /// The spans of the outline's sections; of a text without any those of its lines.
  static func spans(of text: FoldedText) -> [Range<Int>] {
    let lines = CopyLevel.paragraph.spans(of: text) { [] }
    let blocks = lines.enumerated().map { Block(kind: .paragraph, span: $1, line: $0 + 1) }
    let documents = OutlineReader().documents(in: BlockText(text: text, blocks: blocks), title: nil)
    let spans = documents.flatMap { document in
      document.sections.compactMap { source(of: $0.span, in: document.text.sourceMap) }
    }
    return spans.isEmpty ? lines : spans
  }

  /// Where a span of the outline's text stood in the text that was read.
  private static func source(of span: Range<Int>, in map: SourceMap) -> Range<Int>? {
    guard let first = span.lazy.compactMap(map.source).first,
      let last = span.reversed().lazy.compactMap(map.source).first,
      first <= last
    else { return nil }
    return first..<last + 1
  }
}
