/// Turns the scores of a model into probabilities.
///
/// Of one class of several: softmax(scale · score + shift of the class). Of labels each for itself: a logistic function of
/// the same. Scale and shifts are those that make the true labels of held-out texts most likely.
struct Calibration: Sendable, Hashable {
  /// The factor of all scores.
  private(set) var scale: Float
  /// One summand for each class.
  private(set) var shifts: [Float]
  let isMultiLabel: Bool

  init(scale: Float, shifts: [Float], isMultiLabel: Bool) {
    (self.scale, self.shifts, self.isMultiLabel) = (scale, shifts, isMultiLabel)
  }

  private static let parts = 3
  private static let steps = 60
  /// More texts make the fit no better.
  private static let enoughTexts = 20_000

  init(
    _ matrix: SparseMatrix, labels: [[Int32]], classCount: Int, _ isMultiLabel: Bool,
    _ train: ([Int]) -> DualCoordinateDescent
  ) {
    self.init(scale: 2, shifts: [Float](repeating: 0, count: classCount), isMultiLabel: isMultiLabel)
    var scores: [[Float]] = []
    var truths: [[Int32]] = []
    for part in 0..<Self.parts {
      let held = (0..<matrix.rowCount).filter { $0 % Self.parts == part }
      var machines = train((0..<matrix.rowCount).filter { $0 % Self.parts != part })
      for row in held.prefix(Self.enoughTexts / Self.parts) {
        scores.append(machines.scores(matrix, row: row))
        truths.append(labels[row])
      }
    }
    fit(scores, truths)
  }

  /// Gradient steps for scale and shifts, each with a length of its own (as in Rprop): few and safe for so few numbers.
  private mutating func fit(_ scores: [[Float]], _ truths: [[Int32]]) {
    var lengths = [Float](repeating: 0.1, count: shifts.count + 1)
    var last = [Float](repeating: 0, count: shifts.count + 1)
    for _ in 0..<Self.steps {
      var gradient = [Float](repeating: 0, count: shifts.count + 1)
      for (row, truth) in zip(scores, truths) {
        var errors = probabilities(row)
        for label in truth { errors[Int(label)] -= 1 }
        for index in errors.indices {
          gradient[index] += errors[index]
          gradient[shifts.count] += errors[index] * row[index]
        }
      }
      for index in gradient.indices {
        let agreement = gradient[index] * last[index]
        if agreement > 0 { lengths[index] = min(lengths[index] * 1.2, 1) }
        if agreement < 0 {
          lengths[index] *= 0.5
          gradient[index] = 0
        }
        let step = gradient[index] > 0 ? -lengths[index] : gradient[index] < 0 ? lengths[index] : 0
        if index < shifts.count { shifts[index] += step } else { scale = max(scale + step, 0.01) }
      }
      last = gradient
    }
  }

  /// The probability of each class.
  func probabilities(_ scores: [Float]) -> [Float] {
    var result = scores
    for index in result.indices { result[index] = scale * scores[index] + shifts[index] }
    if isMultiLabel {
      for index in result.indices { result[index] = 1 / (1 + exponential(-result[index])) }
      return result
    }
    let most = result.max() ?? 0
    var sum: Float = 0
    for index in result.indices {
      result[index] = exponential(result[index] - most)
      sum += result[index]
    }
    for index in result.indices { result[index] /= sum }
    return result
  }
}
