/// A place in a Traditional text that would be written otherwise by the dictionaries.
public struct RepairProposal: Sendable, Hashable {
  /// What kind of difference it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A conversion took the wrong one of several Traditional characters (准備, 范圍), or left a Simplified one: an error.
    case misconversion
    /// Both forms are right (了解 and 瞭解); no error.
    case variant
    /// A word of another region's vocabulary; no error.
    case regional
  }

  /// Where it stands: Unicode scalars of the text.
  public let span: Range<Int>
  /// What is written.
  public let original: String
  /// What the dictionaries would write.
  public let replacement: String
  /// What kind of difference it is. Only a misconversion should be put right unasked.
  public let kind: Kind
  /// How likely it is that the replacement is right, in 0…1.
  public let confidence: Double
  /// The word that decided, in its right form.
  public let evidence: String
}
