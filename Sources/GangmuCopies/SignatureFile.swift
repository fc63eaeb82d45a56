/// The binary form of signatures. All numbers are little-endian.
///
/// | bytes | what |
/// | --- | --- |
/// | 16 | the mark `gangmu signature` |
/// | 4 | version, 1 |
/// | 4 | the length of the shingles |
/// | 4 | slots of a sketch, 128 |
/// | 4 + 4 | bands and rows of the layout: band *b* is made of the slots *b* · rows … |
///
/// and then for each text
///
/// | bytes | what |
/// | --- | --- |
/// | 4 | the length of the id |
/// | … | the id as JSON (a string with its quotation marks, or a number) |
/// | 16 | the hash of the content, upper half first |
/// | 512 | the 128 slots, 32 bits each; all 0 for an empty text |
/// | 4 | a sum over the record: FNV-1a, 32 bits |
public struct SignatureFile: Sendable {
  /// The version of the format.
  public static let version: UInt32 = 1
  private static let mark = Array("gangmu signature".utf8)
  /// The bytes before the first record.
  public static let headerSize = 36

  /// Why bytes are no signatures.
  public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// They do not begin as signatures do.
    case noSignatures
    /// They are of a version, or of numbers of slots, that this program does not read.
    case otherVersion(UInt32)
    /// The record at this place (from 1) was changed or ends too early.
    case damaged(record: Int)

    /// One sentence for people.
    public var description: String {
      switch self {
      case .noSignatures: "no signatures of gangmu"
      case .otherVersion(let version): "signatures of version \(version), which this program cannot read"
      case .damaged(let record): "damaged: record \(record) ends too early or was changed; those before it are right"
      }
    }
  }

  /// The beginning of a file.
  public static func header(shingleLength: Int, layout: BandLayout = BandLayout()) -> [UInt8] {
    mark
      + [version, UInt32(shingleLength), UInt32(SimilaritySketch.slotCount), UInt32(layout.bands), UInt32(layout.rows)]
      .flatMap(bytes)
  }

  /// The record of a text. `id` is its id as JSON.
  public static func record(id: [UInt8], _ signature: TextSignature) -> [UInt8] {
    var record = bytes(UInt32(id.count)) + id
    for half in [signature.hash.high, signature.hash.low] {
      record += bytes(UInt32(truncatingIfNeeded: half)) + bytes(UInt32(truncatingIfNeeded: half >> 32))
    }
    let slots = signature.sketch.slots
    for slot in 0..<SimilaritySketch.slotCount { record += bytes(slots.isEmpty ? 0 : slots[slot]) }
    return record + bytes(sum(record[...]))
  }

  /// Calls `body` with the id and the signature of each record, in their order.
  /// - Throws: `Failure`, after the records before the place where it showed were given out.
  public static func read(_ file: [UInt8], _ body: ([UInt8], TextSignature) -> Void) throws(Failure) {
    guard file.starts(with: mark) else { throw .noSignatures }
    guard file.count >= headerSize else { throw .damaged(record: 0) }
    guard number(file, 16) == version else { throw .otherVersion(number(file, 16)) }
    guard number(file, 24) == SimilaritySketch.slotCount else { throw .damaged(record: 0) }
    var offset = headerSize
    var record = 1
    let fixed = 4 + 16 + 4 * SimilaritySketch.slotCount + 4
    while offset < file.count {
      guard file.count - offset >= fixed else { throw .damaged(record: record) }
      let idCount = Int(number(file, offset))
      guard idCount <= file.count - offset - fixed else { throw .damaged(record: record) }
      let end = offset + fixed + idCount
      guard sum(file[offset..<end - 4]) == number(file, end - 4) else { throw .damaged(record: record) }
      let start = offset + 4 + idCount
      let slots = (0..<SimilaritySketch.slotCount).map { number(file, start + 16 + 4 * $0) }
      guard let sketch = SimilaritySketch(slots: slots.allSatisfy { $0 == 0 } ? [] : slots) else {
        throw .damaged(record: record)
      }
      let halves = [0, 8].map { UInt64(number(file, start + $0)) | UInt64(number(file, start + $0 + 4)) << 32 }
      body(
        Array(file[offset + 4..<start]),
        TextSignature(hash: ContentHash(high: halves[0], low: halves[1]), sketch: sketch))
      offset = end
      record += 1
    }
  }

  private static func bytes(_ number: UInt32) -> [UInt8] { withUnsafeBytes(of: number.littleEndian) { Array($0) } }

  private static func number(_ file: [UInt8], _ offset: Int) -> UInt32 {
    file.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
  }

  private static func sum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
