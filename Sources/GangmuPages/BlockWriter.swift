import HanText

/// Puts a page's text together: one buffer, cleaned, one block a line, with the blocks' spans in scalars.
///
/// What is appended belongs to the open block until `endBlock` closes it. A block that holds nothing but spaces leaves
/// no trace. How white space is taken differs by source: see `appendLines` and `appendCollapsing`.
struct BlockWriter {
  /// The kind of the block that is closed next. An item gives it to its first block alone: what follows in it is paragraphs.
  var kind = Block.Kind.paragraph
  /// The source line of what comes next, from 1.
  var line = 1
  /// How many scalars of that line were left out or closed so far; counted for text files alone.
  var column = 0
  /// The blocks that were closed.
  private(set) var blocks: [Block] = []

  /// The text so far. It ends without a line end: that comes with the next block.
  private var utf8: [UInt8] = []
  /// The number of scalars in `utf8`.
  private var scalars = 0
  /// Where the open block begins; nil where it has no text yet.
  private var open: (byte: Int, scalar: Int, line: Int, column: Int)?
  /// White space of HTML that shows only if text follows it.
  private(set) var pending = PendingSpace.none

  enum PendingSpace {
    case none
    case space
    /// White space that holds a line end of the source.
    case lineEnd
  }

  /// Makes a writer for a text of about so many bytes.
  init(capacity: Int) {
    utf8.reserveCapacity(capacity)
  }

  /// Whether the open block has no text yet.
  var isAtBlockStart: Bool { open == nil }

  /// The text, folded, and its blocks.
  consuming func finish() -> BlockText {
    endBlock()
    return BlockText(text: FoldedText(utf8: utf8), blocks: blocks)
  }

  /// Closes the open block, if it has text.
  mutating func endBlock() {
    pending = .none
    guard let block = open else { return }
    open = nil
    // A block begins with a scalar that is no space, so this stops there at the latest.
    while case let width = SpaceScalar.width(atEndOf: utf8[block.byte...]), width > 0 {
      utf8.removeLast(width)
      scalars -= 1
    }
    blocks.append(Block(kind: kind, span: block.scalar..<scalars, line: block.line, column: block.column))
    if kind == .listItem { kind = .paragraph }
  }

  /// Makes one table row of the blocks from an index on. No block may be open.
  ///
  /// - Parameter cells: The spans of the row's cells, some of which may be empty.
  mutating func joinRow(from index: Int, cells: [Range<Int>]) {
    guard blocks.indices.contains(index), let last = blocks.last else { return }
    // No slice is kept: it would share the array's storage, and each row would copy all blocks before it.
    let (first, parts) = (blocks[index], blocks.count - index)
    // The line ends between them become tabs, one byte and one scalar each, so no span moves.
    var byte = utf8.endIndex
    for _ in 1..<parts {
      repeat { byte -= 1 } while utf8[byte] != UInt8(ascii: "\n")
      utf8[byte] = UInt8(ascii: "\t")
    }
    let row = Block(kind: .tableRow(cells: cells), span: first.span.lowerBound..<last.span.upperBound, line: first.line)
    blocks.replaceSubrange(index..., with: CollectionOfOne(row))
  }

  /// Appends clean bytes, the first scalar of a block being no space.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if open == nil {
      if !blocks.isEmpty {
        utf8.append(UInt8(ascii: "\n"))
        scalars += 1
      }
      open = (utf8.count, scalars, line, column)
    }
    utf8.append(contentsOf: bytes)
    for byte in bytes where !UTF8.isContinuation(byte) { scalars += 1 }
  }

  /// Notes white space of HTML.
  mutating func appendSpace(_ space: PendingSpace) {
    if pending != .lineEnd { pending = space }
  }

  /// Writes the white space that was noted before text that begins with `next`.
  ///
  /// A line end between two wide characters is no space: Chinese source is wrapped anywhere (CSS Text 3, section 4.1.3).
  mutating func flushSpace(before next: Unicode.Scalar?) {
    defer { pending = .none }
    guard open != nil, pending != .none else { return }
    if pending == .lineEnd, let next, let last = lastScalar, last.isWide, next.isWide { return }
    utf8.append(UInt8(ascii: " "))
    scalars += 1
  }

  private var lastScalar: Unicode.Scalar? {
    guard let start = utf8.lastIndex(where: { !UTF8.isContinuation($0) }) else { return nil }
    return Unicode.Scalar(decoding: utf8[start...])
  }
}
