/// How JSON is laid out.
public enum JSONLayout: Sendable, Hashable {
  /// On one line without spaces, as JSON Lines wants it.
  case line
  /// For people: one member a line, two spaces a level, arrays of integers (spans) on one line.
  case pretty
}
