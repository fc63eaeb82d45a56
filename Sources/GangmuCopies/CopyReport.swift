/// What was found in a corpus, and how much work it was.
public struct CopyReport: Sendable {
  /// What each text is to the others, in the order in which they were added.
  public private(set) var copies: [Copy]
  /// The pairs that were to be looked at.
  public let candidates: Int
  /// The exact comparisons made.
  public let comparisons: Int
  /// The seconds that each stage took.
  public let stages: [(name: String, seconds: Double)]

  /// A report on no texts.
  public static var empty: CopyReport { CopyReport(copies: [], candidates: 0, comparisons: 0, stages: []) }

  /// Notes that a text says in the other script what its representative says.
  public mutating func markScriptVariant(_ text: Int) {
    copies[text].relation = .scriptVariant
  }
}

/// Takes the times of stages.
struct CopyStages {
  private(set) var stages: [(name: String, seconds: Double)] = []
  private let clock = ContinuousClock()
  private var start = ContinuousClock.now

  mutating func end(_ name: String) {
    let now = clock.now
    let (seconds, attoseconds) = (now - start).components
    stages.append((name, Double(seconds) + Double(attoseconds) / 1e18))
    start = now
  }
}
