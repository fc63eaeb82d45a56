import GangmuCopies
import Testing

/// Corpora that a naive search takes quadratic time, or all memory, for.
@Suite struct HostileCorpusTests {
  private func report(_ contents: [ContentUnits]) throws -> CopyReport {
    var index = CopyIndex()
    for (number, content) in contents.enumerated() { try index.add(content, rawHash: UInt64(number)) }
    return try index.copies { contents[$0] }
  }

  @Test func identicalTextsAreNeverCompared() throws {
    let content = PlanText.content(PlanText.text(seed: 1))
    let report = try report([ContentUnits](repeating: content, count: 50_000))
    #expect(report.copies.allSatisfy { $0.cluster == 0 && $0.representative == 0 })
    #expect(report.copies.dropFirst().allSatisfy { $0.relation == .exact })
    #expect(report.comparisons == 0)
    #expect(report.candidates == 0)
  }

  @Test func textsOfOneCharacterAreCopiesOfThemselvesOnly() throws {
    let characters = (0..<2000).compactMap { Unicode.Scalar(UInt32(0x4E00 + $0 % 500)) }
    let report = try report(characters.map { PlanText.content(String(Character($0))) })
    // Some have the same simplified form.
    #expect(Set(report.copies.map(\.cluster)).count > 400)
    #expect(report.copies.allSatisfy { $0.relation == nil || $0.relation == .exact })
    #expect(report.comparisons < 20_000)
  }

  @Test func oneCharacterAMillionTimesIsOneShingle() throws {
    let long = PlanText.content(String(repeating: "好", count: 1_000_000))
    let longer = PlanText.content(String(repeating: "好", count: 1_000_001))
    let report = try report([long, longer, long])
    #expect(report.copies[2].relation == .exact)
    #expect(report.copies[1].jaccard == 1)
  }

  @Test func aTextOfMegabytesHoldsItsPart() throws {
    let text = PlanText.text(60_000, seed: 2)
    let contents = [text, String(text.dropFirst(300_000).prefix(200_000)), PlanText.text(seed: 3)].map(PlanText.content)
    let report = try report(contents)
    #expect(report.copies[1].relation == .partOf)
    #expect(report.copies[1].representative == 0)
    #expect(report.copies[2].cluster != 0)
  }
}
