import GangmuCopies
import HanText

/// Takes texts out of lines that were read again.
struct TextReader {
  let places: [LineFiles.Place]
  let spans: [Range<Int>]
  let level: CopyLevel

  /// A text with its span in its line's text, or nil where the line has none any more.
  func text(of number: Int, in line: [UInt8]) -> (text: FoldedText, span: Range<Int>)? {
    guard let parsed = try? TextLine(line) else { return nil }
    let text = FoldedText(utf8: parsed.text)
    let span = level == .document ? 0..<text.count : spans[number]
    return span.upperBound <= text.count ? (text, span) : nil
  }

  func content(of number: Int, in line: [UInt8]) -> ContentUnits? {
    text(of: number, in: line).map { ContentUnits($0.text, span: $0.span) }
  }
}
