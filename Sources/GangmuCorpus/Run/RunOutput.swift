import Glibc

/// Where the records of a run go.
package protocol RunOutput: AnyObject {
  /// How the output is compressed.
  var compression: Compression { get }

  /// The pages that are done already.
  var done: CompletedPages { get }

  /// What was counted on them.
  var tallyDone: RunTally { get }

  /// Writes the records of the batches, in their order.
  func write(_ batch: EncodedBatch) throws(OutputFile.Failure)

  /// Completes the output.
  func finish() throws(OutputFile.Failure)
}

extension RunOutput {
  package var done: CompletedPages { CompletedPages() }
  package var tallyDone: RunTally { RunTally() }
}

/// Records to standard output.
package final class StreamOutput: RunOutput {
  package let compression = Compression.none
  private var file = OutputFile.standardOutput()

  /// Makes one of standard output.
  package init() {}

  package func write(_ batch: EncodedBatch) throws(OutputFile.Failure) {
    try file.write(batch.records.bytes)
  }

  package func finish() throws(OutputFile.Failure) {}
}

/// Records to one file, which appears when it is complete.
package final class FileOutput: RunOutput {
  package let compression: Compression
  private let file: RecordFile

  /// Begins a file, whose name tells how it is compressed.
  package init(_ path: String) throws(OutputFile.Failure) {
    compression = Compression(path: path)
    file = try RecordFile(path, compression)
  }

  package func write(_ batch: EncodedBatch) throws(OutputFile.Failure) {
    try file.write(batch.records)
  }

  package func finish() throws(OutputFile.Failure) {
    _ = try file.commit()
  }
}
