/// Passages of a text that are looked up to find where it was taken over in part.
///
/// Winnowing (S. Schleimer, D. S. Wilkerson, A. Aiken, SIGMOD 2003): of each `window` neighbouring 8-grams the one with the
/// least hash is kept. Any passage of `window + 7` units that two texts share gives them a common anchor, whatever their
/// lengths, which no sketch of whole texts does; and 8-grams are long enough to be rare by themselves.
struct Anchors {
  static let length = 8
  static let window = 24

  /// Appends the anchors of a content to `anchors`, as 32-bit hashes; one that stands at several places may come again. A
  /// content of less than 8 units has none.
  static func append(to anchors: inout [UInt32], of units: [UInt16], scratch: inout [UInt32]) {
    guard units.count >= length else { return }
    let count = hash(units, &scratch)
    scratch.withUnsafeBufferPointer { scratch in
      let hashes = UnsafeBufferPointer(rebasing: scratch[..<count])
      guard hashes.count > window else {
        anchors.append(hashes.min() ?? 0)
        return
      }
      // The least of a window is that of its part in one block of `window` hashes or of its part in the next (M. van Herk,
      // 1992): three comparisons for each offset, whatever the hashes.
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: window) { suffixes in
        var last: UInt32?
        for block in stride(from: 0, through: hashes.count - window, by: window) {
          var least = UInt32.max
          for offset in (0..<window).reversed() {
            least = min(least, hashes[block + offset])
            suffixes[offset] = least
          }
          var prefix = UInt32.max
          for offset in 0..<min(window, hashes.count - window - block + 1) {
            let least = min(prefix, suffixes[offset])
            if least != last {
              anchors.append(least)
              last = least
            }
            if block + offset + window < hashes.count { prefix = min(prefix, hashes[block + offset + window]) }
          }
        }
      }
    }
  }

  /// Puts the hash of the 8-gram at each offset into `hashes`, and returns how many there are.
  private static func hash(_ units: [UInt16], _ hashes: inout [UInt32]) -> Int {
    let count = units.count - length + 1
    if hashes.count < count { hashes = [UInt32](repeating: 0, count: count + count / 2) }
    hashes.withUnsafeMutableBufferPointer { hashes in
      units.withUnsafeBufferPointer { units in
        var first: UInt64 = 0
        var second: UInt64 = 0
        for index in 0..<length - 1 {
          first = first << 16 | second >> 48
          second = second << 16 | UInt64(units[index])
        }
        for offset in 0..<count {
          first = first << 16 | second >> 48
          second = second << 16 | UInt64(units[offset + length - 1])
          let joined = first &* 0xE703_7ED1_A0B4_28DB ^ second
          hashes[offset] = UInt32(truncatingIfNeeded: mixed(joined, 0xEB44_ACCA_B455_D165) >> 32)
        }
      }
    }
    return count
  }
}
