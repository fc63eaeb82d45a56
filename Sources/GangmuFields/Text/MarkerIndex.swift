import GangmuOutline

/// Finds the marker of a section by where it begins.
struct MarkerIndex: Sendable {
  private let markers: [Range<Int>]

  /// Makes the index of a document's sections, which stand in reading order.
  init(_ sections: [Section]) {
    markers = sections.map { $0.marker }
  }

  /// Where the marker ends that begins at an offset, or nil where none does. `cursor` is where the search for the offset
  /// before ended, for one who asks in reading order.
  func end(from start: Int, after cursor: inout Int) -> Int? {
    while cursor < markers.count, markers[cursor].lowerBound < start { cursor += 1 }
    return cursor < markers.count && markers[cursor].lowerBound == start ? markers[cursor].upperBound : nil
  }

  /// Where the marker ends that begins at an offset, or nil where none does.
  subscript(start: Int) -> Int? {
    var low = 0
    var high = markers.count
    while low < high {
      let middle = (low + high) / 2
      if markers[middle].lowerBound < start { low = middle + 1 } else { high = middle }
    }
    return low < markers.count && markers[low].lowerBound == start ? markers[low].upperBound : nil
  }
}
