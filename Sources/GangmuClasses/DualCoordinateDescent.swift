/// Trains linear support vector machines, one for each class against the rest, all in one pass over the texts.
///
/// Dual coordinate descent for the squared hinge loss (C.-J. Hsieh, K.-W. Chang, C.-J. Lin et al., ICML 2008, as in
/// LIBLINEAR). A text's features are fetched once for all classes, whose weights lie side by side.
struct DualCoordinateDescent {
  let classCount: Int
  /// What the machines of four classes say or weigh, side by side; the last four are filled up with zeros.
  private typealias Lane = SIMD4<Float>
  private let laneCount: Int
  /// The weights of each feature, `laneCount` side by side.
  private var weights: [Lane]
  /// Those of the constant feature.
  private var constantWeights: [Lane]
  private var scores: [Lane]
  /// Where the dual variables of each row are, and what the text's classes are: 1, and -1 for all others.
  private var alphas: [Float]
  private var signs: [Float]

  private static let rounds = 40
  private static let tolerance: Float = 0.05

  /// Trains on the rows given. `cost` is LIBLINEAR's C.
  init(_ matrix: SparseMatrix, rows: [Int], labels: [[Int32]], classCount: Int, cost: Float) {
    self.classCount = classCount
    laneCount = (classCount + Lane.scalarCount - 1) / Lane.scalarCount
    weights = [Lane](repeating: .zero, count: matrix.columnCount * laneCount)
    constantWeights = [Lane](repeating: .zero, count: laneCount)
    scores = constantWeights
    alphas = [Float](repeating: 0, count: rows.count * classCount)
    signs = [Float](repeating: -1, count: rows.count * classCount)
    for (index, row) in rows.enumerated() { for label in labels[row] { signs[index * classCount + Int(label)] = 1 } }
    var order = Array(rows.indices)
    var generator = FixedGenerator(seed: 1)
    for _ in 0..<Self.rounds {
      order.shuffle(using: &generator)
      var worst: Float = 0
      for index in order {
        worst = max(worst, step(matrix, rows[index], place: index * classCount, slack: 1 / (2 * cost)))
      }
      if worst < Self.tolerance { break }
    }
  }

  /// Moves the dual variables of one text, and returns how far the farthest was from where it should be.
  private mutating func step(_ matrix: SparseMatrix, _ row: Int, place: Int, slack: Float) -> Float {
    score(matrix, row)
    var worst: Float = 0
    var moves = false
    for index in 0..<classCount {
      let sign = signs[place + index]
      let alpha = alphas[place + index]
      // A class has fewer texts than the rest: to miss one of its own costs double.
      let slack = sign > 0 ? slack / 2 : slack
      let (lane, element) = index.quotientAndRemainder(dividingBy: Lane.scalarCount)
      let gradient = sign * scores[lane][element] - 1 + alpha * slack
      let projected = alpha == 0 ? min(gradient, 0) : gradient
      worst = max(worst, abs(projected))
      // A row has the length 1, and the constant feature adds 1.
      let moved = max(alpha - gradient / (2 + slack), 0)
      scores[lane][element] = (moved - alpha) * sign
      if moved != alpha { moves = true }
      alphas[place + index] = moved
    }
    if moves { move(matrix, row) }
    return worst
  }

  /// Fills `scores` with what the machines say of a row.
  private mutating func score(_ matrix: SparseMatrix, _ row: Int) {
    let range = matrix.range(of: row)
    weights.withUnsafeBufferPointer { weights in
      matrix.withEntries { columns, values in
        for lane in 0..<laneCount {
          var sum = constantWeights[lane]
          for entry in range { sum += weights[Int(columns[entry]) * laneCount + lane] * values[entry] }
          scores[lane] = sum
        }
      }
    }
  }

  /// Adds a row to the weights, as often as `scores` says for each class.
  private mutating func move(_ matrix: SparseMatrix, _ row: Int) {
    let range = matrix.range(of: row)
    for lane in 0..<laneCount { constantWeights[lane] += scores[lane] }
    weights.withUnsafeMutableBufferPointer { weights in
      matrix.withEntries { columns, values in
        for lane in 0..<laneCount {
          let step = scores[lane]
          for entry in range { weights[Int(columns[entry]) * laneCount + lane] += step * values[entry] }
        }
      }
    }
  }
}

extension DualCoordinateDescent {
  /// The weight of a feature for a class.
  func weight(of feature: Int, for label: Int) -> Float {
    weights[feature * laneCount + label / Lane.scalarCount][label % Lane.scalarCount]
  }

  /// The weight of the constant feature for each class.
  var constants: [Float] { scalars(constantWeights) }

  /// What the machines say of a row.
  mutating func scores(_ matrix: SparseMatrix, row: Int) -> [Float] {
    score(matrix, row)
    return scalars(scores)
  }

  private func scalars(_ lanes: [Lane]) -> [Float] {
    (0..<classCount).map { lanes[$0 / Lane.scalarCount][$0 % Lane.scalarCount] }
  }
}
