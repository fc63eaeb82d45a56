/// Something about a text that its reader should know: a skipped number, an impossible date, bytes that were replaced.
public struct TextWarning: Sendable, Hashable {
  /// A stable name, such as `outline.skipped`: the part of gangmu that warns, then what it saw.
  public var code: String
  /// The scalars that it is about, or nil where it is about the whole.
  public var span: Range<Int>?
  /// One sentence for people.
  public var message: String

  /// Makes a warning.
  public init(code: String, span: Range<Int>?, message: String) {
    self.code = code
    self.span = span
    self.message = message
  }
}
