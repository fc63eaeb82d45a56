/// Passages of a text that are looked up to find where it was taken over in part.
///
/// Winnowing (S. Schleimer, D. S. Wilkerson, A. Aiken, SIGMOD 2003): of each `window` neighbouring 8-grams the one with the
/// least hash is kept. Any passage of `window + 7` units that two texts share gives them a common anchor, whatever their
/// lengths, which no sketch of whole texts does; and 8-grams are long enough to be rare by themselves.
struct Anchors {
  static let length = 8
  static let window = 24

  /// Appends the anchors of a content to `anchors`, each once, as 32-bit hashes. A content of less than 8 units has none.
  static func append(to anchors: inout [UInt32], of units: [UInt16], scratch: inout [UInt64]) {
    scratch.removeAll(keepingCapacity: true)
    guard units.count >= length else { return }
    units.withUnsafeBufferPointer { units in
      var first: UInt64 = 0
      var second: UInt64 = 0
      for index in units.indices {
        first = first << 16 | second >> 48
        second = second << 16 | UInt64(units[index])
        if index >= length - 1 {
          scratch.append(mixed(mixed(first, 0x1D8E_4E27_C47D_124F) ^ second, 0xEB44_ACCA_B455_D165))
        }
      }
    }
    let start = anchors.count
    scratch.withUnsafeBufferPointer { hashes in
      var least = -1
      for end in 0..<hashes.count where end >= window - 1 || end == hashes.count - 1 {
        let begin = max(0, end - window + 1)
        if least < begin {
          // The least one has left the window.
          var position = begin
          for other in begin...end where hashes[other] < hashes[position] { position = other }
          least = position
        } else if hashes[end] < hashes[least] {
          least = end
        } else {
          continue
        }
        anchors.append(UInt32(truncatingIfNeeded: hashes[least] >> 32))
      }
    }
    anchors[start...].sort()
    var kept = start
    for index in start..<anchors.count where index == start || anchors[index] != anchors[kept - 1] {
      anchors[kept] = anchors[index]
      kept += 1
    }
    anchors.removeLast(anchors.count - kept)
  }
}
