import HanText

/// Follows the tables of a page and makes one block of each row of data.
///
/// Tables on Chinese pages hold data (任務, 責任單位, 完成時限) or lay out the page. A row is data where each cell has one line
/// at most. A row with a cell of several lines waits until its table ends, which is then judged as a whole (`isData`): the
/// lines of a cell are one there, while the blocks of layout stay as they are. A row with a table in it is layout always.
struct TableRows {
  private var tables: [Table] = []

  private struct Table {
    var row: Row?
    /// How many cells its last row of data had.
    var columns = 0
    /// How many rows are data, whatever the others are.
    var dataRows = 0
    /// The rows that are data if the table is.
    var doubtful: [BlockWriter.TableRow] = []
    /// How many of those have a cell of several paragraphs.
    var rowsOfText = 0
    var holdsTable = false
    /// Whether it shows its lines, or names its columns.
    var isRuled: Bool

    /// Whether the doubtful rows are data: they have as many cells as the others, and the table is drawn as one or is one
    /// for the greater part.
    var isData: Bool {
      guard !holdsTable, let width = doubtful.first?.cells.count, doubtful.allSatisfy({ $0.cells.count == width })
      else {
        return false
      }
      // Names on the left and text on the right, as on a page about kinds of fraud whose text is numbered: no columns of data.
      if width < TableRows.fewestColumns, rowsOfText * 2 > doubtful.count { return false }
      if isRuled { return dataRows + doubtful.count >= 2 && (dataRows == 0 || columns == width) }
      return dataRows >= 2 * doubtful.count && columns == width
    }
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

  mutating func openTable(isRuled: Bool) {
    if let last = tables.indices.last {
      tables[last].row?.holdsTable = true
      tables[last].holdsTable = true
    }
    tables.append(Table(isRuled: isRuled))
  }

  /// The innermost table names its columns.
  mutating func noteHeaderCell() {
    if let last = tables.indices.last { tables[last].isRuled = true }
  }

  /// A table ends.
  ///
  /// - Returns: The rows that became one block each, by the indices of the blocks that they were.
  mutating func closeTable(_ writer: inout BlockWriter) -> [Range<Int>] {
    closeRow(&writer)
    let table = tables.removeLast()
    guard table.isData else { return [] }
    writer.join(table.doubtful)
    return table.doubtful.map(\.blocks)
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
    guard let cells = Self.cells(of: row, in: writer.blocks) else { return }
    let isSingle = row.cells.allSatisfy { $0.count <= 1 }
    if isSingle || cells.count == tables[last].columns && cells.count >= Self.fewestColumns {
      tables[last].columns = cells.count
      tables[last].dataRows += 1
      writer.joinRow(from: row.firstBlock, cells: cells)
    } else {
      if row.cells.contains(where: { $0.count >= Self.fewestParagraphs }) { tables[last].rowsOfText += 1 }
      tables[last].doubtful.append(.init(blocks: row.firstBlock..<writer.blocks.count, cells: cells))
    }
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

  /// The spans of the cells of a row that may be data; nil for any other row.
  private static func cells(of row: Row, in blocks: [Block]) -> [Range<Int>]? {
    guard row.cells.count > 1, !row.holdsTable, row.firstBlock < blocks.count, let last = blocks.last else {
      return nil
    }
    if !row.cells.allSatisfy({ $0.count <= 1 }) {
      let length = last.span.upperBound - blocks[row.firstBlock].span.lowerBound
      guard length <= longestRow, row.cells.allSatisfy({ $0.count <= mostLines }) else { return nil }
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

  /// Of so many columns no page is laid out.
  private static let fewestColumns = 3
  /// A cell of so many blocks is text.
  private static let fewestParagraphs = 3
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
