import HanText

/// Repairs markers whose numeral a reader of print or a careless hand took for another character: ー、 and -、 for 一、, ニ、 for
/// 二、, ハ、 for 八、.
///
/// Such a character is a numeral only where the series says so: the marker before it counts one less or the one after it
/// one more.
enum LostNumerals {
  /// The candidates with lost numerals read as members of their series, those without company left out, and a warning for
  /// each repair.
  static func repaired(_ candidates: [MarkerCandidate], in text: FoldedText) -> ([MarkerCandidate], [TextWarning]) {
    guard candidates.contains(where: { $0.marker.traits.numeral == .lost }) else { return (candidates, []) }
    // From the last to the first, so that a repaired marker is company for the one before it.
    var kept: [MarkerCandidate] = []
    var warnings: [TextWarning] = []
    for (index, candidate) in candidates.enumerated().reversed() {
      guard candidate.marker.traits.numeral == .lost else {
        kept.append(candidate)
        continue
      }
      let ordinal = candidate.marker.ordinal
      let after = kept.suffix(reach).last { isHan($0) }?.marker.ordinal
      let before = candidates[..<index].suffix(reach).last { isHan($0) }?.marker.ordinal
      guard before == ordinal - 1 && ordinal > 1 || after == ordinal + 1, let family = hanComma else { continue }
      var repaired = candidate
      repaired.marker.series = .init(family: family, prefix: NumberPath())
      repaired.marker.traits = NumberingFamily.all[family].traits
      repaired.series = family
      kept.append(repaired)
      warnings.append(
        TextWarning(
          code: "outline.lost_numeral", span: candidate.marker.span,
          message: "\(text.string(candidate.marker.span)) was read as number \(ordinal) of its series"))
    }
    return (kept.reversed(), warnings.reversed())
  }

  private static func isHan(_ candidate: MarkerCandidate) -> Bool {
    candidate.marker.series.family == hanComma
  }

  private static let hanComma = NumberingFamily.all.firstIndex { $0.id == "han_comma" && $0.traits.numeral == .han }
  /// How many markers between two members of a series are looked over.
  private static let reach = 200
}
