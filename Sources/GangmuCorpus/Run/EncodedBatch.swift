import Gangmu

/// The records of a batch of pages as they are written.
package struct EncodedBatch: Sendable {
  /// The places of the pages.
  let positions: Range<Int>
  /// Whether all of its pages were worked on: not where too many of them failed.
  fileprivate(set) var isWhole = true
  /// The bytes of the input that had been read, as they are stored.
  let bytesRead: Int
  /// What was counted.
  fileprivate(set) var tally = RunTally()
  /// The records, as they go into the output.
  fileprivate(set) var records = OutputPiece()
  /// The pages that gave no records.
  fileprivate(set) var failures: [PageFailure] = []
  /// What was wrong with inputs that could be read in part all the same, such as a compressed file that was cut.
  fileprivate(set) var warnings: [InputFailure] = []
  /// The names and the SHA-256 of the pages, one line each: by it a later run knows the input again.
  fileprivate(set) var inputLines: [UInt8] = []
}

/// How records become bytes.
package struct RecordEncoder: Sendable {
  /// Appends a record with its line end, or says why that cannot be.
  package typealias Write = @Sendable (Record, inout [UInt8]) throws(InputFailure) -> Void

  private let compression: Compression
  private let limit: FailureLimit?
  private let write: Write

  /// Makes an encoder for an output of some compression.
  ///
  /// - Parameter limit: How many pages may fail. A batch that is beyond a number of pages by itself is broken off there.
  package init(_ compression: Compression = .none, limit: FailureLimit? = nil, write: @escaping Write) {
    self.compression = compression
    self.limit = limit
    self.write = write
  }

  /// Encodes the records of a batch.
  func encode(_ batch: PageBatch, of run: CorpusRun) -> EncodedBatch {
    var encoded = EncodedBatch(positions: batch.positions, bytesRead: batch.bytesRead)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(batch.byteCount * 4)
    for (position, page) in zip(batch.positions, batch.pages) {
      encoded.tally.pages += 1
      if case .success(let input) = page {
        encoded.tally.bytes += input.bytes.count
        encoded.warnings += input.warnings.map {
          InputFailure(uri: input.uri, stage: .read, code: $0.code, message: $0.message)
        }
      }
      let start = bytes.count
      let before = encoded.tally
      do throws(InputFailure) {
        let documents = try run.documents(of: page).get()
        for document in documents {
          let record = run.options.form.record(of: document)
          encoded.tally.count(record)
          try write(record, &bytes)
        }
        if let source = documents.first?.source { encoded.inputLines += Array("\(source.sha256) \(source.uri)\n".utf8) }
      } catch {
        // A page gives all of its records or none.
        bytes.removeSubrange(start...)
        encoded.tally = before
        encoded.tally.count(error)
        encoded.failures.append(PageFailure(position: position, failure: error))
        encoded.inputLines += Array("\(error.code) \(error.uri)\n".utf8)
        if case .count(let most)? = limit, encoded.failures.count > most {
          encoded.isWhole = false
          break
        }
      }
    }
    encoded.records = OutputPiece(bytes, compression)
    return encoded
  }
}
