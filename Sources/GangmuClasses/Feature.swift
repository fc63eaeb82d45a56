/// Something a text has or has not, by which it is classified.
public struct Feature: Sendable, Hashable {
  /// What kinds of feature there are.
  public enum Kind: UInt32, Sendable, Hashable, CaseIterable {
    /// One to three neighbouring characters of the fold; the ends of the text count as characters.
    case gram = 1
    /// Two characters with one or two between them.
    case skip
    /// Neighbouring runs of Han, digits, letters, spaces and marks, and the length of each run.
    case shape
    /// How long the text is, and how many spaces, digits and Han it has.
    case measure
    /// What gangmu read from the text: its kind, the roles of its sections.
    case field
  }

  /// The hash by which it is known.
  public let hash: UInt32
  /// What it is.
  public let kind: Kind
  /// Where in the text it was seen first, for grams and skips.
  public let span: Range<Int>
  /// For a field its name; for a measure what was measured.
  public let name: String?
}
