import GangmuCorpus
import Glibc

/// What a run shows of itself on standard error: a bar on a terminal, else a line now and then. A short run shows nothing.
struct RunProgress {
  private let isQuiet: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let size: InputSize
  private let begin = ContinuousClock.now
  private var next: ContinuousClock.Instant
  private var isBarShown = false
  /// What earlier runs had done.
  private let before: RunTally
  /// Whether anything was shown.
  private(set) var hasShown = false

  init(isQuiet: Bool, size: InputSize, before: RunTally) {
    self.isQuiet = isQuiet
    self.size = size
    self.before = before
    next = begin + (isTerminal ? .seconds(1) : .seconds(10))
  }

  /// The seconds since the run began.
  var seconds: Double { (ContinuousClock.now - begin) / .seconds(1) }

  /// Shows how far the run has come, where it is time to.
  mutating func update(_ progress: RunWriter.Progress) {
    guard !isQuiet, ContinuousClock.now >= next else { return }
    hasShown = true
    let now = RunRate(progress, before: before, seconds: seconds, size: size.bytes)
    if isTerminal {
      next = ContinuousClock.now + .milliseconds(200)
      draw(now.bar(width: Self.terminalWidth))
    } else {
      next = ContinuousClock.now + .seconds(10)
      StandardError.write("gangmu: \(now.line)")
    }
  }

  /// Writes a message, with the bar out of its way.
  mutating func tell(_ message: String) {
    end()
    StandardError.write(message)
  }

  /// Takes the bar away.
  mutating func end() {
    guard isBarShown else { return }
    isBarShown = false
    Self.write("\r\u{1B}[K")
  }

  private mutating func draw(_ bar: String) {
    isBarShown = true
    Self.write("\r\(bar)\u{1B}[K")
  }

  private static func write(_ text: String) {
    var file = OutputFile(descriptor: STDERR_FILENO)
    file.buffer += Array(text.utf8)
    try? file.flush()
  }

  private static var terminalWidth: Int {
    var size = winsize()
    return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
