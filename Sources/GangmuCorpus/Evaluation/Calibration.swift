/// How often claims of each confidence, and of each rule, are right on gold. Confidence means something where the share of a
/// tenth lies in it: of the claims given 0.9, about nine in ten.
package struct Calibration: Sendable {
  /// By field, by tenth (9 for 0.9 up to 1).
  package private(set) var tenths: [String: [Int: Evaluation.Accuracy]] = [:]
  /// By field, by the id of the rule.
  package private(set) var rules: [String: [String: Evaluation.Accuracy]] = [:]

  package init() {}

  /// Counts the claims of one document: each is right that gold has, as often as gold has it.
  mutating func add(_ field: String, _ golds: [String], _ values: [String], claims: [DocumentView.Claim]) {
    guard claims.count == values.count else { return }
    var left: [String: Int] = [:]
    for gold in golds { left[gold, default: 0] += 1 }
    for (value, claim) in zip(values, claims) {
      let isRight = left[value, default: 0] > 0
      if isRight { left[value, default: 0] -= 1 }
      tenths[field, default: [:]][Self.tenth(of: claim.confidence), default: .init()].count(isRight)
      rules[field, default: [:]][claim.rule, default: .init()].count(isRight)
    }
  }

  /// All fields together, by tenth.
  package var all: [Int: Evaluation.Accuracy] {
    tenths.values.reduce(into: [:]) { all, field in
      for (tenth, accuracy) in field {
        all[tenth, default: .init()].right += accuracy.right
        all[tenth, default: .init()].total += accuracy.total
      }
    }
  }

  /// 0.9 and 0.95 both are of the tenth 9. Twentieths are counted first, so that no binary fraction falls below its tenth.
  private static func tenth(of confidence: Double) -> Int {
    min(9, Int((confidence * 20 + 1e-9).rounded(.down)) / 2)
  }
}

extension Evaluation.Accuracy {
  fileprivate mutating func count(_ isRight: Bool) {
    total += 1
    if isRight { right += 1 }
  }
}
