import GangmuCorpus
import Glibc

/// Messages for people.
enum StandardError {
  /// Writes one line.
  static func write(_ line: String) {
    var file = OutputFile(descriptor: STDERR_FILENO)
    file.buffer += Array((line + "\n").utf8)
    // There is no place left to report a failure to.
    try? file.flush()
  }
}
