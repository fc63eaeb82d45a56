import CHanTables

/// Decodes UTF-8 that comes in pieces, and puts unified ideographs in place of compatibility ideographs, as OpenCC does
/// before each conversion. Bytes that are no UTF-8 become units of their own, so that they come out again where they stood.
struct ScalarDecoder: Sendable {
  /// The bytes that were no UTF-8 so far.
  private(set) var invalid = InvalidUTF8.none
  /// The number of scalars and invalid bytes so far.
  private(set) var count = 0
  private var bytesBefore = 0
  /// The beginning of a sequence that the next piece may complete.
  private var pending: [UInt8] = []

  private static let unified = CompatibilityIdeographs()

  /// Appends the units of `bytes`.
  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, into run: inout UnitRun) {
    guard !pending.isEmpty else { return decode(bytes, isFinal: false, into: &run) }
    let joined = pending + bytes
    pending = []
    joined.withUnsafeBufferPointer { decode($0, isFinal: false, into: &run) }
  }

  /// Appends what is left of an unfinished sequence.
  mutating func finish(into run: inout UnitRun) {
    let rest = pending
    pending = []
    rest.withUnsafeBufferPointer { decode($0, isFinal: true, into: &run) }
  }

  private mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, into run: inout UnitRun) {
    let followsOrigins = run.followsOrigins
    let before = run.units.count
    run.reserve(bytes.count)
    var start = 0
    while start < bytes.count {
      var reader = UTF8Reader(bytes: UnsafeBufferPointer(rebasing: bytes[start...]))
      while let scalar = reader.next() {
        run.units.append(scalar < 0xF900 ? scalar : Self.unified[scalar])
      }
      guard !reader.isValid else { break }
      start += reader.start
      if !isFinal, Self.isUnfinished(bytes[start...]) {
        pending = Array(bytes[start...])
        break
      }
      invalid = InvalidUTF8(
        count: invalid.count + 1, firstOffset: invalid.firstOffset ?? bytesBefore + start)
      run.units.append(HanUnit.rawByte | UInt32(bytes[start]))
      start += 1
    }
    bytesBefore += bytes.count - pending.count
    if followsOrigins {
      for index in before..<run.units.count {
        let offset = count + index - before
        run.appendOrigin(.init(start: offset, end: offset + 1))
      }
    }
    count += run.units.count - before
  }

  /// Whether more bytes could make a sequence of these.
  private static func isUnfinished(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let lead = bytes.first, lead >= 0xC2, lead < 0xF5, bytes.count < UTF8.width(ofLead: lead) else { return false }
    return bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }
}

/// Compatibility ideographs and the unified ideographs that they stand for.
private struct CompatibilityIdeographs: Sendable {
  /// U+F900 to U+FAFF.
  private var plane: [UInt32]
  private var astral: [UInt32: UInt32] = [:]

  init() {
    plane = (0..<0x200).map { 0xF900 + $0 }
    CharacterMap.forEachCharacter(of: han_table_compatibility()) { key, value in
      guard let value = value.first else { return }
      if 0xF900..<0xFB00 ~= key { plane[Int(key) - 0xF900] = value }
      if 0x2F800..<0x2FA20 ~= key { astral[key] = value }
    }
  }

  subscript(scalar: UInt32) -> UInt32 {
    if scalar < 0xFB00 { return plane[Int(scalar) - 0xF900] }
    return scalar < 0x2F800 ? scalar : astral[scalar] ?? scalar
  }
}
