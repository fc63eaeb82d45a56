/// How many pages may fail before a run is given up.
package enum FailureLimit: Sendable, Hashable {
  /// So many; the next one ends the run.
  case count(Int)
  /// So many per cent of the pages, judged when there are 100 of them.
  case percent(Double)

  /// Reads `25` or `2.5%`.
  package init?(_ text: String) {
    if text.hasSuffix("%") {
      guard let percent = Double(text.dropLast()), (0...100).contains(percent) else { return nil }
      self = .percent(percent)
    } else {
      guard let count = Int(text), count >= 0 else { return nil }
      self = .count(count)
    }
  }

  /// Whether a run that has counted so much is beyond it.
  package func isExceeded(by tally: RunTally) -> Bool {
    switch self {
    case .count(let count): tally.failures > count
    case .percent(let percent):
      tally.pages >= 100 && Double(tally.failures) * 100 > percent * Double(tally.pages)
    }
  }
}
