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
  /// The innermost element of what comes next.
  var element = 0
  /// Whether what comes next is a link.
  var isLink = false
  /// How many scalars of that line were left out or closed so far; counted for text files alone.
  var column = 0
  /// The blocks that were closed.
  private(set) var blocks: [Block] = []
  /// What else is known of each of them.
  private(set) var facts: [BlockFacts] = []

  /// The text so far. It ends without a line end: that comes with the next block.
  private var utf8: [UInt8] = []
  /// The number of scalars in `utf8`.
  private var scalars = 0
  /// Where the open block begins; nil where it has no text yet.
  private var open: (byte: Int, scalar: Int, line: Int, column: Int)?
  private var openFacts = BlockFacts()
  /// Whether the link that was opened last has no block yet.
  private var awaitsLink = false
  /// What left nothing in the text: controls, and marks without width.
  private(set) var dropped: [DroppedScalars] = []
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
    blocks.reserveCapacity(capacity / Self.usualBlock)
    facts.reserveCapacity(capacity / Self.usualBlock)
  }

  /// The bytes of a short block.
  private static let usualBlock = 64

  /// Whether the open block has no text yet.
  var isAtBlockStart: Bool { open == nil }

  /// The text, folded, and its blocks.
  consuming func finish() -> BlockText {
    finishWithFacts().content
  }

  /// The text, folded, its blocks, and what else is known of each of them.
  consuming func finishWithFacts() -> (content: BlockText, facts: [BlockFacts]) {
    endBlock()
    return (BlockText(text: FoldedText(utf8: utf8), blocks: blocks), facts)
  }

  /// Closes the open block, if it has text.
  mutating func endBlock() {
    pending = .none
    guard let block = open else { return }
    open = nil
    // A block begins with a scalar that is no space, so this stops there at the latest.
    while case let width = utf8.withUnsafeBufferPointer({ SpaceScalar.width(atEndOf: $0) }), width > 0 {
      utf8.removeLast(width)
      scalars -= 1
    }
    // What was dropped among trimmed spaces stood at the end.
    if let last = dropped.last, last.offset > scalars { drawBackDropped() }
    blocks.append(Block(kind: kind, span: block.scalar..<scalars, line: block.line, column: block.column))
    facts.append(openFacts)
    if kind == .listItem { kind = .paragraph }
  }

  private mutating func drawBackDropped() {
    for index in dropped.indices.reversed() {
      guard dropped[index].offset > scalars else { break }
      dropped[index].offset = scalars
    }
  }

  /// Makes one table row of the blocks from an index on. No block may be open.
  ///
  /// - Parameter cells: The spans of the row's cells, some of which may be empty.
  mutating func joinRow(from index: Int, cells: [Range<Int>]) {
    guard blocks.indices.contains(index), let last = blocks.last else { return }
    // No slice is kept: it would share the array's storage, and each row would copy all blocks before it.
    let first = blocks[index]
    // The line ends between them become tabs, those within a cell spaces: one byte and one scalar each, so no span moves.
    let starts = Set(cells.lazy.filter { !$0.isEmpty }.map(\.lowerBound))
    var byte = utf8.endIndex
    for part in (index + 1..<max(blocks.count, index + 1)).reversed() {
      repeat { byte -= 1 } while utf8[byte] != UInt8(ascii: "\n")
      utf8[byte] = starts.contains(blocks[part].span.lowerBound) ? UInt8(ascii: "\t") : UInt8(ascii: " ")
    }
    let row = Block(kind: .tableRow(cells: cells), span: first.span.lowerBound..<last.span.upperBound, line: first.line)
    blocks.replaceSubrange(index..., with: CollectionOfOne(row))
    var joined = BlockFacts(element: element)
    for part in index..<facts.count {
      joined.linkScalars += facts[part].linkScalars
      joined.links += facts[part].links
    }
    facts.replaceSubrange(index..., with: CollectionOfOne(joined))
  }

  /// A row of a table: its blocks, and the spans of its cells, some of which may be empty.
  struct TableRow {
    var blocks: Range<Int>
    var cells: [Range<Int>]
  }

  /// Makes one block of each of some rows, which stand in rising order. No block may be open.
  mutating func join(_ rows: [TableRow]) {
    guard let first = rows.first?.blocks.lowerBound else { return }
    var joined: [Block] = []
    var joinedFacts: [BlockFacts] = []
    var byte = utf8.endIndex
    var end = blocks.count
    for row in rows.reversed() {
      joined += blocks[row.blocks.upperBound..<end].reversed()
      joinedFacts += facts[row.blocks.upperBound..<end].reversed()
      for _ in row.blocks.upperBound..<end { byte = lineEnd(before: byte) }
      let starts = Set(row.cells.lazy.filter { !$0.isEmpty }.map(\.lowerBound))
      var sum = BlockFacts(element: element)
      for part in row.blocks.reversed() {
        sum.linkScalars += facts[part].linkScalars
        sum.links += facts[part].links
        guard part > 0 else { break }
        byte = lineEnd(before: byte)
        guard part > row.blocks.lowerBound else { break }
        utf8[byte] = starts.contains(blocks[part].span.lowerBound) ? UInt8(ascii: "\t") : UInt8(ascii: " ")
      }
      let (start, last) = (blocks[row.blocks.lowerBound], blocks[row.blocks.upperBound - 1])
      joined.append(
        Block(
          kind: .tableRow(cells: row.cells), span: start.span.lowerBound..<last.span.upperBound, line: start.line))
      joinedFacts.append(sum)
      end = row.blocks.lowerBound
    }
    blocks.replaceSubrange(first..., with: joined.reversed())
    facts.replaceSubrange(first..., with: joinedFacts.reversed())
  }

  /// Where the line end before a byte stands. Each block but the first has one before it.
  private func lineEnd(before byte: Int) -> Int {
    var byte = byte
    repeat { byte -= 1 } while byte > 0 && utf8[byte] != UInt8(ascii: "\n")
    return max(byte, 0)
  }

  /// Notes that a link begins.
  mutating func startLink() {
    isLink = true
    if open != nil { openFacts.links += 1 } else { awaitsLink = true }
  }

  /// Notes bytes that leave nothing.
  mutating func drop(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Before a block that is still to come stands a line end.
    let offset = open == nil && !blocks.isEmpty ? scalars + 1 : scalars
    if let last = dropped.indices.last, dropped[last].offset == offset {
      dropped[last].scalars += String(decoding: bytes, as: UTF8.self)
    } else {
      dropped.append(DroppedScalars(offset: offset, scalars: String(decoding: bytes, as: UTF8.self)))
    }
  }

  /// Appends clean bytes, the first scalar of a block being no space.
  ///
  /// - Returns: How many scalars they are.
  @discardableResult
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if open == nil {
      if !blocks.isEmpty {
        utf8.append(UInt8(ascii: "\n"))
        scalars += 1
      }
      open = (utf8.count, scalars, line, column)
      openFacts = BlockFacts(element: element, links: awaitsLink || isLink ? 1 : 0)
      awaitsLink = false
    }
    utf8.append(contentsOf: bytes)
    let added = bytes.scalarCount
    scalars += added
    if isLink { openFacts.linkScalars += added }
    return added
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

/// Scalars that leave nothing in a text.
struct DroppedScalars {
  /// The scalar offset in the text before which they stood.
  var offset: Int
  var scalars: String
}
