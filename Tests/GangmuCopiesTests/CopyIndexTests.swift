import GangmuCopies
import TestSupport
import Testing

@Suite struct CopyIndexTests {
  private func copies(_ texts: [String], options: CopyOptions = CopyOptions()) throws -> [Copy] {
    let contents = texts.map(PlanText.content)
    var index = CopyIndex(options: options)
    for (text, content) in zip(texts, contents) {
      try index.add(content, rawHash: UInt64(truncatingIfNeeded: text.hashValue))
    }
    return try index.copies { contents[$0] }.copies
  }

  private func changed(_ text: String, oneIn rate: UInt64, seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    return String(text.map { generator.next() % rate == 0 ? "改" : $0 })
  }

  @Test func clustersCopiesAndLeavesOthersAlone() throws {
    let originals = (0..<30).map { PlanText.text(20, seed: 100 + $0) }
    let copies = try copies(originals + originals.map { changed($0, oneIn: 20, seed: 5) } + originals)
    for number in 0..<30 {
      #expect(copies[number].cluster == number, "\(originals[number])")
      #expect(copies[30 + number].cluster == number)
      #expect(copies[60 + number].cluster == number)
    }
    #expect(copies[60].relation == .exact || copies[0].relation == .exact || copies[0].relation == .near)
  }

  @Test func aChainOfCopiesIsNoCluster() throws {
    // Each is near to its neighbours; the first and the last have little in common.
    var sentences = PlanText.sentences(20, seed: 200)
    let others = PlanText.sentences(20, seed: 201)
    var chain = [sentences.joined()]
    for index in others.indices {
      sentences[index] = others[index]
      chain.append(sentences.joined())
    }
    let copies = try copies(chain)
    #expect(copies.first?.cluster != copies.last?.cluster)
    for copy in copies where copy.relation == .near { #expect(copy.jaccard > 0.5, "\(copy)") }
  }

  @Test func filledFormsStayApartAndNameTheForm() throws {
    let sentences = PlanText.sentences(20, seed: 300)
    let forms = (0..<4).map { form in
      let others = PlanText.sentences(20, seed: 310 + UInt64(form))
      return sentences.indices.map { $0 % 2 == 0 ? sentences[$0] : others[$0] }.joined()
    }
    let copies = try copies([sentences.joined()] + forms)
    #expect(Set(copies.map(\.cluster)).count == 5)
    #expect(copies.dropFirst().allSatisfy { $0.relation == .template }, "\(copies.map(\.relation))")
  }

  @Test func aMergedTextIsFiledWithWhatItBeginsWith() throws {
    let (first, second) = (PlanText.text(seed: 400), PlanText.text(seed: 401))
    let copies = try copies([second, first, first + second])
    #expect(copies[2].relation == .contains)
    #expect(copies[2].representative == 1)
    #expect(copies[2].related.map(\.text) == [0])
    #expect(copies[0].cluster != copies[1].cluster)
  }

  @Test func aShortTextBehindALongOneIsFoundInIt() throws {
    // The long text is so much of the whole that the whole is a copy of it.
    let (long, short) = (PlanText.text(40, seed: 410), PlanText.text(3, seed: 411))
    let copies = try copies([long, short, long + short])
    #expect(Set([copies[0].relation, copies[2].relation]) == [nil, .near])
    #expect(copies[1].related.map(\.relation) == [.partOf])
    #expect(copies[1].related.map(\.text) == [2])
  }

  @Test func boilerplateDoesNotGlue() throws {
    let header = PlanText.text(6, seed: 500)
    let pages = (0..<100).map { header + PlanText.text(6, seed: 501 + $0) + header.prefix(60) }
    let copies = try copies(pages)
    #expect(Set(copies.map(\.cluster)).count == 100)
  }

  @Test func emptyTextsAreCopiesOfNothing() throws {
    let copies = try copies(["", "  \n", "字", "字", "另"])
    #expect(copies.map(\.cluster) == [0, 1, 2, 2, 3])
    #expect(copies[3].relation == .exact)
  }

  @Test func answersDoNotDependOnMemory() throws {
    let originals = (0..<200).map { PlanText.text(20, seed: 600 + $0) }
    let texts = originals + originals.map { changed($0, oneIn: 12, seed: 6) } + originals.map { String($0.prefix(200)) }
    let inMemory = try copies(texts)
    // A megabyte is the least: sketches and anchors go to temporary files.
    #expect(try copies(texts, options: CopyOptions(memory: 1)) == inMemory)
    #expect(try copies(texts) == inMemory)
  }

  @Test func aFamilyOfThousandsTakesLinearWork() throws {
    let form = PlanText.text(20, seed: 700)
    let contents = (0..<3000).map { number in PlanText.content(form + "第\(number * 7919 % 100_000)號。") }
    var index = CopyIndex()
    for (number, content) in contents.enumerated() { try index.add(content, rawHash: UInt64(number)) }
    let report = try index.copies { contents[$0] }
    #expect(Set(report.copies.map(\.cluster)).count == 1)
    #expect(report.comparisons < 3000 * 4)
  }

  @Test func textsOfOneOwnerAreNotCompared() throws {
    let text = PlanText.text(seed: 800)
    let contents = [text, changed(text, oneIn: 20, seed: 8)].map(PlanText.content)
    for (owners, expected) in [([1, 1], 2), ([1, 2], 1)] {
      var index = CopyIndex()
      for (number, content) in contents.enumerated() { try index.add(content, rawHash: 0, owner: owners[number]) }
      #expect(Set(try index.copies { contents[$0] }.copies.map(\.cluster)).count == expected)
    }
  }

  @Test func aTextThatCannotBeReadAgainEndsTheRun() throws {
    // Too long to be kept in the little memory given.
    let text = PlanText.text(4000, seed: 900)
    var index = CopyIndex(options: CopyOptions(memory: 1))
    for rate in [20, 21] as [UInt64] {
      try index.add(PlanText.content(changed(text, oneIn: rate, seed: 1)), rawHash: 0)
    }
    #expect(throws: CopyFailure.self) { try index.copies { _ in nil } }
  }
}
