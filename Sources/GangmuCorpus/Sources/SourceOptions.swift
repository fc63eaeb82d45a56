/// How files and folders are read.
public struct SourceOptions: Sendable, Hashable {
  /// The field of a JSON Lines file that holds the page.
  public var contentField = "content"
  /// The field of a JSON Lines file that names the page.
  public var idField = "url"
  /// Whether standard input, whose name says nothing, is JSON Lines.
  public var readsJSONLines = false
  /// Patterns of `.gitignore` for what is left out of folders.
  public var excluded: [String] = []
  /// Patterns for the files that are read in folders; none means all.
  public var included: [String] = []

  /// Makes options that leave nothing out.
  public init() {}
}
