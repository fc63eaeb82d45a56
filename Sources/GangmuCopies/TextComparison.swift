/// The exact comparison of two texts, on all of their shingles.
public struct TextComparison: Sendable, Hashable {
  /// What the first text is to the second, or nil where it is nothing to it.
  public let relation: CopyRelation?
  /// Of the shingles of both texts, the share that both have.
  public let jaccard: Double
  /// Of the shingles of the text that has fewer, the share that the other has.
  public let containment: Double
  /// Where the second text begins within the first.
  let firstKept: Int
  /// Where the first text begins within the second.
  private let secondKept: Int

  /// The figure that goes with the relation: the containment where one text holds the other, else the Jaccard similarity.
  public var similarity: Double {
    relation == .contains || relation == .partOf ? containment : jaccard
  }

  /// Compares two contents. `length` is that of the shingles.
  public init(
    _ first: ContentUnits, _ second: ContentUnits, shingleLength length: Int = 3,
    frequencies: ShingleFrequencies = ShingleFrequencies()
  ) {
    let left = ComparedText(first, shingleLength: length)
    let right = ComparedText(second, shingleLength: length)
    var table = ShingleTable()
    table.fill(with: right.shingles)
    var shared = SharedShingles()
    shared.fill(left, right, table: table)
    self.init(left, right, shared, frequencies: frequencies)
  }

  /// What is said of texts that are not to be compared.
  static let unrelated = TextComparison(relation: nil, jaccard: 0, containment: 0, firstKept: 0, secondKept: 0)

  private init(relation: CopyRelation?, jaccard: Double, containment: Double, firstKept: Int, secondKept: Int) {
    (self.relation, self.jaccard, self.containment) = (relation, jaccard, containment)
    (self.firstKept, self.secondKept) = (firstKept, secondKept)
  }

  /// How the second text compares with the first.
  var inverse: TextComparison {
    TextComparison(
      relation: relation?.inverse, jaccard: jaccard, containment: containment, firstKept: secondKept,
      secondKept: firstKept)
  }

  init(
    _ first: ComparedText, _ second: ComparedText, _ shared: SharedShingles, frequencies: ShingleFrequencies
  ) {
    guard shared.commonCount > 0 else {
      self = .unrelated
      return
    }
    let keptOfFirst = KeptText(of: first, marks: shared.ofFirst, otherCount: second.content.count)
    let keptOfSecond = KeptText(of: second, marks: shared.ofSecond, otherCount: first.content.count)
    let common = Double(shared.commonCount)
    let jaccard = common / Double(shared.unionCount)
    self.init(
      relation: Self.relation(
        keptOfFirst, keptOfSecond, counts: (first.content.count, second.content.count), jaccard, frequencies),
      jaccard: jaccard, containment: common / Double(shared.lesserCount), firstKept: keptOfFirst.firstKept,
      secondKept: keptOfSecond.firstKept)
  }

  /// A text is taken over where this much of it is kept (`KeptText.score`).
  private static let takenOver = 0.78
  /// Of two texts of about the same length both are taken over where this much is kept of them, on the mean and at least.
  /// Copies in which every tenth character or sentence was changed have .85 and more, texts of which half the sentences
  /// are others' .75 and less.
  private static let (takenOverMean, takenOverLeast) = (0.83, 0.77)
  /// A text of which less than this is kept, by weight, shares no more than what half the corpus shares.
  private static let leastWeightedShare = 0.6
  /// A part is at most so long, as a share of the whole: what was cut less is a copy with a change.
  private static let longestPart = 0.85
  /// A shorter text is no part of another one: a heading stands in many texts.
  private static let shortestPart = 32
  /// A shorter text is a copy of one with its content only: a heading with one character changed (第一节, 第二节) is another.
  private static let shortestCopy = 16
  /// From here on two texts have the form in common.
  private static let (templateShare, templateJaccard) = (0.4, 0.2)

  private static func relation(
    _ first: KeptText, _ second: KeptText, counts: (Int, Int), _ jaccard: Double, _ frequencies: ShingleFrequencies
  ) -> CopyRelation? {
    if jaccard == 1, counts.0 == counts.1 { return .near }
    let (shorter, whole) = counts.0 <= counts.1 ? (first, second) : (second, first)
    let (shortCount, wholeCount) = (min(counts.0, counts.1), max(counts.0, counts.1))
    guard wholeCount >= shortestCopy else { return nil }
    func isOwnText(_ kept: KeptText) -> Bool { kept.weightedShare(frequencies) >= leastWeightedShare }
    if Double(shortCount) > longestPart * Double(wholeCount) {
      if (shorter.score + whole.score) / 2 >= takenOverMean, min(shorter.score, whole.score) >= takenOverLeast,
        isOwnText(shorter) || isOwnText(whole)
      {
        return .near
      }
    } else if shorter.score >= takenOver, shortCount >= shortestPart, isOwnText(shorter) {
      return counts.0 < counts.1 ? .partOf : .contains
    } else if whole.score >= takenOver, shorter.score >= takenOver, isOwnText(shorter) || isOwnText(whole) {
      return .near
    }
    return min(first.share, second.share) >= templateShare && jaccard >= templateJaccard ? .template : nil
  }
}
