import HanText

/// Scalars that a content farm or a scraper put into a text and that were taken out again.
public struct TextRepair: Sendable, Hashable {
  /// The id of the rule that took them out, such as `text.keyword_spaces`.
  public var rule: String
  /// Where they stood, in scalars of the page's text as it was read (the source of `content.text.sourceMap`). Marks without
  /// width and controls are none of them: they stood before this one.
  public var source: Int
  /// What was taken out. Put back where it stood, it gives the text as it was.
  public var removed: String
}

extension TextRepair {
  /// Scalars that were left out while the page was read: controls are damage, marks without width are put there to hide
  /// a text from search.
  init(_ dropped: DroppedScalars) {
    let isControl = dropped.scalars.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
    self.init(
      rule: isControl ? "text.control" : "text.zero_width", source: dropped.offset, removed: dropped.scalars)
  }
}

/// A rule that finds what to take out of a line.
struct RepairRule: Sendable {
  /// A stable id.
  let id: String
  /// What a line must hold if it is to find anything there.
  let trigger: RepairTrigger
  /// The spans to take out of a line, rising.
  let spans: @Sendable (_ line: Block, _ text: FoldedText) -> [Range<Int>]

  static let all = [symbolBullets, keywordSpaces, strayQuotes, pinyin, entityResidue]
}
