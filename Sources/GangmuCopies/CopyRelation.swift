/// What a text is to another one.
public enum CopyRelation: String, Sendable, Hashable, CaseIterable {
  /// The same content, in the same script.
  case exact
  /// The same content in the other script, perhaps in the words of the other region (網路, 网络).
  case scriptVariant = "script_variant"
  /// The same content but for changes: characters, sentences, their order.
  case near
  /// It holds the other text, and more.
  case contains
  /// It is held by the other text.
  case partOf = "part_of"
  /// It shares the form with the other text (the frame, the boilerplate, a part of the sentences), not the content.
  case template

  /// The relation of the other text to this one.
  public var inverse: CopyRelation {
    switch self {
    case .contains: .partOf
    case .partOf: .contains
    case .exact, .scriptVariant, .near, .template: self
    }
  }
}
