/// Finds single bytes that came between or into the pairs of GB18030, as a bad copy leaves them.
///
/// A stray byte pairs with the one behind it, and all characters up to the next ASCII one come out wrong. It shows by a run
/// of high bytes of odd length: the common characters, those of GB2312, have two high bytes each. Where leaving one byte
/// out of such a run gives much more likely characters, that byte is the stray one.
enum StrayBytes {
  /// The bytes with 0xFF, which means nothing in GB18030, for each stray byte: where it stood, or before the character that
  /// it stood in. Nil where there are none.
  static func marking(_ bytes: [UInt8]) -> [UInt8]? {
    var marked: [UInt8]?
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        guard bytes[offset] >= 0x80 else {
          offset += 1
          continue
        }
        let start = offset
        while offset < bytes.count, bytes[offset] >= 0x80 { offset += 1 }
        guard (offset - start) & 1 == 1, offset - start > 2, let stray = stray(in: start..<offset, of: bytes) else {
          continue
        }
        // GBK has the euro sign there.
        if bytes[stray] == 0x80, (stray - start) & 1 == 0 { continue }
        if marked == nil { marked = Array(bytes) }
        if (stray - start) & 1 == 1 { marked?[stray] = bytes[stray - 1] }
        marked?[stray - ((stray - start) & 1)] = 0xFF
      }
    }
    return marked
  }

  /// Longer runs are no text: Chinese has an ASCII character, a line end at least, now and then.
  private static let longestRun = 1 << 13
  /// By how much the characters must be likelier without the byte, beyond what the damage costs.
  private static let margin = 12

  private static func stray(in run: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let next = run.upperBound < bytes.count ? bytes[run.upperBound] : 0
    // Four bytes: high, digit, high, digit.
    guard run.count <= longestRun, !(0x30...0x39).contains(next) else { return nil }
    // As it stands, the last byte pairs with an ASCII byte (GBK has such pairs), or is cut off.
    let last = run.upperBound - 1
    var asItStands = next >= 0x40 ? score(bytes[last], next) : Int(CharacterFrequency.invalid)
    for lead in stride(from: run.lowerBound, to: last, by: 2) { asItStands += score(bytes[lead], bytes[lead + 1]) }
    // Most runs are so short, or their characters so likely, that none could be likelier by the margin.
    let likeliest = run.count / 2 * Int(CharacterFrequency.highest) + Int(CharacterFrequency.invalid)
    guard likeliest > asItStands + margin else { return nil }
    // What stands behind each place if pairs go on from there to the end.
    var behind = [Int](repeating: 0, count: run.count / 2 + 1)
    for pair in (0..<run.count / 2).reversed() {
      behind[pair] =
        behind[pair + 1] + score(bytes[run.lowerBound + pair * 2 + 1], bytes[run.lowerBound + pair * 2 + 2])
    }
    var before = 0
    var best = (score: Int.min, offset: run.lowerBound)
    for pair in 0...run.count / 2 {
      let total = before + behind[pair] + Int(CharacterFrequency.invalid)
      if total >= best.score { best = (total, run.lowerBound + pair * 2) }
      if pair < run.count / 2 {
        // Or the byte stands within a pair.
        let (lead, trail) = (run.lowerBound + pair * 2, run.lowerBound + pair * 2 + 2)
        let within = total - behind[pair] + score(bytes[lead], bytes[trail]) + behind[pair + 1]
        if within >= best.score { best = (within, lead + 1) }
        before += score(bytes[run.lowerBound + pair * 2], bytes[run.lowerBound + pair * 2 + 1])
      }
    }
    return best.score > asItStands + margin ? best.offset : nil
  }

  private static func score(_ lead: UInt8, _ trail: UInt8) -> Int {
    let scalar = DoubleByteTable.gb18030.scalars[Int(lead) << 8 | Int(trail)]
    guard scalar > 0, scalar < 0x10000 else { return Int(CharacterFrequency.invalid) }
    return Int(CharacterFrequency.shared.scores[Int(scalar)])
  }
}
