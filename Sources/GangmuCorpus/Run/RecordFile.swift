/// A file of records under way, compressed or not.
package final class RecordFile {
  /// How many bytes of records it holds, before compression.
  private(set) var plainCount = 0
  private let file: AtomicFile
  private let compression: Compression
  private let zstd: ZstdCompressor?
  private var checksum: UInt = 0

  /// Begins a file.
  package init(_ path: String, _ compression: Compression) throws(OutputFile.Failure) {
    file = try AtomicFile(path)
    self.compression = compression
    zstd = compression == .zst ? ZstdCompressor() : nil
    if compression == .gz { try file.write(GzipFormat.header) }
  }

  /// Writes a piece that was prepared for the file's compression.
  package func write(_ piece: OutputPiece) throws(OutputFile.Failure) {
    if let zstd {
      try zstd.compress(piece.bytes, isLast: false) { (bytes) throws(OutputFile.Failure) in try file.write(bytes) }
    } else {
      try file.write(piece.bytes)
    }
    checksum = GzipFormat.checksum(checksum, followedBy: piece.checksum, count: piece.plainCount)
    plainCount += piece.plainCount
  }

  /// Completes the file.
  ///
  /// - Returns: Its length, and the SHA-256 of its bytes in hexadecimal.
  @discardableResult
  package func commit() throws(OutputFile.Failure) -> (byteCount: Int, sha256: String) {
    switch compression {
    case .none: break
    case .gz: try file.write(GzipFormat.trailer(checksum: checksum, plainCount: plainCount))
    case .zst:
      try zstd?.compress([], isLast: true) { (bytes) throws(OutputFile.Failure) in try file.write(bytes) }
    }
    let sha256 = try file.commit()
    return (file.byteCount, sha256)
  }
}
