import HanText
import Testing

@Suite("Phrase table")
struct PhraseTableTests {
  private let table = PhraseTable([("负责", 1), ("负责人", 2), ("牵头", 3), ("a组", 4)])

  @Test("finds phrases in every script, width and case, the longest at each place")
  func finds() {
    let text = FoldedText("由市電政辦牽頭,負責人:Ａ組,負責")
    let matches = table.matches(in: text, within: 0..<text.count)
    #expect(matches.map(\.payload) == [3, 2, 4, 1])
    #expect(matches.map { text.string($0.span) } == ["牽頭", "負責人", "Ａ組", "負責"])
  }

  @Test("a match ends at or before the limit")
  func limit() {
    let text = FoldedText("負責人")
    #expect(table.longestMatch(in: text, at: 0, limit: 2)?.payload == 1)
    #expect(table.longestMatch(in: text, at: 0, limit: 1) == nil)
    #expect(table.firstMatch(in: text, within: 1..<3) == nil)
  }
}
