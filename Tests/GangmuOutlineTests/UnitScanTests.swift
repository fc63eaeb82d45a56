import GangmuOutline
import HanText
import Testing

/// The scans that look at eight units in a step, compared with a loop over single units.
@Suite("Scans of units")
struct UnitScanTests {
  /// Spans of these lengths are shorter than a step, a whole one, and more; each stands at the beginning of a text and
  /// behind other units, and at its end and before others.
  private static let lengths = [0, 1, 7, 8, 9, 15, 16, 17, 24, 25]

  /// Calls a check with each span of a text of `文`, with `hit` at each of its places and at none. Around the span stand
  /// further hits.
  private func forEachSpan(with hit: Character, check: (FoldedText, Range<Int>) -> Void) {
    for length in Self.lengths {
      for (before, after) in [(0, 0), (1, 0), (3, 1), (0, 9), (11, 20)] {
        for place in -1..<length {
          var span = [Character](repeating: "文", count: length)
          if place >= 0 { span[place] = hit }
          let around = { (count: Int) in [Character](repeating: hit, count: count) }
          check(FoldedText(String(around(before) + span + around(after))), before..<before + length)
        }
      }
    }
  }

  @Test(
    "the end of a sentence is found at each place of a line, and nowhere else",
    arguments: ["。", "；", "，"] as [Character])
  func sentences(hit: Character) {
    forEachSpan(with: hit) { text, line in
      let expected = line.contains { text[$0] == "。" || text[$0] == ";" }
      #expect(text.hasSentence(line) == expected, "\(text.string(0..<text.count)), \(line)")
    }
  }

  @Test(
    "a run of Han characters ends at the first other unit, or at the limit",
    arguments: ["，", "a", "\u{3400}", "\u{4DFF}", "\u{4E00}", "\u{9FFF}", "\u{A000}", "\u{FF0D}"] as [Character])
  func ideographs(hit: Character) {
    forEachSpan(with: hit) { text, span in
      for start in [span.lowerBound, span.lowerBound + 1] where start <= span.upperBound {
        let expected = (start..<span.upperBound).first { !(0x4E00...0x9FFF).contains(text[$0].rawValue) }
        #expect(
          text.endOfIdeographs(from: start, to: span.upperBound) == expected ?? span.upperBound,
          "\(text.string(0..<text.count)), \(span)")
      }
    }
  }

  @Test("a run of Han characters goes no further than the text, and not back")
  func ideographsBeyondText() {
    let text = FoldedText(String(repeating: "文", count: 17))
    #expect(text.endOfIdeographs(from: 0, to: 100) == 17)
    #expect(text.endOfIdeographs(from: 9, to: 4) == 9)
    #expect(text.endOfIdeographs(from: 17, to: 17) == 17)
    #expect(!text.hasSentence(0..<100))
  }

  @Test("closing words are found at each place of a text, as by looking for one after the other")
  func closingWords() {
    let words = ["会", "委员会", "员会", "政府", "县政府", "行", "银行"]
    let closing = ClosingWords(words)
    let text = FoldedText("县政府和委员会同银行会议行县人民政府会")
    for start in 0...text.count {
      for end in start...text.count {
        let expected = words.contains { text.matches(FoldUnit.fold($0), endingAt: end, start: start) }
        #expect(closing.close(at: end, from: start, in: text) == expected, "\(text.string(start..<end))")
      }
    }
  }
}
