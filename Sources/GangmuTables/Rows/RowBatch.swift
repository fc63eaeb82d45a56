/// Rows of all tables, made of some records, flat in memory: no object for a row or a value.
struct RowBatch: Sendable {
  /// One value.
  enum Cell: Sendable, Hashable {
    case null
    case integer(Int)
    case real(Double)
    /// A stretch of `bytes`, UTF-8.
    case text(Range<Int>)
  }

  /// A row: the number of its table in `Table.all` and where its cells begin.
  struct Row: Sendable {
    let table: Int
    let cells: Int
  }

  var bytes: [UInt8] = []
  var cells: [Cell] = []
  var rows: [Row] = []

  /// How much is in it, to go back to.
  struct Mark {
    fileprivate let bytes: Int, cells: Int, rows: Int
  }

  var mark: Mark { Mark(bytes: bytes.count, cells: cells.count, rows: rows.count) }

  /// Takes out what was added since.
  mutating func goBack(to mark: Mark) {
    bytes.removeSubrange(mark.bytes...)
    cells.removeSubrange(mark.cells...)
    rows.removeSubrange(mark.rows...)
  }

  /// The bytes of a text.
  func text(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }
}
