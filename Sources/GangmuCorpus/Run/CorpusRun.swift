import Gangmu
import GangmuPages

/// A run over many pages on several threads.
///
///     let run = CorpusRun(PathSource(["pages/", "crawl.warc.gz"]))
///     for await page in run.results {
///       switch page.records {
///       case .success(let records): for record in records { print(record.title ?? "") }
///       case .failure(let failure): print(failure)
///       }
///     }
///
/// Pages are read when their turn comes and not before there is room for what comes of them, so the memory taken depends
/// on the number of jobs and on the largest page, not on how many pages there are.
public struct CorpusRun: Sendable {
  /// How the work is done.
  public struct Options: Sendable {
    /// How many threads work; by default as many as there are processors.
    public var jobs = availableProcessors()
    /// Whether results come in the order of the pages, or each as soon as it is there.
    public var isOrdered = true
    /// What goes into the records.
    public var form = RecordForm()

    /// Makes the options of a run in order on all processors.
    public init() {}
  }

  /// What reads the pages.
  public var parser: PageParser
  /// How the work is done.
  public var options: Options
  private let makeStream: @Sendable () -> any PageStream

  /// Makes a run over files, folders and standard input.
  public init(_ source: PathSource, parser: PageParser = PageParser(), options: Options = Options()) {
    self.parser = parser
    self.options = options
    makeStream = { source.makeIterator() }
  }

  /// Makes a run over pages that the program has, or makes one by one. A lazy sequence is walked as the run goes on, on one
  /// thread after the other.
  public init(
    pages: some Sequence<PageInput> & Sendable, parser: PageParser = PageParser(), options: Options = Options()
  ) {
    self.parser = parser
    self.options = options
    makeStream = { GivenPages(pages.makeIterator()) }
  }

  /// What became of each page. Each iteration is a run of its own; it ends with its iterator.
  public var results: Results { Results(run: self) }

  /// Begins to read, and works by `work` on what is read.
  func pipeline<Output: Sendable>(
    done: CompletedPages = CompletedPages(), work: @escaping @Sendable (PageBatch) -> Output
  ) -> BatchPipeline<Output> {
    BatchPipeline(
      BatchReader(makeStream(), done: done), jobs: options.jobs, isOrdered: options.isOrdered, work: work)
  }

  /// The documents of a page, or why there are none.
  func documents(of page: Result<PageInput, InputFailure>) -> Result<[ParsedDocument], InputFailure> {
    page.flatMap { input in
      do throws(PageError) {
        return .success(try parser.documents(in: input))
      } catch {
        return .failure(InputFailure(uri: input.uri, stage: .parse, code: error.code, message: error.message))
      }
    }
  }
}
