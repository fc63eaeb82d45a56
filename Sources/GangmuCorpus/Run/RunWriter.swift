/// Writes the records of a run.
package struct RunWriter {
  /// How a run came to its end.
  package enum End: Sendable, Hashable {
    /// All pages were read.
    case complete
    /// More pages failed than may.
    case tooManyFailures
    /// A signal came.
    case interrupted(Int32)
    /// Nobody reads the output any more.
    case closed
    /// The output cannot be written; what the system says.
    case unwritable(String)
  }

  /// How far a run has come.
  package struct Progress: Sendable, Hashable {
    /// What was counted, by an earlier run that this one goes on with too.
    package var tally: RunTally
    /// The bytes of the input that were read by this run, as they are stored.
    package var bytesRead = 0
  }

  private let run: CorpusRun
  private let encoder: RecordEncoder
  private let limit: FailureLimit?

  /// Makes a writer.
  package init(_ run: CorpusRun, encoder: RecordEncoder, limit: FailureLimit?) {
    self.run = run
    self.encoder = encoder
    self.limit = limit
  }

  /// Writes the records, and calls `observe` after each batch with its failures and with what was wrong with
  /// inputs that gave records all the same. The output is complete only where all pages
  /// were read.
  package func write(
    to output: any RunOutput, observe: (Progress, [PageFailure], [InputFailure]) throws(OutputFile.Failure) -> Void
  ) -> (end: End, progress: Progress) {
    var progress = Progress(tally: output.tallyDone)
    let pipeline = run.pipeline(done: output.done) { [run, encoder] batch in encoder.encode(batch, of: run) }
    defer { pipeline.finish() }
    do throws(OutputFile.Failure) {
      while let batch = pipeline.next() {
        try output.write(batch)
        progress.tally += batch.tally
        progress.bytesRead = max(progress.bytesRead, batch.bytesRead)
        try observe(progress, batch.failures, batch.warnings)
        if let limit, limit.isExceeded(by: progress.tally) { return (.tooManyFailures, progress) }
      }
      if let signal = Interruption.signal { return (.interrupted(signal), progress) }
      try output.finish()
      return (.complete, progress)
    } catch {
      switch error {
      case .closed: return (.closed, progress)
      case .system, .file, .locked: return (.unwritable("\(error)"), progress)
      }
    }
  }
}
