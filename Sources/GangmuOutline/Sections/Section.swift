/// One numbered part of a document. All spans are scalar offsets into the document's text.
public struct Section: Sendable, Hashable {
  /// Its index among the sections of its document, in reading order.
  public var id: Int
  /// The section that it stands in, or nil directly under the document.
  public var parent: Int?
  /// Its depth, from 1.
  public var level: Int
  /// The marker with its punctuation, without the space after it: `一、`, `(一)`, `(1)。`, `第三條`.
  public var marker: Range<Int>
  /// The id of its numbering family, such as `han_comma`.
  public var numbering: String
  /// The value of its number.
  public var ordinal: Int
  /// Whether it stands inside a running paragraph.
  public var isInline: Bool
  /// The heading words, or nil where the item is plain running text.
  public var heading: Range<Int>?
  /// The whole section with its children, from its marker to before whatever follows.
  public var span: Range<Int>
  /// Its own text between heading and first child, or nil where it has none.
  public var body: Range<Int>?
  /// The unnumbered label line that opens the series of this section (`要求:` before 1、2、), or nil.
  public var seriesLabel: Range<Int>?

  /// Makes a section.
  public init(
    id: Int, parent: Int?, level: Int, marker: Range<Int>, numbering: String, ordinal: Int, isInline: Bool,
    heading: Range<Int>?, span: Range<Int>, body: Range<Int>?, seriesLabel: Range<Int>? = nil
  ) {
    self.id = id
    self.parent = parent
    self.level = level
    self.marker = marker
    self.numbering = numbering
    self.ordinal = ordinal
    self.isInline = isInline
    self.heading = heading
    self.span = span
    self.body = body
    self.seriesLabel = seriesLabel
  }
}
