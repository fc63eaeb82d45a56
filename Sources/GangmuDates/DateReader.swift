import HanText

/// Reads the calendar expressions of a text.
public struct DateReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// The calendar expressions of a text in reading order, none overlapping another, and warnings about impossible ones.
  public func dates(in text: FoldedText) -> (dates: [DateExpression], warnings: [TextWarning]) {
    ([], [])
  }
}
