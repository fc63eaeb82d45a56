import Gangmu

extension CorpusRun {
  /// The results of a run, as they come or in the order of the pages.
  public struct Results: AsyncSequence, Sendable {
    /// What became of a page.
    public typealias Element = PageResult
    /// No page ends a run.
    public typealias Failure = Never

    let run: CorpusRun

    /// Begins a run.
    public func makeAsyncIterator() -> AsyncIterator {
      AsyncIterator(Session(run.pipeline(work: run.results(of:))))
    }

    /// Gives one result after the other. When it goes out of use, the run stops.
    public struct AsyncIterator: AsyncIteratorProtocol {
      private let session: Session
      private var batch: ArraySlice<PageResult> = []

      fileprivate init(_ session: Session) {
        self.session = session
      }

      /// The next result; nil after the last, or where the task is cancelled.
      public mutating func next() async -> PageResult? {
        await next(isolation: nil)
      }

      /// The next result; nil after the last, or where the task is cancelled.
      public mutating func next(isolation actor: isolated (any Actor)?) async -> PageResult? {
        while batch.isEmpty {
          guard let next = await session.pipeline.nextAsynchronously() else { return nil }
          batch = next[...]
        }
        return batch.popFirst()
      }
    }

    /// A run that is under way.
    fileprivate final class Session: Sendable {
      let pipeline: BatchPipeline<[PageResult]>

      init(_ pipeline: BatchPipeline<[PageResult]>) {
        self.pipeline = pipeline
      }

      deinit {
        pipeline.abandon()
      }
    }
  }

  private func results(of batch: PageBatch) -> [PageResult] {
    zip(batch.positions, batch.pages).map { position, page in
      let records = documents(of: page).map { $0.map(options.form.record(of:)) }
      switch page {
      case .success(let input):
        return PageResult(position: position, uri: input.uri, byteCount: input.bytes.count, records: records)
      case .failure(let failure):
        return PageResult(position: position, uri: failure.uri, byteCount: 0, records: records)
      }
    }
  }
}
