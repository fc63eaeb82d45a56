import ArgumentParser
import GangmuCorpus

/// Data for programs and people.
enum StandardOutput {
  /// Writes the text that is all of a verb's output. A reader that has gone is no failure.
  ///
  /// - Throws: The exit code 1 where it cannot be written, after saying why.
  static func write(_ text: String) throws {
    var output = OutputFile.standardOutput()
    output.buffer += Array(text.utf8)
    do throws(OutputFile.Failure) {
      try output.flush()
    } catch {
      guard case .system(let reason) = error else { return }
      StandardError.write("gangmu: cannot write the output: \(reason)")
      throw ExitCode(1)
    }
  }
}
