import GangmuCorpus
import Glibc

/// Where the pages that gave no records are told of: a file of JSON Lines, or standard error.
final class ErrorLog {
  private var file: OutputFile?
  private var digest = FailureDigest()
  private let descriptor: Int32

  /// Makes one of a file, or of standard error where there is no path.
  ///
  /// - Parameter folder: The folder of a run that goes on, with the failures of the pages that are done.
  init(_ path: String?, after folder: RunFolder?) throws(OutputFile.Failure) {
    guard let path else {
      descriptor = -1
      return
    }
    try folder?.copyErrors(to: path)
    let mode = folder == nil && !AtomicFile.isWrittenInPlace(path) ? O_TRUNC : O_APPEND
    descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | mode, 0o666)
    guard descriptor >= 0 else { throw .system("\(path): \(String(cString: strerror(errno)))") }
    file = OutputFile(descriptor: descriptor)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Tells of failures.
  func write(_ failures: [PageFailure], _ progress: inout RunProgress) throws(OutputFile.Failure) {
    guard !failures.isEmpty else { return }
    guard descriptor >= 0 else {
      for failure in failures {
        if let message = digest.message(of: failure.failure) { progress.tell(message) }
      }
      return
    }
    var lines: [UInt8] = []
    for failure in failures { failure.appendLine(to: &lines) }
    try file?.write(lines)
  }

  /// Tells of the failures that were only counted so far.
  func end() {
    digest.takeRest().forEach(StandardError.write)
  }
}
