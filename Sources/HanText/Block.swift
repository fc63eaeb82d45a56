/// A stretch of a page that stands on a line of its own.
public struct Block: Sendable, Hashable {
  /// How the page's source presents a block.
  public enum Kind: Sendable, Hashable {
    /// A line of a text file, a `p`, a `div`, what stands between two `br`.
    case paragraph
    /// `h1` (level 1) to `h6` (level 6).
    case heading(level: Int)
    /// An `li`, a `dt` or a `dd`.
    case listItem
    /// A table row; the spans of its cells, one for each column. A tab parts those with text; an empty cell has an empty span.
    case tableRow(cells: [Range<Int>])
  }

  /// What the source says it is.
  public var kind: Kind
  /// Where it stands in the text, without the line end.
  public var span: Range<Int>
  /// The line of the source that it begins on, from 1.
  public var line: Int
  /// How many scalars of a text file's line stand before it: its indent. 0 in HTML, whose lines mean nothing.
  public var column: Int

  /// Makes a block.
  public init(kind: Kind, span: Range<Int>, line: Int, column: Int = 0) {
    self.kind = kind
    self.span = span
    self.line = line
    self.column = column
  }
}

/// A text in blocks: one block a line, none empty, each line end a single `\n`.
public struct BlockText: Sendable {
  /// The text.
  public var text: FoldedText
  /// Its blocks, in reading order.
  public var blocks: [Block]

  /// Makes a text in blocks. The spans of `blocks` must lie within `text`, rising, without overlap.
  public init(text: FoldedText, blocks: [Block]) {
    self.text = text
    self.blocks = blocks
  }
}
