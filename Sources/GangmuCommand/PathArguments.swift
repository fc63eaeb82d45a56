import ArgumentParser
import Glibc

/// The paths of what a verb reads; where none is given, it reads standard input.
protocol PathArguments {
  var paths: [String] { get }
}

extension PathArguments {
  var pathsOrStandardInput: [String] { paths.isEmpty ? ["-"] : paths }

  /// Refuses to wait in silence for what somebody might type.
  func requireInput() throws {
    if paths.isEmpty, isatty(STDIN_FILENO) == 1 {
      throw ValidationError("Give at least one path, or - to read standard input.")
    }
  }
}
