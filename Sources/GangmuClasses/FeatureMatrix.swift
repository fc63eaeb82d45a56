import HanText

/// The features of texts as rows of numbers, for other tools.
public struct FeatureMatrix: Sendable {
  /// How the features are read.
  public let reader: FeatureReader
  /// The number of columns, a power of two: features are hashed into them.
  public let columnBits: Int

  /// Makes a matrix of 2 to the `columnBits` columns, 8 to 31.
  public init(reader: FeatureReader = FeatureReader(longestGram: 3), columnBits: Int = 20) {
    self.reader = reader
    self.columnBits = min(max(columnBits, 8), 31)
  }

  /// The columns of a text, from 1, rising, with how often their features stand in it.
  public func row(of text: FoldedText, fields: [String] = []) -> [(column: Int, count: Int)] {
    var columns: [UInt32] = []
    reader.forEachFeature(of: text, fields: fields) { hash, _, _, _ in columns.append(hash >> UInt32(32 - columnBits)) }
    columns.sort()
    var row: [(column: Int, count: Int)] = []
    var last: UInt32?
    for column in columns {
      if column == last { row[row.count - 1].count += 1 } else { row.append((Int(column) + 1, 1)) }
      last = column
    }
    return row
  }
}
