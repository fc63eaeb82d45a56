/// Why one input gave no records. The other inputs of a run go on.
public struct InputFailure: Error, Sendable, Hashable {
  /// Where an input failed.
  public enum Stage: String, Sendable, Hashable {
    /// Its bytes could not be had.
    case read
    /// Its bytes are no page.
    case parse
  }

  /// The input's name: the path as given or found, `-` for standard input.
  public var uri: String
  /// Where it failed.
  public var stage: Stage
  /// A stable name, such as `input.missing` or `page.binary`.
  public var code: String
  /// One sentence for people, without the name of the input.
  public var message: String

  /// Makes a failure.
  public init(uri: String, stage: Stage, code: String, message: String) {
    self.uri = uri
    self.stage = stage
    self.code = code
    self.message = message
  }
}

extension InputFailure: CustomStringConvertible {
  /// One line: `PATH: message (code)`. Line ends and control characters in a path are shown as U+FFFD.
  public var description: String {
    let name = String(String.UnicodeScalarView(uri.unicodeScalars.map { $0.value < 0x20 || $0 == "\u{7F}" ? "\u{FFFD}" : $0 }))
    return "\(name): \(message) (\(code))"
  }
}
