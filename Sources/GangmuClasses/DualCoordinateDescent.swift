/// Trains linear support vector machines, one for each class against the rest, all in one pass over the texts.
///
/// Dual coordinate descent for the squared hinge loss (C.-J. Hsieh, K.-W. Chang, C.-J. Lin et al., ICML 2008, as in
/// LIBLINEAR). A text's features are fetched once for all classes, whose weights lie side by side.
struct DualCoordinateDescent {
  let classCount: Int
  /// The weights of two features are so far apart: `classCount`, filled up with zeros to a multiple of `lanes`.
  let stride: Int
  /// The weights of each feature, `classCount` side by side.
  private(set) var weights: [Float]
  /// Those of the constant feature.
  var constants: [Float] { Array(constantWeights.prefix(classCount)) }
  private var constantWeights: [Float]
  /// Where the dual variables of each row are, and what the text's classes are: 1, and -1 for all others.
  private var alphas: [Float]
  private var signs: [Float]
  private var scores: [Float]

  private static let lanes = 4
  private static let rounds = 40
  private static let tolerance: Float = 0.05

  /// Trains on the rows given. `cost` is LIBLINEAR's C.
  init(_ matrix: SparseMatrix, rows: [Int], labels: [[Int32]], classCount: Int, cost: Float) {
    self.classCount = classCount
    stride = (classCount + Self.lanes - 1) / Self.lanes * Self.lanes
    weights = [Float](repeating: 0, count: matrix.columnCount * stride)
    constantWeights = [Float](repeating: 0, count: stride)
    alphas = [Float](repeating: 0, count: rows.count * stride)
    signs = [Float](repeating: -1, count: rows.count * stride)
    scores = constantWeights
    for (index, row) in rows.enumerated() { for label in labels[row] { signs[index * stride + Int(label)] = 1 } }
    var order = Array(rows.indices)
    var generator = FixedGenerator(seed: 1)
    for _ in 0..<Self.rounds {
      order.shuffle(using: &generator)
      var worst: Float = 0
      for index in order {
        worst = max(worst, step(matrix, rows[index], place: index * stride, slack: 1 / (2 * cost)))
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
      let gradient = sign * scores[index] - 1 + alpha * slack
      let projected = alpha == 0 ? min(gradient, 0) : gradient
      worst = max(worst, abs(projected))
      // A row has the length 1, and the constant feature adds 1.
      let moved = max(alpha - gradient / (2 + slack), 0)
      scores[index] = (moved - alpha) * sign
      if moved != alpha { moves = true }
      alphas[place + index] = moved
    }
    if moves { move(matrix, row) }
    return worst
  }

  /// Fills `scores` with what the machines say of a row.
  private mutating func score(_ matrix: SparseMatrix, _ row: Int) {
    let range = matrix.range(of: row)
    weights.withUnsafeBytes { weights in
      scores.withUnsafeMutableBytes { scores in
        constantWeights.withUnsafeBytes { constants in
          matrix.withEntries { columns, values in
            for lane in Swift.stride(from: 0, to: stride * 4, by: Self.lanes * 4) {
              var sum = constants.loadUnaligned(fromByteOffset: lane, as: SIMD4<Float>.self)
              for entry in range {
                let start = Int(columns[entry]) * stride * 4 + lane
                sum += weights.loadUnaligned(fromByteOffset: start, as: SIMD4<Float>.self) * values[entry]
              }
              scores.storeBytes(of: sum, toByteOffset: lane, as: SIMD4<Float>.self)
            }
          }
        }
      }
    }
  }

  /// Adds a row to the weights, as often as `scores` says for each class.
  private mutating func move(_ matrix: SparseMatrix, _ row: Int) {
    let range = matrix.range(of: row)
    for index in 0..<classCount { constantWeights[index] += scores[index] }
    weights.withUnsafeMutableBytes { weights in
      scores.withUnsafeBytes { scores in
        matrix.withEntries { columns, values in
          for lane in Swift.stride(from: 0, to: stride * 4, by: Self.lanes * 4) {
            let step = scores.loadUnaligned(fromByteOffset: lane, as: SIMD4<Float>.self)
            for entry in range {
              let start = Int(columns[entry]) * stride * 4 + lane
              let sum = weights.loadUnaligned(fromByteOffset: start, as: SIMD4<Float>.self) + step * values[entry]
              weights.storeBytes(of: sum, toByteOffset: start, as: SIMD4<Float>.self)
            }
          }
        }
      }
    }
  }

  /// What the machines say of a row.
  mutating func scores(_ matrix: SparseMatrix, row: Int) -> [Float] {
    score(matrix, row)
    return Array(scores.prefix(classCount))
  }
}
