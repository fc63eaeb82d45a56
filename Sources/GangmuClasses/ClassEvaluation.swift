/// How good a model is on texts whose labels are known: accuracy, and for each label precision, recall, F1 and support.
public struct ClassEvaluation: Sendable {
  private let labels: [String]
  private let isMultiLabel: Bool
  private var right = 0
  private var count = 0
  private var hits: [Int]
  private var answers: [Int]
  private var truths: [Int]
  /// Labels that the model has never seen, and how many texts have them.
  private var unseen: [String: Int] = [:]
  /// Tenths of probability: the answers in each, those that are right, and the sum of their probabilities.
  private var tenths = [(count: Int, right: Int, sum: Double)](repeating: (0, 0, 0), count: 10)

  /// Begins to measure a model.
  public init(of model: ClassModel) {
    labels = model.labels
    isMultiLabel = model.isMultiLabel
    hits = [Int](repeating: 0, count: labels.count)
    answers = hits
    truths = hits
  }

  /// The share of texts whose labels were all told right, and no other.
  public var accuracy: Double { count > 0 ? Double(right) / Double(count) : 0 }

  /// Adds what the model said of a text, and its labels.
  public mutating func add(_ decision: ClassModel.Decision, truth names: [String]) {
    count += 1
    var truth: Set<Int> = []
    var isKnown = true
    for name in Set(names) {
      if let label = labels.firstIndex(of: name) {
        truth.insert(label)
      } else {
        unseen[name, default: 0] += 1
        isKnown = false
      }
    }
    let chosen = Set(decision.chosen)
    let isRight = isKnown && chosen == truth
    if isRight { right += 1 }
    for label in chosen { answers[label] += 1 }
    for label in truth { truths[label] += 1 }
    for label in chosen.intersection(truth) { hits[label] += 1 }
    let probability = Double(decision.probabilities[decision.label])
    let tenth = min(Int(probability * 10), 9)
    tenths[tenth].count += 1
    tenths[tenth].right += truth.contains(decision.label) ? 1 : 0
    tenths[tenth].sum += probability
  }

  /// By how much the probabilities are off, on the mean over the tenths.
  public var calibrationError: Double {
    tenths.reduce(0) { $0 + abs($1.sum - Double($1.right)) } / Double(max(count, 1))
  }

  /// The figures as a table with tabs.
  public var table: String {
    var lines = ["label\tprecision\trecall\tF1\tsupport"]
    for label in labels.indices.sorted(by: { labels[$0] < labels[$1] }) {
      lines.append(row(labels[label], hits[label], answers[label], truths[label]))
    }
    for (name, support) in unseen.sorted(by: { $0.key < $1.key }) {
      lines.append(row(name + " (never seen)", 0, 0, support))
    }
    lines.append(row("all", hits.reduce(0, +), answers.reduce(0, +), truths.reduce(0, +) + unseen.values.reduce(0, +)))
    lines.append("accuracy\t\(rounded(accuracy))")
    lines.append("calibration error\t\(rounded(calibrationError))")
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ name: String, _ hits: Int, _ answers: Int, _ truths: Int) -> String {
    let precision = answers > 0 ? Double(hits) / Double(answers) : 0
    let recall = truths > 0 ? Double(hits) / Double(truths) : 0
    let f1 = hits > 0 ? 2 * precision * recall / (precision + recall) : 0
    return "\(name)\t\(rounded(precision))\t\(rounded(recall))\t\(rounded(f1))\t\(truths)"
  }

  private func rounded(_ value: Double) -> String {
    let parts = Int((value * 10_000).rounded())
    let digits = String(parts % 10_000)
    return "\(parts / 10_000).\(String(repeating: "0", count: 4 - digits.count))\(digits)"
  }
}
