/// Why one input gave no records. The other inputs of a run go on.
public struct InputFailure: Error, Sendable, Hashable {
  /// Where an input failed.
  public enum Stage: String, Sendable, Hashable {
    /// Its bytes could not be had.
    case read
    /// Its bytes are no page.
    case parse
    /// What was made of it could not be written.
    case write
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
  /// One line: `PATH: message (code)`. Control characters in the path, which could command a terminal, show as U+FFFD.
  public var description: String {
    let name = uri.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }
    return "\(String(String.UnicodeScalarView(name))): \(message) (\(code))"
  }
}
