import Gangmu
import GangmuCopies
import HanText

/// The signatures of texts, one after the other.
public struct SignatureLines: ~Copyable {
  private let files: LineFiles
  private let shingleLength: Int

  /// Opens files of JSON Lines; `fail` hears of those that cannot be opened.
  public init(_ paths: [String], options: CopyOptions, fail: (InputFailure) -> Void) {
    files = LineFiles(paths, temporaryFolder: options.temporaryFolder, fail: fail)
    shingleLength = options.shingleLength
  }

  /// Calls `body` with the id, as JSON, and the signature of each text, until it returns false; `fail` hears of the lines
  /// that cannot be used.
  public func forEach(fail: (InputFailure) -> Void, _ body: ([UInt8], TextSignature) -> Bool) {
    files.forEachLine { result in
      switch result {
      case .failure(let failure): fail(failure)
      case .success(let line):
        do throws(TextLine.Failure) {
          let parsed = try TextLine(line.bytes)
          return body(
            parsed.id, TextSignature(of: ContentUnits(FoldedText(utf8: parsed.text)), shingleLength: shingleLength))
        } catch {
          fail(line.failure(error.code, error.message))
        }
      }
      return true
    }
  }

  /// Calls `body` with the hashed shingles of each text, to measure what comes after.
  public func forEachSet(fail: (InputFailure) -> Void, _ body: ([UInt64]) -> Void) {
    files.forEachLine { result in
      guard case .success(let line) = result, let parsed = try? TextLine(line.bytes) else { return true }
      var hashes: [UInt64] = []
      ShingleHashes.fill(&hashes, of: ContentUnits(FoldedText(utf8: parsed.text)).units, length: shingleLength)
      body(hashes)
      return true
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
