import HanText

/// Takes the events of an HTML page and writes its blocks.
struct HTMLBlockReader {
  /// The page's text.
  private(set) var writer: BlockWriter
  /// The page's own title, from its first `title`.
  private(set) var titleWriter = BlockWriter(capacity: 0)
  /// The scalars of text in hidden elements, without white space.
  private(set) var hiddenScalars = 0
  /// The scalars of text outside of them, without white space.
  private(set) var shownScalars = 0

  /// The page's `meta` elements: content by name in lower case; of several of a name the first.
  private(set) var meta: [String: String] = [:]

  private let keepsHidden: Bool
  private var open: [OpenElement] = []
  private var rows = TableRows()
  private var omission: Omission?
  private var preformattedDepth = 0
  /// How many elements in a font of symbols are open.
  private var symbolDepth = 0
  private var titles = 0
  private var isInTitle = false

  /// The elements that hold blocks, the page itself first.
  private(set) var elements = [PageElement(parent: 0, element: .block, hint: [], blocks: 0..<Int.max)]

  /// Half of the bytes that an element that holds blocks takes on most pages.
  private static let usualElement = 64

  private struct OpenElement {
    var element: HTMLElement
    /// Its place among `elements`; nil where it is none of them.
    var index: Int?
    /// The kind of the blocks around it.
    var outerKind: Block.Kind
    var isSymbol: Bool
  }

  /// An element that is left out with all that it holds.
  private struct Omission {
    /// How many elements are open around it.
    var depth: Int
    var isHidden: Bool
  }

  /// Makes a reader for a page of about so many bytes.
  ///
  /// - Parameter keepsHidden: Whether elements that the source hides are read like any other.
  init(capacity: Int, keepsHidden: Bool) {
    writer = BlockWriter(capacity: capacity)
    self.keepsHidden = keepsHidden
    elements.reserveCapacity(capacity / Self.usualElement)
  }

  /// An element begins.
  ///
  /// - Parameters:
  ///   - hint: What its names say that it is for.
  ///   - name: A hash of its class; 0 where it has none.
  mutating func start(_ element: HTMLElement, isHidden: Bool, hint: ElementHint = [], name: UInt64 = 0) {
    if omission == nil {
      let isText = element != .omitted && (element != .title || titles == 0)
      if !isText || isHidden && !keepsHidden {
        omission = Omission(depth: open.count, isHidden: isText)
      } else {
        if !element.isInline, element != .title { writer.endBlock() }
      }
    }
    let outerKind = writer.kind
    if omission == nil { enter(element, hint) }
    var index: Int?
    if omission == nil, element.holdsBlocks {
      index = elements.count
      let count = writer.blocks.count
      elements.append(
        PageElement(parent: writer.element, element: element, hint: hint, name: name, blocks: count..<count))
      writer.element = elements.count - 1
    }
    let isSymbol = hint.contains(.symbols)
    if isSymbol { symbolDepth += 1 }
    open.append(OpenElement(element: element, index: index, outerKind: outerKind, isSymbol: isSymbol))
  }

  /// A `meta` element stands here.
  mutating func note(meta name: String, content: String) {
    if meta[name] == nil { meta[name] = content }
  }

  /// The element that was opened last ends.
  mutating func end() {
    guard let closed = open.popLast() else { return }
    if closed.isSymbol { symbolDepth -= 1 }
    if let omission {
      if omission.depth == open.count { self.omission = nil }
      return
    }
    leave(closed)
  }

  /// Text of the element that was opened last.
  ///
  /// - Parameters:
  ///   - line: The source line that it begins on; nil where it goes on behind other text.
  ///   - isWhole: Whether no other text stands right beside it.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int?, isWhole: Bool = true) {
    if let omission {
      if omission.isHidden { hiddenScalars += Self.scalars(in: bytes) }
      return
    }
    if symbolDepth > 0, isWhole, writer.isAtBlockStart, let symbol = SymbolFont.character(for: bytes) {
      Array(symbol.utf8).withUnsafeBufferPointer { write($0, line: line) }
      return
    }
    // Numbers from 128 to 159 in character references mean Windows-1252 (HTML standard, 13.2.5.80).
    if isWhole, let character = Windows1252.character(forReference: bytes) {
      Array(character.utf8).withUnsafeBufferPointer { write($0, line: line) }
    } else {
      write(bytes, line: line)
    }
  }

  /// A run of text beyond ASCII, of several scalars, of the element that was opened last.
  ///
  /// - Parameters:
  ///   - line: The source line that it stands on; nil where it goes on behind other text.
  ///   - isPlain: Whether no `SpecialScalar` stands in it.
  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>, line: Int?, isPlain: Bool) {
    if let omission {
      if omission.isHidden { hiddenScalars += bytes.scalarCount }
    } else if isPlain, !isInTitle {
      if let line { writer.line = line }
      shownScalars += writer.appendRun(bytes)
    } else {
      write(bytes, line: line)
    }
  }

  /// A reference to a character stands here. Pages begin their paragraphs with spaces, which leave nothing.
  mutating func reference(_ scalar: Unicode.Scalar, line: Int) {
    if omission == nil, writer.isAtBlockStart, !readsPieces, scalar == "\u{2003}" || scalar == "\u{A0}" {
      shownScalars += 1
      return
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { buffer in
      let count = buffer.initialize(fromContentsOf: scalar.utf8)
      text(UnsafeBufferPointer(rebasing: buffer[..<count]), line: line)
    }
  }

  /// Whether text is read in pieces as they stand between tags, white space and all: where lines count, where a letter may
  /// be a symbol, and in the page's own title.
  private var readsPieces: Bool { isInTitle || preformattedDepth > 0 || symbolDepth > 0 }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, line: Int?) {
    if isInTitle {
      titleWriter.appendCollapsing(bytes)
      return
    }
    shownScalars += Self.scalars(in: bytes)
    if let line { writer.line = line }
    if preformattedDepth > 0 { writer.appendLines(bytes) } else { writer.appendCollapsing(bytes) }
  }

  private mutating func enter(_ element: HTMLElement, _ hint: ElementHint) {
    switch element {
    case .heading(let level): writer.kind = .heading(level: level)
    case .listItem: writer.kind = .listItem
    case .table: rows.openTable(isRuled: hint.contains(.ruled))
    case .tableRow:
      let count = writer.blocks.count
      rows.openRow(&writer)
      followJoin(of: count)
    case .tableCell:
      rows.openCell(writer)
      if hint.contains(.ruled) { rows.noteHeaderCell() }
    case .preformatted: preformattedDepth += 1
    case .title:
      titles += 1
      isInTitle = true
    case .link: writer.startLink()
    case .inline, .block, .lineBreak, .omitted: break
    }
  }

  private mutating func leave(_ closed: OpenElement) {
    switch closed.element {
    case .inline: return
    case .link:
      writer.isLink = false
      return
    case .title:
      isInTitle = false
      return
    default: writer.endBlock()
    }
    let count = writer.blocks.count
    switch closed.element {
    case .heading, .listItem: writer.kind = closed.outerKind
    case .table:
      let joined = rows.closeTable(&writer)
      if joined.isEmpty { followJoin(of: count) } else { followJoins(of: joined) }
    case .tableRow:
      rows.closeRow(&writer)
      followJoin(of: count)
    case .tableCell: rows.closeCell(writer)
    case .preformatted: preformattedDepth -= 1
    default: break
    }
    if let index = closed.index {
      elements[index].blocks = elements[index].blocks.lowerBound..<writer.blocks.count
      writer.element = elements[index].parent
    }
  }

  /// Where a row has become one block, what was in it holds that block.
  private mutating func followJoin(of blocks: Int) {
    let count = writer.blocks.count
    guard count < blocks else { return }
    for index in elements.indices.reversed().prefix(while: { elements[$0].blocks.lowerBound >= count }) {
      elements[index].blocks = count - 1..<(elements[index].blocks.isEmpty ? count - 1 : count)
    }
  }

  /// Where rows have become one block each, what was in them or behind them moves up.
  private mutating func followJoins(of rows: [Range<Int>]) {
    guard let first = rows.first?.lowerBound else { return }
    // How many blocks are gone before each row.
    let gone = rows.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count - 1) }
    func moved(_ index: Int) -> Int {
      var (low, high) = (0, rows.count)
      while low < high {
        let middle = (low + high) / 2
        if rows[middle].lowerBound <= index { low = middle + 1 } else { high = middle }
      }
      guard low > 0 else { return index }
      let row = rows[low - 1]
      return row.contains(index) ? row.lowerBound - gone[low - 1] : index - gone[low]
    }
    for index in elements.indices.reversed() {
      let blocks = elements[index].blocks
      guard blocks.lowerBound >= first else { break }
      let lower = moved(blocks.lowerBound)
      elements[index].blocks = lower..<(blocks.isEmpty ? lower : moved(blocks.upperBound - 1) + 1)
    }
  }

  /// Closes what the page left open.
  mutating func endPage() {
    writer.endBlock()
    // A cell of several lines that became a row of one may have held more blocks than there are.
    let count = writer.blocks.count
    for index in elements.indices.dropFirst() where elements[index].blocks.upperBound > count {
      elements[index].blocks = elements[index].blocks.clamped(to: 0..<count)
    }
  }

  private static func scalars(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte > 0x20 && !UTF8.isContinuation(byte) { count += 1 }
    return count
  }
}
