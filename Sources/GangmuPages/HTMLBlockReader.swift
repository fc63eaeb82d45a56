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

  private let keepsHidden: Bool
  private var open: [OpenElement] = []
  private var rows = TableRows()
  private var omission: Omission?
  private var preformattedDepth = 0
  private var titles = 0
  private var isInTitle = false

  private struct OpenElement {
    var element: HTMLElement
    /// The kind of the blocks around it.
    var outerKind: Block.Kind
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
  }

  /// An element begins.
  mutating func start(_ element: HTMLElement, isHidden: Bool) {
    if omission == nil {
      let isText = element != .omitted && (element != .title || titles == 0)
      if !isText || isHidden && !keepsHidden {
        omission = Omission(depth: open.count, isHidden: isText)
      } else {
        if element != .inline, element != .title { writer.endBlock() }
      }
    }
    open.append(OpenElement(element: element, outerKind: writer.kind))
    if omission == nil { enter(element) }
  }

  /// The element that was opened last ends.
  mutating func end() {
    guard let closed = open.popLast() else { return }
    if let omission {
      if omission.depth == open.count { self.omission = nil }
      return
    }
    leave(closed)
  }

  /// Text of the element that was opened last.
  ///
  /// - Parameters:
  ///   - line: The source line that it begins on.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    if let omission {
      if omission.isHidden { hiddenScalars += Self.scalars(in: bytes) }
      return
    }
    // Numbers from 128 to 159 in character references mean Windows-1252 (HTML standard, 13.2.5.80).
    if let character = Windows1252.character(forReference: bytes) {
      Array(character.utf8).withUnsafeBufferPointer { write($0, line: line) }
    } else {
      write(bytes, line: line)
    }
  }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    if isInTitle {
      titleWriter.appendCollapsing(bytes)
      return
    }
    shownScalars += Self.scalars(in: bytes)
    writer.line = line
    if preformattedDepth > 0 { writer.appendLines(bytes) } else { writer.appendCollapsing(bytes) }
  }

  private mutating func enter(_ element: HTMLElement) {
    switch element {
    case .heading(let level): writer.kind = .heading(level: level)
    case .listItem: writer.kind = .listItem
    case .table: rows.openTable()
    case .tableRow: rows.openRow(&writer)
    case .tableCell: rows.openCell(writer)
    case .preformatted: preformattedDepth += 1
    case .title:
      titles += 1
      isInTitle = true
    case .inline, .block, .lineBreak, .omitted: break
    }
  }

  private mutating func leave(_ closed: OpenElement) {
    switch closed.element {
    case .inline: return
    case .title:
      isInTitle = false
      return
    default: writer.endBlock()
    }
    switch closed.element {
    case .heading, .listItem: writer.kind = closed.outerKind
    case .table: rows.closeTable(&writer)
    case .tableRow: rows.closeRow(&writer)
    case .tableCell: rows.closeCell(writer)
    case .preformatted: preformattedDepth -= 1
    default: break
    }
  }

  private static func scalars(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte > 0x20 && !UTF8.isContinuation(byte) { count += 1 }
    return count
  }
}
