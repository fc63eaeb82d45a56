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

  /// The labels of a block with their values: the one that begins a line, or in a table row each cell that closes with a
  /// colon and the cell behind it.
  static func read(_ block: Block, in text: FoldedText) -> [(label: Range<Int>, value: Range<Int>?)] {
    guard case .tableRow(let cells) = block.kind, cells.count > 1 else {
      return read(line: block.span, in: text).map { [$0] } ?? []
    }
    return cells.indices.compactMap { index in
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
