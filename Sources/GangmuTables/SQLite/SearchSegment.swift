/// Writes one segment of an FTS5 index: terms in rising order, each with the rows that hold it and where.
///
/// The format is that of SQLite's fts5_index.c ("SQLITE FTS5 INDEX FORMAT", version 4): leaf pages of about 4,050 bytes, each
/// with the offset of the first row that goes on from the page before, its own length, terms (compressed by what they share
/// with the one before), their rows and positions, and the offsets of the terms; and for each page that begins a term, the
/// shortest prefix of that which parts it from the term before.
struct SearchSegment {
  /// Where the pages go.
  protocol Store {
    /// Keeps a leaf page.
    func writePage(segment: Int, number: Int, _ bytes: [UInt8]) throws(SQLiteFailure)
    /// Keeps the beginning of the first term of a page.
    func writeTerm(segment: Int, page: Int, _ bytes: [UInt8]) throws(SQLiteFailure)
  }

  let number: Int
  private let store: any Store
  /// The page at hand, with its header of four bytes.
  private var page: [UInt8] = [0, 0, 0, 0]
  private var pageNumber = 1
  /// The offsets of the terms on the page, as they will stand at its end.
  private var termOffsets: [UInt8] = []
  private var lastTermOffset = 0
  private var term: [UInt8] = []
  /// The entry for the page that began a term last.
  private var entry: (term: [UInt8], page: Int) = ([], 1)
  private var hasTerm = false
  private var beginsPage = false
  private var beginsTerm = true
  private var lastRow = 0
  private var positions: [UInt8] = []

  private static let pageSize = 4050

  init(number: Int, store: any Store) {
    self.number = number
    self.store = store
  }

  /// The number of the last page.
  var lastPage: Int { pageNumber - 1 }

  /// Begins a term, which is greater than the one before.
  mutating func begin(_ next: [UInt8]) throws(SQLiteFailure) {
    if page.count + termOffsets.count + next.count + 2 >= Self.pageSize, page.count > 4 { try writePage() }
    SQLiteVarint.append(page.count - lastTermOffset, to: &termOffsets)
    lastTermOffset = page.count
    var shared = zip(term, next).prefix { $0 == $1 }.count
    if hasTerm {
      SQLiteVarint.append(shared, to: &page)
    } else {
      if pageNumber > 1 {
        try store.writeTerm(segment: number, page: entry.page, entry.term)
        entry = (Array(next.prefix(shared + 1)), pageNumber)
      }
      shared = 0
    }
    SQLiteVarint.append(next.count - shared, to: &page)
    page.append(contentsOf: next[shared...])
    term = next
    (hasTerm, beginsPage, beginsTerm) = (true, false, true)
  }

  /// Adds a row, greater than the one before in its term, and the positions of the term in it, in rising order.
  mutating func add(row: Int, positions places: some Sequence<Int>) throws(SQLiteFailure) {
    if page.count + termOffsets.count >= Self.pageSize { try writePage() }
    if beginsPage {
      page[0] = UInt8(truncatingIfNeeded: page.count >> 8)
      page[1] = UInt8(truncatingIfNeeded: page.count)
    }
    SQLiteVarint.append(beginsTerm || beginsPage ? row : row - lastRow, to: &page)
    (beginsTerm, beginsPage, lastRow) = (false, false, row)
    positions.removeAll(keepingCapacity: true)
    var last = 0
    for place in places {
      // 0 and 1 mean something else there.
      SQLiteVarint.append(place - last + 2, to: &positions)
      last = place
    }
    SQLiteVarint.append(positions.count * 2, to: &page)
    try appendPositions()
  }

  /// Appends the positions; between two of them a page may end.
  private mutating func appendPositions() throws(SQLiteFailure) {
    var rest = positions[...]
    while page.count + termOffsets.count + rest.count >= Self.pageSize {
      var taken = max(Self.pageSize - page.count - termOffsets.count, 0)
      while taken > 0, taken < rest.count, rest[rest.startIndex + taken - 1] & 0x80 != 0 { taken += 1 }
      page.append(contentsOf: rest.prefix(taken))
      rest = rest.dropFirst(taken)
      try writePage()
    }
    page.append(contentsOf: rest)
  }

  /// Ends the segment.
  mutating func end() throws(SQLiteFailure) {
    try writePage()
    try store.writeTerm(segment: number, page: entry.page, entry.term)
  }

  private mutating func writePage() throws(SQLiteFailure) {
    page[2] = UInt8(truncatingIfNeeded: page.count >> 8)
    page[3] = UInt8(truncatingIfNeeded: page.count)
    if hasTerm { page.append(contentsOf: termOffsets) }
    try store.writePage(segment: number, number: pageNumber, page)
    page.removeAll(keepingCapacity: true)
    page.append(contentsOf: [0, 0, 0, 0])
    termOffsets.removeAll(keepingCapacity: true)
    lastTermOffset = 0
    pageNumber += 1
    (hasTerm, beginsPage) = (false, true)
  }
}
