/// One segment of an FTS5 index, as it stands in the tables in which FTS5 keeps it.
struct SearchSegment: Sendable {
  /// The leaf pages, end to end.
  var bytes: [UInt8] = []
  /// Where each page ends in `bytes`. Pages are numbered from 1.
  var pageEnds: [Int] = []
  /// For each page that begins a term, the shortest beginning of that which parts it from the term before.
  var entries: [(page: Int, term: [UInt8])] = []

  /// Calls `body` with each page and its number.
  func forEachPage(_ body: (_ number: Int, _ bytes: UnsafeRawBufferPointer) throws -> Void) rethrows {
    try bytes.withUnsafeBytes { bytes in
      var start = 0
      for (index, end) in pageEnds.enumerated() {
        try body(index + 1, UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
  }
}
