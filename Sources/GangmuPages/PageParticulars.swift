import HanText

/// What a page says about itself around its text.
public struct PageParticulars: Sendable, Hashable {
  /// Who it says that it has the text from: 来源.
  public var source: String?
  /// The day on which it says that it was published, as `2019-09-07`.
  public var published: String?

  /// Makes particulars.
  public init(source: String? = nil, published: String? = nil) {
    self.source = source
    self.published = published
  }
}
