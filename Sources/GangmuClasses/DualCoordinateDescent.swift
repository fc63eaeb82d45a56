/// Trains linear support vector machines, one for each class against the rest, all in one pass over the texts.
///
/// Dual coordinate descent for the squared hinge loss (C.-J. Hsieh, K.-W. Chang, C.-J. Lin et al., ICML 2008, as in
/// LIBLINEAR). A text's features are fetched once for all classes, whose weights lie side by side.
struct DualCoordinateDescent {
  let classCount: Int
  /// The weights of each feature, `classCount` side by side, and those of the constant feature at the end.
  private(set) var weights: [Float]

  private static let rounds = 40
  private static let tolerance: Float = 0.05

  /// Trains on the rows given. `cost` is LIBLINEAR's C.
  init(_ matrix: SparseMatrix, rows: [Int], labels: [[Int32]], classCount: Int, cost: Float) {
    self.classCount = classCount
    weights = [Float](repeating: 0, count: (matrix.columnCount + 1) * classCount)
    var alphas = [Float](repeating: 0, count: rows.count * classCount)
    var order = Array(rows.indices)
    var generator = FixedGenerator(seed: 1)
    var scores = [Float](repeating: 0, count: classCount)
    var signs = [Float](repeating: -1, count: rows.count * classCount)
    for (index, row) in rows.enumerated() { for label in labels[row] { signs[index * classCount + Int(label)] = 1 } }
    for _ in 0..<Self.rounds {
      order.shuffle(using: &generator)
      var worst: Float = 0
      for index in order {
        worst = max(
          worst, step(matrix, rows[index], place: index * classCount, &alphas, &scores, signs, slack: 1 / (2 * cost)))
      }
      if worst < Self.tolerance { break }
    }
  }

  /// Moves the dual variables of one text, and returns how far the farthest was from where it should be.
  private mutating func step(
    _ matrix: SparseMatrix, _ row: Int, place: Int, _ alphas: inout [Float], _ scores: inout [Float], _ signs: [Float],
    slack: Float
  ) -> Float {
    let classCount = classCount
    let range = matrix.range(of: row)
    var worst: Float = 0
    weights.withUnsafeMutableBufferPointer { weights in
      matrix.columns.withUnsafeBufferPointer { columns in
        matrix.values.withUnsafeBufferPointer { values in
          scores.withUnsafeMutableBufferPointer { scores in
            let constant = weights.count - classCount
            for index in 0..<classCount { scores[index] = weights[constant + index] }
            for entry in range {
              let start = Int(columns[entry]) * classCount
              let value = values[entry]
              for index in 0..<classCount { scores[index] += weights[start + index] * value }
            }
            var moves = false
            for index in 0..<classCount {
              let sign = signs[place + index]
              let alpha = alphas[place + index]
              // A class has fewer texts than the rest: to miss one of its own costs double.
              let slack = sign > 0 ? slack / 2 : slack
              let gradient = sign * scores[index] - 1 + alpha * slack
              let projected = alpha == 0 ? min(gradient, 0) : gradient
              worst = max(worst, abs(projected))
              // A row has the length 1, and the constant feature adds 1.
              let moved = max(alpha - gradient / (2 + slack), 0)
              scores[index] = (moved - alpha) * sign
              if moved != alpha { moves = true }
              alphas[place + index] = moved
            }
            guard moves else { return }
            for index in 0..<classCount { weights[constant + index] += scores[index] }
            for entry in range {
              let start = Int(columns[entry]) * classCount
              let value = values[entry]
              for index in 0..<classCount { weights[start + index] += scores[index] * value }
            }
          }
        }
      }
    }
    return worst
  }

  /// What the machines say of a row.
  func scores(_ matrix: SparseMatrix, row: Int) -> [Float] {
    var scores = Array(weights.suffix(classCount))
    for entry in matrix.range(of: row) {
      let start = Int(matrix.columns[entry]) * classCount
      for index in 0..<classCount { scores[index] += weights[start + index] * matrix.values[entry] }
    }
    return scores
  }
}

/// Rows of numbered features with values, each of the length 1.
struct SparseMatrix {
  let columns: [UInt32]
  let values: [Float]
  let columnCount: Int
  private let ends: [Int]

  var rowCount: Int { ends.count }

  func range(of row: Int) -> Range<Int> { (row > 0 ? ends[row - 1] : 0)..<ends[row] }

  init(_ set: TrainingSet, vocabulary: Vocabulary) {
    var columns: [UInt32] = []
    var values: [Float] = []
    var ends: [Int] = []
    for text in 0..<set.count {
      let start = columns.count
      var squares: Float = 0
      for feature in set.features(of: text) {
        let number = vocabulary.number(of: feature)
        guard number >= 0 else { continue }
        let weight = vocabulary.weights[number]
        columns.append(UInt32(number))
        values.append(weight)
        squares += weight * weight
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
