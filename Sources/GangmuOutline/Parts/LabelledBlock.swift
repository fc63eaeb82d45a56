import HanText

/// A line without a number that begins with a label: 活動時間:9月19日, 任務單位:院團委, 要求:.
public struct LabelledBlock: Sendable, Hashable {
  /// The label's words, without the colon.
  public var label: Range<Int>
  /// What stands behind the colon on the same line, or nil.
  public var value: Range<Int>?
  /// The section that it stands in, or nil before the first one.
  public var section: Int?

  /// Makes a labelled block.
  public init(label: Range<Int>, value: Range<Int>?, section: Int?) {
    self.label = label
    self.value = value
    self.section = section
  }

  /// The lines of a document that begin with a label and are neither title, nor part, nor a section's first line. `parts`
  /// are the blocks that are parts.
  static func all(in document: OutlinedDocument, except parts: Set<Int>) -> [LabelledBlock] {
    let content = document.content
    var labels: [LabelledBlock] = []
    for index in content.blocks.indices {
      read(content.blocks[index], in: content.text) { label, value in
        let start = content.blocks[index].span.lowerBound
        guard content.blocks[index].span != document.title, !parts.contains(index) else { return }
        let section = document.section(at: start)
        guard section?.span.lowerBound != start else { return }
        labels.append(LabelledBlock(label: label, value: value, section: section?.id))
      }
    }
    return labels
  }

  /// Calls `body` with the labels of a block and their values: the one that begins a line, or in a table row each cell that closes with a
  /// colon and the cell behind it.
  private static func read(_ block: Block, in text: FoldedText, each body: (Range<Int>, Range<Int>?) -> Void) {
    guard case .tableRow(let cells) = block.kind, cells.count > 1 else {
      if let (label, value) = read(line: block.span, in: text) { body(label, value) }
      return
    }
    for index in cells.indices {
      guard let (label, value) = read(line: cells[index], in: text) else { continue }
      let next =
        cells.indices.contains(index + 1) && read(line: cells[index + 1], in: text) == nil ? cells[index + 1] : nil
      body(label, value ?? next.flatMap { $0.isEmpty ? nil : $0 })
    }
  }

  /// The label and the value of a line, or nil where it begins with no label.
  ///
  /// A label is two to ten Han characters up to the first colon, with spaces between them at most (電 話:).
  private static func read(line: Range<Int>, in text: FoldedText) -> (label: Range<Int>, value: Range<Int>?)? {
    var colon = line.lowerBound
    var words = 0
    while colon < line.upperBound, text[colon] != ":" {
      let unit = text[colon]
      guard unit == " " || unit.isAny(.han), colon - line.lowerBound < longest else { return nil }
      if unit != " " { words += 1 }
      colon += 1
    }
    guard colon < line.upperBound, (2...10).contains(words) else { return nil }
    let label = line.lowerBound..<text.trimmingSpaces(from: line.lowerBound, to: colon)
    return (label, text.trimmed(colon + 1..<line.upperBound))
  }

  private static let longest = 16
}
