/// Finds and puts right what a wrong conversion left in Traditional text.
///
///     Repairer().repair("請做好准備")     // 請做好準備
///
/// A character is doubted only where it is one of several Traditional forms of one Simplified character, or Simplified. Names
/// and words that the dictionaries lack are left as they are, and so is Simplified text.
public struct Repairer: Sendable {
  /// Makes a repairer.
  public init() {}

  /// The places that would be written otherwise, in reading order.
  public func proposals(in text: FoldedText) -> [RepairProposal] {
    let proposals = ScriptSurvey(of: text, keepsVariants: true).proposals
    let regional = RegionalVocabulary(of: text).proposals
    guard !regional.isEmpty else { return proposals }
    return (proposals + regional).sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// The misconversions alone, in reading order; quicker than all proposals.
  public func misconversions(in text: FoldedText) -> [RepairProposal] {
    ScriptSurvey(of: text).proposals
  }

  /// The text with all misconversions put right.
  public func repair(_ text: String) -> String {
    let folded = FoldedText(text)
    var repaired = ""
    var end = 0
    for proposal in misconversions(in: folded) {
      repaired += folded.string(end..<proposal.span.lowerBound) + proposal.replacement
      end = proposal.span.upperBound
    }
    return repaired + folded.string(end..<folded.count)
  }
}
