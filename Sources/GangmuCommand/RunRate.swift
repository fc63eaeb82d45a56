import GangmuCorpus

/// How far a run has come and how fast it goes, in words.
struct RunRate {
  private let tally: RunTally
  /// The megabytes of pages that this run reads in a second.
  private let megabytesPerSecond: Double
  /// The part of the input that is done, or nil where nobody knows.
  private let part: Double?
  /// The seconds that are left, or nil where nobody knows.
  private let left: Double?

  init(_ progress: RunWriter.Progress, before: RunTally, seconds: Double, size: Int?) {
    tally = progress.tally
    megabytesPerSecond = Double(tally.bytes - before.bytes) / 1e6 / max(seconds, 0.001)
    guard let size, size > 0 else {
      (part, left) = (nil, nil)
      return
    }
    let done = min(1, Double(progress.bytesRead) / Double(size))
    part = done
    left = done > 0.001 ? seconds * (1 - done) / done : nil
  }

  /// One line for a log.
  var line: String {
    ([part.map { "\(Int($0 * 100)) %" }].compactMap { $0 } + facts).joined(separator: ", ")
  }

  /// One line for a terminal of a width.
  func bar(width: Int) -> String {
    let facts = facts.joined(separator: "  ")
    guard let part else { return String(facts.prefix(width - 1)) }
    let percent = " \(Int(part * 100)) %  "
    let room = min(30, width - 3 - percent.count - facts.count)
    guard room >= 8 else { return String((percent.dropFirst() + facts).prefix(width - 1)) }
    let filled = Int(part * Double(room))
    return "[\(String(repeating: "#", count: filled))\(String(repeating: "-", count: room - filled))]\(percent)\(facts)"
  }

  private var facts: [String] {
    var facts = [
      "\(tally.pages) pages", "\(tally.documents) documents", "\(Self.oneDecimal(megabytesPerSecond)) MB/s",
      "\(tally.failures) errors",
    ]
    if let left { facts.append("\(Self.duration(left)) left") }
    return facts
  }

  /// `1:02:03`, `2:03`, or `0:07`.
  static func duration(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded(.up))
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let rest = "\(seconds >= 3600 ? padded(seconds / 60 % 60) : "\(seconds / 60)"):\(padded(seconds % 60))"
    return seconds >= 3600 ? "\(seconds / 3600):\(rest)" : rest
  }

  /// A number with one digit behind the point.
  static func oneDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
