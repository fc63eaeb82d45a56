import GangmuCopies
import HanText
import TestSupport
import Testing

@Suite struct TextComparisonTests {
  private func relation(_ first: String, _ second: String) -> CopyRelation? {
    TextComparison(PlanText.content(first), PlanText.content(second)).relation
  }

  @Test func textsOfTheirOwnHaveNoRelation() {
    #expect(relation(PlanText.text(seed: 1), PlanText.text(seed: 2)) == nil)
    #expect(relation("甲", "乙") == nil)
  }

  @Test func everyTenthCharacterChangedIsANearCopy() {
    let original = PlanText.text(30, seed: 3)
    var generator = SeededGenerator(seed: 3)
    let changed = String(original.map { generator.next() % 10 == 0 ? "改" : $0 })
    #expect(relation(changed, original) == .near)
  }

  @Test func sentencesInAnotherOrderAreANearCopy() {
    var generator = SeededGenerator(seed: 4)
    let sentences = PlanText.sentences(20, seed: 4)
    #expect(relation(sentences.shuffled(using: &generator).joined(), sentences.joined()) == .near)
  }

  @Test(arguments: [0..<12, 8..<20, 4..<16])
  func whatWasCutIsAPart(_ kept: Range<Int>) {
    let sentences = PlanText.sentences(20, seed: 5)
    #expect(relation(sentences[kept].joined(), sentences.joined()) == .partOf)
    #expect(relation(sentences.joined(), sentences[kept].joined()) == .contains)
  }

  @Test func twoTextsPutTogetherContainEach() {
    let (first, second) = (PlanText.text(seed: 6), PlanText.text(15, seed: 7))
    #expect(relation(first + second, first) == .contains)
    #expect(relation(first + second, second) == .contains)
  }

  @Test func halfOfTheSentencesReplacedIsATemplate() {
    let sentences = PlanText.sentences(20, seed: 8)
    let others = PlanText.sentences(20, seed: 9)
    let filled = zip(sentences, others).enumerated().map { $0 % 2 == 0 ? $1.0 : $1.1 }
    #expect(relation(filled.joined(), sentences.joined()) == .template)
  }

  @Test func aHeadingIsNoPart() {
    #expect(relation("一、加強組織領導", "一、加強組織領導" + PlanText.text(seed: 10)) == nil)
  }

  @Test(arguments: [("第一章總則", "第二章總則"), ("活動方案一", "活動方案二"), ("五年級(1)班", "五年级(2)班")])
  func aHeadingWithOneOtherCharacterIsNoCopy(_ first: String, _ second: String) {
    #expect(relation(first, second) == nil, "\(first) \(second)")
  }

  @Test func theFiguresAreThoseOfTheSets() {
    // Shingles of 3: 甲乙丙 乙丙丁 丙丁甲 丁甲乙 (甲乙丙 again), and 乙丙丁 丙丁戊.
    let comparison = TextComparison(PlanText.content("甲乙丙丁甲乙丙"), PlanText.content("乙丙丁戊"))
    #expect(comparison.jaccard == 1.0 / 5)
    #expect(comparison.containment == 1.0 / 2)
    let inverse = TextComparison(PlanText.content("乙丙丁戊"), PlanText.content("甲乙丙丁甲乙丙"))
    #expect(inverse.jaccard == comparison.jaccard)
    #expect(inverse.containment == comparison.containment)
  }

  @Test func theFiguresDoNotDependOnTheOrder() {
    // Repetitions in either text, so that the two directions go different ways.
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: 900 + seed)
      let alphabet = Array("一二三四五")
      let texts = (0..<2).map { _ in
        String((0..<120).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] })
      }
      let (first, second) = (PlanText.content(texts[0]), PlanText.content(texts[1]))
      func shingles(_ text: String) -> Set<String> {
        let characters = Array(text)
        return Set((0...characters.count - 3).map { String(characters[$0..<$0 + 3]) })
      }
      let (left, right) = (shingles(texts[0]), shingles(texts[1]))
      let exact = Double(left.intersection(right).count) / Double(left.union(right).count)
      #expect(TextComparison(first, second).jaccard == exact, "\(texts)")
      #expect(TextComparison(second, first).jaccard == exact, "\(texts)")
    }
  }

  @Test func aTextThatRepeatsItselfIsNotKeptByOneRepetition() {
    let text = PlanText.text(seed: 11)
    #expect(relation(text, text + text + text) == .partOf)
  }

  @Test func scriptWidthAndLayoutDoNotCount() {
    let traditional = PlanText.content("網絡安全周活動方案(第2次):\n　各班級組織主題班會。")
    let simplified = PlanText.content("网络安全周活动方案（第２次）： 各班级组织主题班会。")
    #expect(traditional.units == simplified.units)
    #expect(TextSignature(of: traditional) == TextSignature(of: simplified))
  }
}
