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
  private let text: ComparedText
  private let runs: [Range<Int>]

  /// The share of characters less half the share of new sentences. In copies up to every tenth character is changed, in
  /// scattered characters or in whole sentences; where a new text was made by the model of another, many sentences are new.
  var score: Double { share - newSentences / 2 }

  /// `marks` holds a 1 for each shingle of the text that the other one has.
  init(of text: ComparedText, marks: [UInt8], otherCount: Int) {
    self.text = text
    runs = Self.withoutIslands(Self.runs(marks, length: min(text.shingleLength, text.content.count)))
    let count = text.content.count
    let keptCount = runs.reduce(0) { $0 + $1.count }
    // A text that repeats itself is not all kept where one of the repetitions is.
    share = Double(min(keptCount, otherCount)) / Double(max(count, 1))
    firstKept = runs.first?.lowerBound ?? count
    newSentences = Self.newSentences(runs, text.content.sentenceEnds)
  }

  /// The runs of characters over which shingles of the other text stand.
  private static func runs(_ marks: [UInt8], length: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    marks.withUnsafeBytes { marks in
      var offset = 0
      var last: Range<Int>?
      while true {
        offset = end(of: 0, from: offset, in: marks)
        guard offset < marks.count else { break }
        let start = offset
        offset = end(of: 1, from: offset, in: marks)
        let end = offset - 1 + length
        if let known = last, start <= known.upperBound {
          last = known.lowerBound..<end
        } else {
          if let last { runs.append(last) }
          last = start..<end
        }
      }
      if let last { runs.append(last) }
    }
    return runs
  }

  /// Where a run of one mark that begins at an offset ends, looked for eight at a time.
  @inline(__always)
  private static func end(of mark: UInt8, from start: Int, in marks: UnsafeRawBufferPointer) -> Int {
    var offset = start
    let eight = UInt64(mark) &* 0x0101_0101_0101_0101
    while offset + 8 <= marks.count {
      let differing = UInt64(littleEndian: marks.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) ^ eight
      if differing != 0 { return offset + differing.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < marks.count, marks[offset] == mark { offset += 1 }
    return offset
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
    let weights = text.weights(frequencies)
    func sum(_ span: Range<Int>) -> Int {
      weights.withUnsafeBufferPointer { weights in
        var sum = 0
        for offset in span { sum += Int(weights[offset]) }
        return sum
      }
    }
    let total = sum(0..<weights.count)
    return total > 0 ? Double(runs.reduce(0) { $0 + sum($1) }) / Double(total) : 0
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
