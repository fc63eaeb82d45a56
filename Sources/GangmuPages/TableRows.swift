import HanText

/// Follows the tables of a page and makes one block of each row of data.
///
/// Tables on Chinese pages hold data (任務, 責任單位, 完成時限) or lay out the page. A row is data where each cell has one line
/// at most. A cell with several lines is layout, unless the table is one of data: three columns or more, which a row above
/// has shown, and lines that are few and short; then the lines of a cell are one. A row with a table in it is layout always.
/// The blocks of layout stay as they are.
struct TableRows {
  private var tables: [Table] = []

  private struct Table {
    var row: Row?
    /// How many cells its last row of data had.
    var columns = 0
  }

  private struct Row {
    /// The index of the first block in it.
    var firstBlock: Int
    /// The indices of the blocks in each cell.
    var cells: [Range<Int>] = []
    /// The index of the first block in the open cell.
    var openCell: Int?
    var holdsTable = false
  }

  mutating func openTable() {
    if let last = tables.indices.last { tables[last].row?.holdsTable = true }
    tables.append(Table())
  }

  mutating func closeTable(_ writer: inout BlockWriter) {
    closeRow(&writer)
    tables.removeLast()
  }

  /// A row begins; one that was left open ends.
  mutating func openRow(_ writer: inout BlockWriter) {
    closeRow(&writer)
    guard let last = tables.indices.last else { return }
    tables[last].row = Row(firstBlock: writer.blocks.count)
  }

  mutating func closeRow(_ writer: inout BlockWriter) {
    closeCell(writer)
    guard let last = tables.indices.last, let row = tables[last].row else { return }
    tables[last].row = nil
    guard let cells = Self.dataCells(of: row, in: writer.blocks, columns: tables[last].columns) else { return }
    tables[last].columns = cells.count
    writer.joinRow(from: row.firstBlock, cells: cells)
  }

  /// A cell begins; one that was left open ends. A cell without a row opens one.
  mutating func openCell(_ writer: BlockWriter) {
    closeCell(writer)
    guard let last = tables.indices.last else { return }
    var row = tables[last].row ?? Row(firstBlock: writer.blocks.count)
    row.openCell = writer.blocks.count
    tables[last].row = row
  }

  mutating func closeCell(_ writer: BlockWriter) {
    guard let last = tables.indices.last, let start = tables[last].row?.openCell else { return }
    tables[last].row?.openCell = nil
    tables[last].row?.cells.append(start..<writer.blocks.count)
  }

  /// The spans of the cells of a row of data; nil for any other row.
  ///
  /// - Parameter columns: How many cells the last row of data above had.
  private static func dataCells(of row: Row, in blocks: [Block], columns: Int) -> [Range<Int>]? {
    guard row.cells.count > 1, !row.holdsTable, row.firstBlock < blocks.count, let last = blocks.last else {
      return nil
    }
    if !row.cells.allSatisfy({ $0.count <= 1 }) {
      let length = last.span.upperBound - blocks[row.firstBlock].span.lowerBound
      guard row.cells.count == columns, columns >= fewestColumns, length <= longestRow,
        row.cells.allSatisfy({ $0.count <= mostLines })
      else { return nil }
    }
    let parts = blocks[row.firstBlock...]
    // Text between the cells, or a heading in one, is layout too.
    guard parts.count == row.cells.reduce(0, { $0 + $1.count }), !parts.contains(where: \.isHeading) else { return nil }
    var end = blocks[row.firstBlock].span.lowerBound
    return row.cells.map { cell in
      guard let first = cell.first, let last = cell.last else { return end..<end }
      end = blocks[last].span.upperBound
      return blocks[first].span.lowerBound..<end
    }
  }

  private static let fewestColumns = 3
  /// The most lines in a cell of data, and the most characters in its row.
  private static let mostLines = 8
  private static let longestRow = 600
}

extension Block {
  /// Whether it is a heading of HTML.
  var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }
}
