/// How an output is compressed.
package enum Compression: String, CaseIterable, Sendable {
  case none, gz, zst

  /// By the ending of a file's name.
  package init(path: String) {
    self = path.hasSuffix(".gz") ? .gz : path.hasSuffix(".zst") ? .zst : .none
  }

  /// The end of the names of files that are compressed so.
  var fileExtension: String { self == .none ? "" : ".\(rawValue)" }
}

/// A piece of an output that a worker has prepared: what can be done on many threads is done there.
package struct OutputPiece: Sendable {
  /// The bytes as they go to the file, or to the compressor of the whole file.
  let bytes: [UInt8]
  /// How many bytes it stands for.
  let plainCount: Int
  /// The CRC-32 of the bytes that it stands for, in gzip.
  let checksum: UInt

  /// Prepares a piece.
  package init(_ plain: [UInt8] = [], _ compression: Compression = .none) {
    plainCount = plain.count
    guard compression == .gz, let deflated = GzipFormat.deflate(plain) else {
      (bytes, checksum) = (plain, 0)
      return
    }
    (bytes, checksum) = (deflated, GzipFormat.checksum(of: plain))
  }
}
