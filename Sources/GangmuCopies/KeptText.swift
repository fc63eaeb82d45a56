/// How much of a text stands in another one.
///
/// A Jaccard similarity cannot tell a copy with a change in every tenth character (.58) from a form that was filled in anew
/// in half of its sentences (.50 and more): the first breaks three shingles with each change, the second breaks few. So the
/// characters are counted instead: one is kept where a shingle over it stands in the other text.
struct KeptText {
  /// The share of characters that are kept.
  let share: Double
  /// The share of sentences of which less than half is kept.
  let newSentences: Double
  /// The offset of the first kept character.
  let firstKept: Int
  /// How many of its shingles, each counted once, the other text has.
  let commonCount: Int
  private let text: ComparedText
  private let runs: [Range<Int>]

  /// The share of characters less half the share of new sentences. In copies up to every tenth character is changed, in
  /// scattered characters or in whole sentences; where a new text was made by the model of another, many sentences are new.
  var score: Double { share - newSentences / 2 }

  init(of text: ComparedText, in other: ComparedText) {
    self.text = text
    var (runs, commonCount) = Self.keptRuns(of: text, in: other.set)
    runs = Self.withoutIslands(runs)
    self.runs = runs
    self.commonCount = commonCount
    let count = text.content.count
    let keptCount = runs.reduce(0) { $0 + $1.count }
    // A text that repeats itself is not all kept where one of the repetitions is.
    share = Double(min(keptCount, other.content.count)) / Double(max(count, 1))
    firstKept = runs.first?.lowerBound ?? count
    newSentences = Self.newSentences(runs, text.content.sentenceEnds)
  }

  /// The runs of characters over which shingles of the other text stand.
  private static func keptRuns(of text: ComparedText, in other: ShingleSet) -> (runs: [Range<Int>], commonCount: Int) {
    var runs: [Range<Int>] = []
    let length = min(text.shingleLength, text.content.count)
    var commonCount = 0
    var start = 0
    var end = -1
    other.forEachKnown(of: text.shingles) { offset in
      if text.isFirst[offset] { commonCount += 1 }
      if offset > end {
        if end > 0 { runs.append(start..<end) }
        start = offset
      }
      end = offset + length
    }
    if end > 0 { runs.append(start..<end) }
    return (runs, commonCount)
  }

  /// A short run between longer gaps is chance (的工作), not copied.
  private static let longestIsland = 12

  private static func withoutIslands(_ runs: [Range<Int>]) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    for (index, run) in runs.enumerated() {
      // What lies beyond an end of the text is a gap without end.
      let before = kept.last.map { run.lowerBound - $0.upperBound } ?? .max
      let after = index + 1 < runs.count ? runs[index + 1].lowerBound - run.upperBound : .max
      let gap = min(before, after)
      if gap == .max || run.count > min(gap, longestIsland) { kept.append(run) }
    }
    return kept
  }

  /// The share of characters that are kept, with shingles that are common in the corpus weighed down.
  func weightedShare(_ frequencies: ShingleFrequencies) -> Double {
    var total: Float = 0
    var kept: Float = 0
    var run = 0
    let last = text.shingles.count - 1
    for offset in 0..<text.content.count {
      // The shingle around the character speaks for it.
      let weight = frequencies.weight(of: text.shingles[min(max(0, offset - 1), last)])
      total += weight
      while run < runs.count, runs[run].upperBound <= offset { run += 1 }
      if run < runs.count, runs[run].lowerBound <= offset { kept += weight }
    }
    return total > 0 ? Double(kept / total) : 0
  }

  /// Shorter sentences (a number, a heading of one word) are not counted.
  private static let shortestSentence = 4

  private static func newSentences(_ runs: [Range<Int>], _ ends: [Int32]) -> Double {
    var sentences = 0
    var new = 0
    var start = 0
    var run = 0
    for end in ends.lazy.map(Int.init) {
      while run < runs.count, runs[run].upperBound <= start { run += 1 }
      var kept = 0
      var other = run
      while other < runs.count, runs[other].lowerBound < end {
        kept += runs[other].clamped(to: start..<end).count
        other += 1
      }
      if end - start >= shortestSentence {
        sentences += 1
        if kept * 2 < end - start { new += 1 }
      }
      start = end
    }
    return Double(new) / Double(sentences + 2)
  }
}
