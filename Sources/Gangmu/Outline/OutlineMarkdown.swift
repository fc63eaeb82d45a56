import GangmuOutline
import HanText

/// A document as Markdown (CommonMark, with GFM tables): headings for its title and headed sections, paragraphs for all else.
///
/// No word of the text is left out and none is added; the mark that parts a heading from text on its line is. What Markdown would read as its own is escaped, so that a tool which
/// renders the result shows the page's words. Sections deeper than the six levels of Markdown have their heading in bold.
public struct OutlineMarkdown: Sendable {
  private let outline: OutlinedDocument

  /// Makes the Markdown form of a document.
  public init(_ document: ParsedDocument) {
    outline = document.outline
  }

  /// The Markdown, blocks parted by empty lines, with a line end.
  public var text: String {
    var blocks: [String] = []
    var rows: [[String]] = []
    var section = 0
    for block in outline.content.blocks {
      if case .tableRow(let cells) = block.kind, cells.count > 1 {
        // A table ends where the number of columns changes, so that no row is filled up with empty cells.
        if let head = rows.first, head.count != cells.count { blocks += table(&rows) }
        rows.append(cells.map { escaped($0) })
        continue
      }
      blocks += table(&rows)
      while section < outline.sections.count,
        outline.sections[section].span.lowerBound < block.span.lowerBound
          || outline.sections[section].isInline
      { section += 1 }
      if block.span == outline.title {
        blocks.append("# " + escaped(block.span))
      } else if section < outline.sections.count, outline.sections[section].span.lowerBound == block.span.lowerBound {
        blocks += lines(of: outline.sections[section], in: block)
      } else {
        blocks.append(paragraph(block.span))
      }
    }
    blocks += table(&rows)
    return blocks.map { $0 + "\n" }.joined(separator: "\n")
  }

  /// A section's own line: its heading, and what follows the heading on the line.
  private func lines(of section: Section, in block: Block) -> [String] {
    guard let heading = section.heading else { return [paragraph(block.span)] }
    let words = escaped(block.span.lowerBound..<heading.upperBound)
    let isDeep = section.level + 1 > Self.deepestHeading
    let line = isDeep ? "**\(words)**" : String(repeating: "#", count: section.level + 1) + " " + words
    let rest = heading.upperBound..<block.span.upperBound
    // The mark behind a heading (。 :) parts it from the text on its line, which Markdown does by itself.
    let text = rest.drop { outline.text[$0].isAny([.sentenceEnd, .clauseEnd, .space]) }
    return text.isEmpty ? [line] : [line, paragraph(text.startIndex..<rest.upperBound)]
  }

  private static let deepestHeading = 6

  private func paragraph(_ span: Range<Int>) -> String {
    Self.escapedAtStart(escaped(span))
  }

  /// The rows collected so far as a table, the first being its head.
  private func table(_ rows: inout [[String]]) -> [String] {
    guard let head = rows.first else { return [] }
    defer { rows = [] }
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = line(Array(repeating: "---", count: head.count))
    return [([line(head), rule] + rows.dropFirst().map(line)).joined(separator: "\n")]
  }

  /// Text with a backslash before each mark that Markdown would read within a line.
  private func escaped(_ span: Range<Int>) -> String {
    var escaped = ""
    for character in outline.text.string(span).unicodeScalars {
      switch character {
      case "\\", "`", "*", "_", "#", "[", "]", "<", ">", "|", "&", "~": escaped.unicodeScalars.append("\\")
      case "\n", "\t":
        escaped.unicodeScalars.append(" ")
        continue
      default: break
      }
      escaped.unicodeScalars.append(character)
    }
    return escaped
  }

  /// A line with a backslash before what would open a heading, a list or a rule: `#`, `-`, `+`, `=`, `1.`, `1)`.
  private static func escapedAtStart(_ line: String) -> String {
    guard let first = line.unicodeScalars.first else { return line }
    if "#-+=".unicodeScalars.contains(first) { return "\\" + line }
    let digits = line.unicodeScalars.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty, let mark = line.unicodeScalars.dropFirst(digits.count).first, mark == "." || mark == ")"
    else {
      return line
    }
    return String(digits) + "\\" + String(line.unicodeScalars.dropFirst(digits.count))
  }
}
