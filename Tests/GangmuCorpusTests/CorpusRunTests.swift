import Gangmu
import GangmuCorpus
import Synchronization
import TestSupport
import Testing

@Suite struct CorpusRunTests {
  private static let count = 400
  private static let pages = (0..<count).map { PlanPages.input($0, badEvery: 50) }

  private func run(jobs: Int, isOrdered: Bool = true) -> CorpusRun {
    var options = CorpusRun.Options()
    options.jobs = jobs
    options.isOrdered = isOrdered
    return CorpusRun(pages: Self.pages, options: options)
  }

  private func results(of run: CorpusRun) async -> [PageResult] {
    var results: [PageResult] = []
    for await result in run.results { results.append(result) }
    return results
  }

  @Test(arguments: [1, 2, 5])
  func `results come in the order of the pages, with the records that the parser gives`(jobs: Int) async throws {
    let results = await results(of: run(jobs: jobs))
    #expect(results.map(\.position) == Array(0..<Self.count))
    #expect(results.map(\.uri) == Self.pages.map(\.uri))
    let parser = PageParser()
    for (result, page) in zip(results, Self.pages) {
      if page.bytes.isEmpty {
        #expect(result.records == .failure(failure(of: page)), "\(page.uri)")
      } else {
        #expect(try result.records.get() == parser.records(in: page), "\(page.uri)")
      }
    }
  }

  private func failure(of page: PageInput) -> InputFailure {
    InputFailure(uri: page.uri, stage: .parse, code: "page.empty", message: "the page has no bytes")
  }

  @Test func `without order the results are the same`() async {
    let ordered = await results(of: run(jobs: 1))
    let unordered = await results(of: run(jobs: 3, isOrdered: false))
    #expect(unordered.sorted { $0.position < $1.position } == ordered)
  }

  @Test func `pages are made only as they are needed`() async {
    let made = Atomic(0)
    let pages = (0..<100_000).lazy.map { number in
      made.add(1, ordering: .relaxed)
      return PlanPages.input(number)
    }
    var options = CorpusRun.Options()
    options.jobs = 2
    let run = CorpusRun(pages: UncheckedSequence(pages), options: options)
    for await result in run.results where result.position == 100 { break }
    #expect(made.load(ordering: .relaxed) < 5000)
  }

  @Test func `a task that is cancelled ends its run`() async {
    let run = CorpusRun(pages: UncheckedSequence((0..<1_000_000).lazy.map { PlanPages.input($0) }))
    let task = Task {
      var count = 0
      for await _ in run.results {
        count += 1
        if count == 200 { withUnsafeCurrentTask { $0?.cancel() } }
      }
      return count
    }
    #expect(await task.value < 1_000_000)
  }

  @Test func `the options of the records hold`() async throws {
    var run = CorpusRun(pages: [PlanPages.input(1)])
    run.options.form.mapsSource = true
    run.options.form.normalization = .hant
    let records = try #require(await results(of: run).first).records.get()
    #expect(records.first?.sourceMap != nil)
    #expect(records.first?.normalized?.title?.contains("讀書節") == true, "\(String(describing: records.first))")
  }

  @Test func `files that vanish while the run goes on are failures of their own`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.txt", "b.txt", "c.txt"] { try folder.write(PlanPages.text(1), to: name) }
    var pages = PathSource([folder.path]).makeIterator()
    #expect(try pages.next()?.get().uri == folder.file("a.txt"))
    try folder.remove("b.txt")
    guard case .failure(let failure)? = pages.next() else {
      Issue.record("b.txt was read")
      return
    }
    #expect(failure.code == "input.missing" && failure.uri == folder.file("b.txt"))
    #expect(try pages.next()?.get().uri == folder.file("c.txt"))
  }
}

/// A sequence that a test knows to be used by one thread at a time.
private struct UncheckedSequence<Base: Sequence>: Sequence, @unchecked Sendable {
  private let base: Base

  init(_ base: Base) {
    self.base = base
  }

  func makeIterator() -> Base.Iterator { base.makeIterator() }
}
