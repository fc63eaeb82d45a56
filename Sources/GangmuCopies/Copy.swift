/// What a text of a corpus is to the others.
public struct Copy: Sendable, Hashable {
  /// The number of its cluster, from 0, in the order of the first text of each.
  public var cluster: Int
  /// The text that it was compared with: its cluster's representative, or for a `template` the text whose form it shares.
  /// The text itself where it represents its cluster.
  public var representative: Int
  /// What it is to the representative; nil where it is that itself.
  public var relation: CopyRelation?
  /// The exact Jaccard similarity of the shingles.
  public var jaccard: Double
  /// The exact share of the shingles of the text that has fewer which the other has.
  public var containment: Double
  /// What it is to texts of other clusters, at most `relatedLimit`.
  public var related: [Related] = []

  /// How many relations beside the first are kept of a text.
  public static let relatedLimit = 8

  /// The containment for `contains` and `part_of`, else the Jaccard similarity.
  public var similarity: Double { relation == .contains || relation == .partOf ? containment : jaccard }

  /// A relation beside the first.
  public struct Related: Sendable, Hashable {
    /// The other text.
    public var text: Int
    /// What this one is to it.
    public var relation: CopyRelation
    /// The containment for `contains` and `part_of`, else the Jaccard similarity.
    public var similarity: Double
  }
}
