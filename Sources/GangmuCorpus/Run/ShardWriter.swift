import Gangmu

/// A shard that is being written.
final class ShardWriter {
  let index: Int
  private let folder: String
  private let compression: Compression
  private let first: Int
  private var end: Int
  private let file: RecordFile
  private var errors: [UInt8] = []
  private var counts = RunTally()
  private var inputHash = SHA256()

  init(_ index: Int, first: Int, in folder: String, _ compression: Compression) throws(OutputFile.Failure) {
    self.index = index
    self.first = first
    self.folder = folder
    self.compression = compression
    end = first
    file = try RecordFile("\(folder)/\(Shard.name(index, compression))", compression)
  }

  /// How large it is: what decides when the next one begins. Failures count too, or a corpus of nothing else would make one
  /// shard without end.
  var size: Int { file.plainCount + errors.count }

  func write(_ batch: EncodedBatch) throws(OutputFile.Failure) {
    try file.write(batch.records)
    for failure in batch.failures { failure.appendLine(to: &errors) }
    counts += batch.tally
    batch.inputLines.withUnsafeBytes { inputHash.update($0) }
    end = batch.positions.upperBound
  }

  func commit() throws(OutputFile.Failure) -> Shard {
    var errorsFile: Shard.File?
    if !errors.isEmpty {
      let name = Shard.errorsName(index)
      let sha256 = try AtomicFile.write(errors, to: "\(folder)/\(name)")
      errorsFile = Shard.File(name: name, bytes: errors.count, sha256: sha256)
    }
    let (byteCount, sha256) = try file.commit()
    return Shard(
      index: index, positions: first..<end,
      file: Shard.File(name: Shard.name(index, compression), bytes: byteCount, sha256: sha256),
      plainBytes: file.plainCount, inputSHA256: inputHash.hexDigest(), errors: errorsFile, counts: counts)
  }
}
