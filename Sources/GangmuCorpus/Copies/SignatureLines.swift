import Gangmu
import GangmuCopies
import HanText

/// The signatures of texts, one after the other.
public struct SignatureLines: Sendable {
  private let paths: [String]
  private let shingleLength: Int

  /// Prepares to read files of JSON Lines, folders of them and standard input (`-`), each also compressed.
  public init(_ paths: [String], options: CopyOptions) {
    self.paths = paths
    shingleLength = options.shingleLength
  }

  /// Calls `body` with the id, as JSON, and the signature of each text; `fail` hears of the files and lines that cannot be used,
  /// `note` of what else is to be known of folders.
  public func forEach<Failure: Error>(
    note: (InputFailure) -> Void = { _ in }, fail: (InputFailure) -> Void,
    _ body: ([UInt8], TextSignature) throws(Failure) -> Void
  ) throws(Failure) {
    try forEachText(note: note, fail: fail) { (id, content) throws(Failure) in
      try body(id, TextSignature(of: content, shingleLength: shingleLength))
    }
  }

  /// Calls `body` with the hashed shingles of each text, to measure what comes after.
  public func forEachSet(fail: (InputFailure) -> Void, _ body: ([UInt64]) -> Void) {
    forEachText(note: { _ in }, fail: fail) { _, content in
      var hashes: [UInt64] = []
      ShingleHashes.fill(&hashes, of: content.units, length: shingleLength)
      body(hashes)
    }
  }

  private func forEachText<Failure: Error>(
    note: (InputFailure) -> Void, fail: (InputFailure) -> Void,
    _ body: ([UInt8], ContentUnits) throws(Failure) -> Void
  ) throws(Failure) {
    try RecordFiles.forEachLine(of: paths, note: note, fail: fail) { (line) throws(Failure) in
      let parsed = line.parsed(fail: fail) { (bytes) throws(LineFailure) in try TextLine(bytes) }
      guard let parsed else { return }
      try body(parsed.id, ContentUnits(FoldedText(utf8: parsed.text)))
    }
  }

  private enum Key: String, CodingKey {
    case id, hash, slots, bands
  }

  /// Appends a signature as JSON on a line.
  public static func append(to buffer: inout [UInt8], id: [UInt8], _ signature: TextSignature) {
    var writer = JSONWriter(appendingTo: buffer)
    buffer = []
    writer.object {
      $0.member(Key.id, RawJSON(id))
      $0.member(Key.hash, signature.hash.description)
      $0.member(Key.slots, signature.sketch.slots.map { Int($0) })
      $0.member(Key.bands, signature.bands().map { Int($0) })
    }
    buffer = writer.bytes
    buffer.append(UInt8(ascii: "\n"))
  }
}
