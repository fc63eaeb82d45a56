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

  /// The label and the value of a line, or nil where it begins with no label.
  ///
  /// A label is two to ten Han characters up to the first colon, with spaces between them at most (電 話:).
  static func read(_ line: Range<Int>, in text: FoldedText) -> (label: Range<Int>, value: Range<Int>?)? {
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
