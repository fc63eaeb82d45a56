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

  /// The lines of a document that begin with a label and are neither title, nor part, nor a section's first line.
  static func all(
    in content: BlockText, sections: [Section], except title: Range<Int>?, _ parts: RisingBlocks
  ) -> [LabelledBlock] {
    var labels: [LabelledBlock] = []
    // The first section that begins at the block at hand or behind it.
    var next = 0
    for index in content.blocks.indices {
      let span = content.blocks[index].span
      while next < sections.count, sections[next].span.lowerBound < span.lowerBound { next += 1 }
      if next < sections.count, sections[next].span.lowerBound == span.lowerBound { continue }
      if case .tableRow(let cells) = content.blocks[index].kind, cells.count > 1 {
        guard span != title, !parts.contains(index) else { continue }
        let section = sections.innermost(at: span.lowerBound)
        for (label, value) in read(row: cells, in: content.text) {
          labels.append(LabelledBlock(label: label, value: value, section: section))
        }
      } else if let (label, value) = read(line: span, in: content.text), span != title, !parts.contains(index) {
        labels.append(LabelledBlock(label: label, value: value, section: sections.innermost(at: span.lowerBound)))
      }
    }
    return labels
  }

  /// The labels of a table row with their values: each cell that closes with a colon and the cell behind it.
  private static func read(row cells: [Range<Int>], in text: FoldedText) -> [(label: Range<Int>, value: Range<Int>?)] {
    cells.indices.compactMap { index in
      guard let (label, value) = read(line: cells[index], in: text) else { return nil }
      let next =
        cells.indices.contains(index + 1) && read(line: cells[index + 1], in: text) == nil ? cells[index + 1] : nil
      return (label, value ?? next.flatMap { $0.isEmpty ? nil : $0 })
    }
  }

  /// The label and the value of a line, or nil where it begins with no label.
  ///
  /// A label is two to ten Han characters up to the first colon, with spaces between them at most (電 話:).
  private static func read(line: Range<Int>, in text: FoldedText) -> (label: Range<Int>, value: Range<Int>?)? {
    let limit = min(line.upperBound, line.lowerBound + longest)
    var colon = text.endOfIdeographs(from: line.lowerBound, to: limit)
    var spaces = 0
    while colon < line.upperBound, text[colon] != ":" {
      let unit = text[colon]
      guard colon < limit, unit == " " || unit.isAny(.han) else { return nil }
      if unit == " " { spaces += 1 }
      colon = text.endOfIdeographs(from: colon + 1, to: limit)
    }
    guard colon < line.upperBound, (2...10).contains(colon - line.lowerBound - spaces) else { return nil }
    let label = line.lowerBound..<text.trimmingSpaces(from: line.lowerBound, to: colon)
    return (label, text.trimmed(colon + 1..<line.upperBound))
  }

  private static let longest = 16
}
