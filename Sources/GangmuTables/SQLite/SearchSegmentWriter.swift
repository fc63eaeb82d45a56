/// Writes one segment of an FTS5 index: terms in rising order, each with the rows that hold it and where.
///
/// The format is that of SQLite's fts5_index.c ("SQLITE FTS5 INDEX FORMAT", version 4): leaf pages of about 4,050 bytes, each
/// with the offset of the first row that goes on from the page before, its own length, terms (compressed by what they share
/// with the one before), their rows and positions, and the offsets of the terms; and for each page that begins a term, the
/// shortest prefix of that which parts it from the term before.
struct SearchSegmentWriter {
  private var segment = SearchSegment()
  /// Where the page at hand begins, with its header of four bytes.
  private var pageStart = 0
  /// The offsets of the terms on the page, as they will stand at its end.
  private var termOffsets: [UInt8] = []
  private var lastTermOffset = 0
  private var term: [UInt8] = []
  /// The entry for the page that began a term last.
  private var entry: (page: Int, term: [UInt8]) = (1, [])
  private var hasTerm = false
  private var beginsPage = false
  private var beginsTerm = true
  /// The row at hand, 0 where there is none, and its positions.
  private var row = 0
  private var positions: [UInt8] = []
  private var lastPosition: UInt32 = 0
  private var lastRow = 0

  private static let pageSize = 4050

  /// Makes a writer.
  ///
  /// - Parameter count: About how many positions will come.
  init(count: Int) {
    segment.bytes.reserveCapacity(count * 5)
    beginPage()
  }

  /// The length of the page, without the offsets.
  private var pageCount: Int { segment.bytes.count - pageStart }

  /// Begins a term, which is greater than the one before.
  mutating func begin(_ next: [UInt8]) {
    endRow()
    if pageCount + termOffsets.count + next.count + 2 >= Self.pageSize, pageCount > 4 { endPage() }
    SQLiteVarint.append(pageCount - lastTermOffset, to: &termOffsets)
    lastTermOffset = pageCount
    var shared = 0
    while shared < min(term.count, next.count), term[shared] == next[shared] { shared += 1 }
    if hasTerm {
      SQLiteVarint.append(shared, to: &segment.bytes)
    } else {
      if !segment.pageEnds.isEmpty {
        segment.entries.append(entry)
        entry = (segment.pageEnds.count + 1, Array(next.prefix(shared + 1)))
      }
      shared = 0
    }
    SQLiteVarint.append(next.count - shared, to: &segment.bytes)
    segment.bytes.append(contentsOf: next[shared...])
    term = next
    (hasTerm, beginsPage, beginsTerm) = (true, false, true)
  }

  /// Adds a position of the term: rows, from 1, rise in a term, and positions in a row.
  mutating func add(row next: Int, position: UInt32) {
    if next != row {
      endRow()
      (row, lastPosition) = (next, 0)
    }
    // 0 and 1 mean something else there.
    SQLiteVarint.append(Int(position - lastPosition) + 2, to: &positions)
    lastPosition = position
  }

  /// Ends the segment.
  consuming func end() -> SearchSegment {
    endRow()
    endPage()
    segment.entries.append(entry)
    return segment
  }

  /// Writes the row at hand.
  private mutating func endRow() {
    guard row > 0 else { return }
    if pageCount + termOffsets.count >= Self.pageSize { endPage() }
    if beginsPage { writeHeader(pageCount, at: 0) }
    SQLiteVarint.append(beginsTerm || beginsPage ? row : row - lastRow, to: &segment.bytes)
    (beginsTerm, beginsPage, lastRow, row) = (false, false, row, 0)
    SQLiteVarint.append(positions.count * 2, to: &segment.bytes)
    if pageCount + termOffsets.count + positions.count < Self.pageSize {
      // Mostly one or two, for which a copy of the array would take longer.
      for byte in positions { segment.bytes.append(byte) }
    } else {
      appendOverPages()
    }
    positions.removeAll(keepingCapacity: true)
  }

  /// Appends the positions; between two of them a page may end.
  private mutating func appendOverPages() {
    var rest = positions[...]
    while pageCount + termOffsets.count + rest.count >= Self.pageSize {
      var taken = max(Self.pageSize - pageCount - termOffsets.count, 0)
      while taken > 0, taken < rest.count, rest[rest.startIndex + taken - 1] & 0x80 != 0 { taken += 1 }
      segment.bytes.append(contentsOf: rest.prefix(taken))
      rest = rest.dropFirst(taken)
      endPage()
    }
    segment.bytes.append(contentsOf: rest)
  }

  private mutating func beginPage() {
    pageStart = segment.bytes.count
    segment.bytes.append(contentsOf: repeatElement(0, count: 4))
  }

  private mutating func endPage() {
    writeHeader(pageCount, at: 2)
    if hasTerm { segment.bytes.append(contentsOf: termOffsets) }
    segment.pageEnds.append(segment.bytes.count)
    termOffsets.removeAll(keepingCapacity: true)
    lastTermOffset = 0
    (hasTerm, beginsPage) = (false, true)
    beginPage()
  }

  private mutating func writeHeader(_ value: Int, at offset: Int) {
    segment.bytes[pageStart + offset] = UInt8(truncatingIfNeeded: value >> 8)
    segment.bytes[pageStart + offset + 1] = UInt8(truncatingIfNeeded: value)
  }
}
