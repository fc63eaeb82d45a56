import ArgumentParser
import Glibc

/// When to colour what is printed.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// Whether to colour standard output now. `auto` heeds https://no-color.org.
  var isColored: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: isatty(STDOUT_FILENO) == 1 && Self.isUnset("NO_COLOR") && !Self.isDumb
    }
  }

  private static func isUnset(_ name: String) -> Bool {
    getenv(name).map { $0.pointee == 0 } ?? true
  }

  private static var isDumb: Bool {
    getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
  }
}
