import ArgumentParser
import Glibc

/// The records that a verb reads.
struct RecordInputs: ParsableArguments {
  @Argument(
    help: """
      Records: JSON Lines, also compressed with gzip or Zstandard, folders of them, databases of `gangmu export`; or - for \
      standard input.
      """,
    completion: .file())
  var paths: [String] = []

  var pathsOrStandardInput: [String] { paths.isEmpty ? ["-"] : paths }

  func validate() throws {
    if paths.isEmpty, isatty(STDIN_FILENO) == 1 {
      throw ValidationError("Give at least one file, or - to read standard input.")
    }
  }
}
