/// The exact comparison of two texts, on all of their shingles.
public struct TextComparison: Sendable, Hashable {
  /// What the first text is to the second, or nil where it is nothing to it.
  public let relation: CopyRelation?
  /// Of the shingles of both texts, the share that both have.
  public let jaccard: Double
  /// Of the shingles of the text that has fewer, the share that the other has.
  public let containment: Double
  /// Where the second text begins within the first, for `contains`.
  let firstKept: Int

  /// The figure that goes with the relation: the containment where one text holds the other, else the Jaccard similarity.
  public var similarity: Double {
    relation == .contains || relation == .partOf ? containment : jaccard
  }

  /// Compares two contents. `length` is that of the shingles.
  public init(
    _ first: ContentUnits, _ second: ContentUnits, shingleLength length: Int = 3,
    frequencies: ShingleFrequencies = ShingleFrequencies()
  ) {
    self.init(
      ComparedText(first, shingleLength: length), ComparedText(second, shingleLength: length), frequencies: frequencies)
  }

  init(_ first: ComparedText, _ second: ComparedText, frequencies: ShingleFrequencies) {
    let common = Double(first.set.commonCount(with: second.set))
    let (firstCount, secondCount) = (Double(first.set.count), Double(second.set.count))
    guard common > 0 else {
      (relation, jaccard, containment, firstKept) = (nil, 0, 0, 0)
      return
    }
    jaccard = common / (firstCount + secondCount - common)
    containment = common / min(firstCount, secondCount)
    let keptOfFirst = KeptText(of: first, in: second, frequencies: frequencies)
    let keptOfSecond = KeptText(of: second, in: first, frequencies: frequencies)
    firstKept = keptOfFirst.firstKept
    relation = Self.relation(keptOfFirst, keptOfSecond, counts: (first.content.count, second.content.count), jaccard)
  }

  /// A text is taken over where this much of it is kept (`KeptText.score`).
  private static let takenOver = 0.77
  /// A text of which less than this is kept, by weight, shares no more than what half the corpus shares.
  private static let leastWeightedShare = 0.6
  /// A shorter text is no part of another one: a heading stands in many texts.
  private static let shortestPart = 32
  /// From here on two texts have the form in common.
  private static let (templateShare, templateJaccard) = (0.4, 0.2)

  private static func relation(
    _ first: KeptText, _ second: KeptText, counts: (Int, Int), _ jaccard: Double
  ) -> CopyRelation? {
    if jaccard == 1 { return .near }
    switch (isTakenOver(first, counts.0), isTakenOver(second, counts.1)) {
    case (true, true):
      if isCut(first, from: second, counts.1) { return counts.0 >= shortestPart ? .partOf : .near }
      if isCut(second, from: first, counts.0) { return counts.1 >= shortestPart ? .contains : .near }
      return .near
    case (true, false) where counts.0 >= shortestPart && counts.0 < counts.1: return .partOf
    case (false, true) where counts.1 >= shortestPart && counts.1 < counts.0: return .contains
    default: return min(first.share, second.share) >= templateShare && jaccard >= templateJaccard ? .template : nil
    }
  }

  private static func isTakenOver(_ kept: KeptText, _ count: Int) -> Bool {
    kept.score >= takenOver && kept.weightedShare >= leastWeightedShare
  }

  /// Whether a text is another one cut at an end, though so much is left that it would pass for a copy: nothing else differs.
  private static func isCut(_ part: KeptText, from whole: KeptText, _ wholeCount: Int) -> Bool {
    let lost = 1 - whole.share
    return part.share >= 0.97 && lost * Double(wholeCount) >= 12 && whole.lostAtEnds >= 0.8 * lost
      && lost >= 2 * (1 - part.share)
  }
}
