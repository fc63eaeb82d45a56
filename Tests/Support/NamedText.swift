/// A text that the report of a test names instead of printing it whole.
public struct NamedText: Sendable, CustomStringConvertible {
  /// What is special about it.
  public let description: String
  /// The text.
  public let text: String

  /// Names a text.
  public init(_ description: String, _ text: String) {
    self.description = description
    self.text = text
  }

  /// A text over and over.
  public init(_ count: Int, times unit: String) {
    self.init("\(count) times \(unit.debugDescription)", String(repeating: unit, count: count))
  }
}

extension NamedText: ExpressibleByStringLiteral {
  /// A text that is short enough to be its own name.
  public init(stringLiteral text: String) {
    self.init(text.debugDescription, text)
  }
}
