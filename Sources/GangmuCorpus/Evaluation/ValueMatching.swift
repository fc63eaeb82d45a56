/// Which values of two lists are the same, each counted once.
struct ValueMatching {
  private(set) var pairs = 0
  private(set) var missed: [String] = []
  private(set) var madeUp: [String] = []

  init(_ golds: [String], _ predictions: [String], allowsOverlap: Bool) {
    var left: [String: Int] = [:]
    for prediction in predictions { left[prediction, default: 0] += 1 }
    for gold in golds {
      if let count = left[gold], count > 0 {
        left[gold] = count - 1
        pairs += 1
      } else {
        missed.append(gold)
      }
    }
    for prediction in predictions {
      if let count = left[prediction], count > 0 {
        left[prediction] = count - 1
        madeUp.append(prediction)
      }
    }
    if allowsOverlap { matchOverlaps() }
  }

  private mutating func matchOverlaps() {
    guard missed.count * madeUp.count <= 250_000 else { return }
    missed.removeAll { gold in
      guard let index = madeUp.firstIndex(where: { Self.overlap(gold, $0) }) else { return false }
      madeUp.remove(at: index)
      pairs += 1
      return true
    }
  }

  /// Whether each part of two values is the same or overlaps: one holds the other, or they share a stretch of at least half
  /// of the longer one. Parts without text, such as roles, must be the same.
  static func overlap(_ gold: String, _ predicted: String) -> Bool {
    let golds = gold.split(separator: Character("\u{1F}"), omittingEmptySubsequences: false)
    let predictions = predicted.split(separator: Character("\u{1F}"), omittingEmptySubsequences: false)
    guard golds.count == predictions.count else { return false }
    return zip(golds, predictions).allSatisfy { gold, predicted in
      if gold == predicted { return true }
      guard gold.count <= 400, predicted.count <= 400, gold.utf8.contains(where: { $0 >= 0x80 }) else { return false }
      let (one, other) = (Array(gold.unicodeScalars), Array(predicted.unicodeScalars))
      guard !one.isEmpty, !other.isEmpty else { return false }
      let shared = longestShared(one, other)
      return shared >= min(one.count, other.count) && shared >= 2 || shared * 2 >= max(one.count, other.count)
    }
  }

  private static func longestShared(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var best = 0
    var row = [Int](repeating: 0, count: other.count + 1)
    for scalar in one {
      var diagonal = 0
      for index in other.indices {
        let above = row[index + 1]
        row[index + 1] = scalar == other[index] ? diagonal + 1 : 0
        best = max(best, row[index + 1])
        diagonal = above
      }
    }
    return best
  }
}
