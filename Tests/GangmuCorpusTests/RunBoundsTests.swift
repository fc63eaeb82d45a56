import GangmuCorpus
import Testing

@Suite struct RunBoundsTests {
  private func tally(_ failures: Int, of pages: Int) -> RunTally {
    var tally = RunTally()
    (tally.failures, tally.pages) = (failures, pages)
    return tally
  }

  @Test func `a number of failures may be reached and not exceeded`() throws {
    let limit = try #require(FailureLimit("3"))
    #expect(!limit.isExceeded(by: tally(3, of: 3)))
    #expect(limit.isExceeded(by: tally(4, of: 4000)))
  }

  @Test func `per cent are judged from the 100th page on`() throws {
    let limit = try #require(FailureLimit("2.5%"))
    #expect(!limit.isExceeded(by: tally(50, of: 99)))
    #expect(!limit.isExceeded(by: tally(5, of: 200)))
    #expect(limit.isExceeded(by: tally(6, of: 200)))
  }

  @Test(arguments: ["", "-1", "x", "101%", "%", "1.5", "nan%"])
  func `other words are no limit`(text: String) {
    #expect(FailureLimit(text) == nil)
  }

  @Test func `done pages are told from those to come`() {
    let done = CompletedPages([10..<20, 0..<5, 20..<30])
    #expect((0..<35).filter(done.contains) == Array(0..<5) + Array(10..<30))
    #expect(done.nextDone(from: 5) == 10)
    #expect(done.nextDone(from: 30) == .max)
  }
}
