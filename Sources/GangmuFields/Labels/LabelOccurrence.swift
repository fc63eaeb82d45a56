import HanText

/// A label that was found with what it announces.
struct LabelOccurrence: Sendable {
  /// What the label says.
  var rule: RuleMark<LabelSense>
  /// The words of the label.
  var label: Range<Int>
  /// What follows, within the line, the table cell and the bracket; empty where nothing does.
  var value: Range<Int>
  /// The index of the block that it stands in.
  var block: Int
  /// Whether it stands in a bracket.
  var isBracketed: Bool

  /// The part that the actors after it play, or nil.
  var role: Responsibility.Role? {
    switch rule.sense {
    case .actors(let role), .roster(let role): role
    case .contactName: .contact
    default: nil
    }
  }
}
