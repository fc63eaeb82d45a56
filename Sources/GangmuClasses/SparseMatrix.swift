/// Rows of numbered features with values, each of the length 1.
struct SparseMatrix {
  private let columns: [UInt32]
  private let values: [Float]
  let columnCount: Int
  private let ends: [Int]

  var rowCount: Int { ends.count }

  /// The entries of a row.
  func range(of row: Int) -> Range<Int> { (row > 0 ? ends[row - 1] : 0)..<ends[row] }

  /// Calls `body` with the column and the value of each entry.
  @inline(__always)
  func withEntries(_ body: (_ columns: UnsafeBufferPointer<UInt32>, _ values: UnsafeBufferPointer<Float>) -> Void) {
    columns.withUnsafeBufferPointer { columns in values.withUnsafeBufferPointer { body(columns, $0) } }
  }

  /// Makes a row of each text, of the features that the vocabulary has; `values` tells how much each of those tells.
  init(_ set: TrainingSet, vocabulary: Vocabulary, values tellings: [Float]) {
    var columns: [UInt32] = []
    var values: [Float] = []
    var ends: [Int] = []
    for text in 0..<set.count {
      let start = columns.count
      var squares: Float = 0
      for feature in set.features(of: text) {
        let number = vocabulary.number(of: feature)
        guard number >= 0 else { continue }
        columns.append(UInt32(number))
        values.append(tellings[number])
        squares += tellings[number] * tellings[number]
      }
      let scale = squares > 0 ? 1 / squares.squareRoot() : 0
      for index in start..<values.count { values[index] *= scale }
      ends.append(columns.count)
    }
    self.columns = columns
    self.values = values
    self.ends = ends
    columnCount = vocabulary.count
  }
}
