/// Reads batches of pages, works on them on several threads and hands out what came of them, in order or as it comes.
///
/// There is no thread that only reads or only hands out: whoever is free reads the next batch, one at a time, and works on
/// what it has read. So one job is a plain loop, and `n` jobs are `n` threads. Reading waits while too much is read that was
/// not yet taken, so memory depends on the number of jobs and on the largest page, not on the corpus.
final class BatchPipeline<Output: Sendable>: @unchecked Sendable {
  private struct State {
    /// What is done and not yet taken, by number, with the size of its pages.
    var ready: [Int: (output: Output, byteCount: Int)] = [:]
    /// How many batches were read.
    var readCount = 0
    /// How many were taken.
    var takenCount = 0
    /// The bytes of the pages of batches that were read and not taken.
    var heldBytes = 0
    var isReading = false
    /// Whether nothing more is to be read.
    var isAtEnd = false
    /// Whether nobody wants more.
    var isStopped = false
    /// An asynchronous taker who waits.
    var waiter: CheckedContinuation<Output?, Never>?

    /// What a taker gets: something, the end (`.some(nil)`), or nil where it must wait.
    mutating func take(inOrder: Bool) -> Output?? {
      if isStopped { return .some(nil) }
      if let key = inOrder ? takenCount : ready.keys.first, let (output, byteCount) = ready.removeValue(forKey: key) {
        takenCount += 1
        heldBytes -= byteCount
        return output
      }
      return isAtEnd && !isReading && takenCount == readCount ? .some(nil) : nil
    }
  }

  private enum Turn {
    case give(Output)
    case read
    case end
  }

  private let state = Monitor(State())
  /// Only the thread that has set `isReading` is at it.
  private var reader: BatchReader
  private let jobs: Int
  private let isOrdered: Bool
  private let work: @Sendable (PageBatch) -> Output
  /// The threads beside that of the taker.
  private var threads: [WorkerThread] = []
  private var hasStarted = false

  /// Makes a pipeline that has not begun.
  ///
  /// - Parameter jobs: How many threads work, at least 1.
  init(
    _ reader: sending BatchReader, jobs: Int, isOrdered: Bool, work: @escaping @Sendable (PageBatch) -> Output
  ) {
    self.reader = reader
    self.jobs = max(1, jobs)
    self.isOrdered = isOrdered
    self.work = work
  }

  // MARK: Taking

  /// The next output; nil after the last. The calling thread works too while it waits. Always to be called on one thread.
  func next() -> Output? {
    while true {
      switch turn(takes: true) {
      case .give(let output): return output
      case .end: return nil
      case .read:
        guard let batch = read() else { continue }
        // A small input is done before a thread would have started.
        if !batch.isLast { startThreads(jobs - 1) }
        deliver(batch)
      }
    }
  }

  /// The next output; nil after the last, or where the task is cancelled.
  func nextAsynchronously() async -> Output? {
    startThreads(jobs)
    if threads.isEmpty { return next() }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let output: Output?? = state.change { state in
          if let output = state.take(inOrder: isOrdered) { return output }
          state.waiter = continuation
          return nil
        }
        if let output { continuation.resume(returning: output) }
      }
    } onCancel: {
      stop()
    }
  }

  /// Has everything stopped as soon as may be; nothing more is given out.
  func stop() {
    changing { $0.isStopped = true }
  }

  /// Stops, and waits until no thread works any more.
  func finish() {
    stop()
    for thread in threads { thread.join() }
    threads = []
  }

  /// Stops, and does not wait.
  func abandon() {
    stop()
    for thread in threads { thread.detach() }
    threads = []
  }

  // MARK: Working

  private func startThreads(_ count: Int) {
    guard !hasStarted else { return }
    hasStarted = true
    threads = (0..<count).compactMap { _ in WorkerThread { [self] in workUntilEnd() } }
  }

  private func workUntilEnd() {
    while case .read = turn(takes: false) {
      if let batch = read() { deliver(batch) }
    }
  }

  /// What a thread is to do next; waits until there is something.
  private func turn(takes: Bool) -> Turn {
    state.wait { state in
      if takes, let taken = state.take(inOrder: isOrdered) { return taken.map { .give($0) } ?? .end }
      if state.isStopped || state.isAtEnd && !takes { return .end }
      guard !state.isReading, !state.isAtEnd, hasRoom(state) else { return nil }
      state.isReading = true
      return .read
    }
  }

  private func hasRoom(_ state: State) -> Bool {
    let held = state.readCount - state.takenCount
    return held == 0 || held < 2 * jobs + 2 && state.heldBytes < (2 * jobs + 2) * PageBatch.byteLimit
  }

  private struct NumberedBatch {
    let number: Int
    let batch: PageBatch
    let isLast: Bool
  }

  private func read() -> NumberedBatch? {
    let batch = reader.next()
    let isLast = reader.isAtEnd || batch == nil
    return changing { state in
      state.isReading = false
      state.isAtEnd = state.isAtEnd || isLast
      guard let batch else { return nil }
      state.readCount += 1
      state.heldBytes += batch.byteCount
      return NumberedBatch(number: state.readCount - 1, batch: batch, isLast: isLast)
    }
  }

  private func deliver(_ numbered: NumberedBatch) {
    let output = work(numbered.batch)
    changing { $0.ready[numbered.number] = (output, numbered.batch.byteCount) }
  }

  /// Changes the state and, where an asynchronous taker waits for that, wakes it.
  private func changing<Result>(_ body: (inout State) -> Result) -> Result {
    var woken: (waiter: CheckedContinuation<Output?, Never>, output: Output?)?
    let result = state.change { state in
      let result = body(&state)
      if let waiter = state.waiter, let output = state.take(inOrder: isOrdered) {
        state.waiter = nil
        woken = (waiter, output)
      }
      return result
    }
    if let woken { woken.waiter.resume(returning: woken.output) }
    return result
  }
}
