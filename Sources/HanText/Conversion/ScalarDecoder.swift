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

  /// Appends ASCII and ideographs with their punctuation, which is nearly all Chinese text, up to the first of another kind:
  /// two ideographs or eight letters at a time, since each question about a single one costs a wrong guess at its run's end.
  @inline(__always)
  private static func decodeIdeographs(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into run: inout UnitRun
  ) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
    let limit = bytes.count - 7
    var offset = start
    let units = run.units.base
    var count = run.units.count
    while offset < limit {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 {
        let (first, second) = (word.threeByteScalar, (word &>> 24).threeByteScalar)
        guard isCommon(first), isCommon(second) else { break }
        units[count] = first
        units[count &+ 1] = second
        offset &+= 6
        count &+= 2
      } else if word & 0x8080_8080_8080_8080 == 0 {
        let letters = SIMD8<UInt32>(truncatingIfNeeded: unsafeBitCast(word.littleEndian, to: SIMD8<UInt8>.self))
        UnsafeMutableRawPointer(units + count).storeBytes(of: letters, as: SIMD8<UInt32>.self)
        offset &+= 8
        count &+= 8
      } else if word & 0xC0_C0F0 == 0x80_80E0 {
        let scalar = word.threeByteScalar
        guard isCommon(scalar) else { break }
        units[count] = scalar
        offset &+= 3
        count &+= 1
      } else {
        guard word & 0x80 == 0 else { break }
        units[count] = UInt32(truncatingIfNeeded: word & 0x7F)
        offset &+= 1
        count &+= 1
      }
    }
    run.units.setCount(count)
    return offset
  }

  /// Whether a scalar is none of the surrogates, which are no UTF-8, nor of the compatibility ideographs, and no shorter bytes
  /// would do.
  @inline(__always)
  private static func isCommon(_ scalar: UInt32) -> Bool {
    scalar &- 0x800 < 0xD000 || scalar &- 0xFB00 < 0x500
  }

  /// Whether more bytes could make a sequence of these.
  private static func isUnfinished(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let lead = bytes.first, lead >= 0xC2, lead < 0xF5, bytes.count < UTF8.width(ofLead: lead) else {
      return false
    }
    return bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }
}
