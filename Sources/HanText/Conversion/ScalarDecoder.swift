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
      start = Self.decodeIdeographs(bytes, from: start, into: &run)
      guard start < bytes.count else { break }
      var reader = UTF8Reader(bytes: UnsafeBufferPointer(rebasing: bytes[start..<min(start + 4, bytes.count)]))
      if let scalar = reader.next() {
        run.units.append(CharacterMap.compatibility[scalar])
        start += UTF8.width(ofLead: bytes[start])
        continue
      }
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

  /// Appends ASCII and scalars of three bytes below U+D800, which is nearly all Chinese text, up to the first of another kind.
  @inline(__always)
  private static func decodeIdeographs(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into run: inout UnitRun
  ) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
    let limit = bytes.count - 3
    var offset = start
    let before = run.units.count
    let units = run.units.base
    var count = before
    while offset < limit {
      let word = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      if word & 0x00C0_C0F0 == 0x0080_80E0 {
        let scalar = (word & 0x0F) << 12 | (word &>> 2) & 0xFC0 | (word &>> 16) & 0x3F
        guard scalar &- 0x800 < 0xD000 || scalar &- 0xFB00 < 0x500 else { break }
        units[count] = scalar
        offset &+= 3
      } else {
        guard word & 0x80 == 0 else { break }
        units[count] = word & 0x7F
        offset &+= 1
      }
      count &+= 1
    }
    run.units.setCount(count)
    return offset
  }

  /// Whether more bytes could make a sequence of these.
  private static func isUnfinished(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let lead = bytes.first, lead >= 0xC2, lead < 0xF5, bytes.count < UTF8.width(ofLead: lead) else {
      return false
    }
    return bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }
}
