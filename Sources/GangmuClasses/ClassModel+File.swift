extension ClassModel {
  /// Why bytes are no model.
  public enum FileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// They do not begin as a model does.
    case noModel
    /// They are a model of a version that this program does not read.
    case otherVersion(UInt32)
    /// They end too early, or were changed: the sum of the bytes is wrong.
    case damaged

    /// One sentence for people.
    public var description: String {
      switch self {
      case .noModel: "not a model of gangmu"
      case .otherVersion(let version):
        "a model of version \(version), which this program cannot read (it reads version \(ClassModel.version)); train it anew"
      case .damaged: "the model is damaged: it ends too early or was changed"
      }
    }
  }

  /// The version of the format, which counts up with each change of the format or of the features.
  public static let version: UInt32 = 2
  private static let mark = Array("gangmu classes\n\u{1A}".utf8)

  /// The model as bytes, the same on every machine.
  ///
  /// 16 bytes of mark, the version, then as little-endian 32-bit numbers: the longest n-gram, whether texts can have several
  /// labels, the labels (count; for each its length in bytes and its UTF-8), scale and shifts of the calibration, what every
  /// text gets for each label, the features (count; hashes), their rows (16 bits a number: one for each label, the square of
  /// what the feature tells, zeros up to a multiple of eight); in the end a 64-bit sum of all before it: as FNV-1a, but over
  /// words of eight bytes, the last filled up with zeros, and with the upper half of the sum added to the lower after each.
  public var bytes: [UInt8] {
    var writer = Writer(bytes: Self.mark)
    writer.append(Self.version)
    writer.append(UInt32(reader.longestGram))
    writer.append(UInt32(isMultiLabel ? 1 : 0))
    writer.append(UInt32(labels.count))
    for label in labels {
      writer.append(UInt32(label.utf8.count))
      writer.bytes += Array(label.utf8)
    }
    writer.append(calibration.scale.bitPattern)
    for shift in calibration.shifts { writer.append(shift.bitPattern) }
    for constant in constants { writer.append(constant.bitPattern) }
    writer.append(UInt32(vocabulary.count))
    for hash in vocabulary.hashes { writer.append(hash) }
    for half in rows.halves { writer.append(half) }
    let sum = Self.sum(writer.bytes[...])
    writer.append(UInt32(truncatingIfNeeded: sum))
    writer.append(UInt32(truncatingIfNeeded: sum >> 32))
    return writer.bytes
  }

  /// Reads a model.
  /// - Throws: `FileFailure`; whatever the bytes, nothing else happens.
  public init(bytes: [UInt8]) throws(FileFailure) {
    guard bytes.starts(with: Self.mark) else { throw .noModel }
    var reader = Reader(bytes: bytes[Self.mark.count...])
    let version = try reader.number()
    guard version == Self.version else { throw .otherVersion(version) }
    guard bytes.count >= 8, Self.sum(bytes.dropLast(8)) == Reader.sum(at: bytes.suffix(8)) else { throw .damaged }
    let longestGram = Int(try reader.number())
    let isMultiLabel = try reader.number() == 1
    let labelCount = Int(try reader.number())
    guard (2...Self.labelLimit).contains(labelCount) else { throw .damaged }
    var labels: [String] = []
    for _ in 0..<labelCount { labels.append(try reader.string(Int(try reader.number()))) }
    let scale = Float(bitPattern: try reader.number())
    let shifts = try reader.numbers(labelCount).map(Float.init(bitPattern:))
    let constants = try reader.numbers(labelCount).map(Float.init(bitPattern:))
    let featureCount = Int(try reader.number())
    let hashes = try reader.numbers(featureCount)
    let halves = try reader.halves(featureCount * FeatureRows.width(labelCount: labelCount))
    guard reader.bytes.count == 8 else { throw .damaged }
    self.init(
      labels: labels, isMultiLabel: isMultiLabel, reader: FeatureReader(longestGram: longestGram),
      vocabulary: Vocabulary(hashes: hashes), rows: FeatureRows(halves: halves, labelCount: labelCount),
      constants: constants, calibration: Calibration(scale: scale, shifts: shifts, isMultiLabel: isMultiLabel))
  }

  private static func sum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var sum: UInt64 = 0xCBF2_9CE4_8422_2325
      var offset = 0
      while offset + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        sum = (sum ^ word) &* 0x100_0000_01B3
        // A multiplication carries changes upwards only.
        sum ^= sum >> 32
        offset += 8
      }
      var rest: UInt64 = 0
      for byte in bytes[offset...].reversed() { rest = rest << 8 | UInt64(byte) }
      return (sum ^ rest) &* 0x100_0000_01B3
    }
  }

  private struct Writer {
    var bytes: [UInt8]

    mutating func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func number() throws(FileFailure) -> UInt32 {
      guard let number = try numbers(1).first else { throw .damaged }
      return number
    }

    mutating func numbers(_ count: Int) throws(FileFailure) -> [UInt32] {
      guard count >= 0, count <= bytes.count / 4 else { throw .damaged }
      defer { bytes = bytes.dropFirst(count * 4) }
      return bytes.withUnsafeBytes { raw in
        (0..<count).map { UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)) }
      }
    }

    mutating func halves(_ count: Int) throws(FileFailure) -> [UInt16] {
      guard count >= 0, count <= bytes.count / 2 else { throw .damaged }
      defer { bytes = bytes.dropFirst(count * 2) }
      return bytes.withUnsafeBytes { raw in
        (0..<count).map { UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 2, as: UInt16.self)) }
      }
    }

    mutating func string(_ count: Int) throws(FileFailure) -> String {
      guard count <= bytes.count else { throw .damaged }
      defer { bytes = bytes.dropFirst(count) }
      return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    static func sum(at bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
