import GangmuOutline
import HanText

/// Finds the marker of a section by where it begins.
struct MarkerIndex: Sendable {
  private let sections: [Section]

  /// Makes the index of a document's sections, which stand in reading order.
  init(_ sections: [Section]) {
    self.sections = sections
  }

  /// Where the marker ends that begins at an offset, or nil where none does. `cursor` is where the search for the offset
  /// before ended, for one who asks in reading order.
  func end(from start: Int, after cursor: inout Int) -> Int? {
    while cursor < sections.count, sections[cursor].marker.lowerBound < start { cursor += 1 }
    guard cursor < sections.count, case let marker = sections[cursor].marker, marker.lowerBound == start else {
      return nil
    }
    return marker.upperBound
  }

  /// Where the marker ends that begins at an offset, or nil where none does.
  subscript(start: Int) -> Int? {
    last(upTo: start).flatMap { $0.lowerBound == start ? $0.upperBound : nil }
  }

  /// The last marker that begins at an offset or before it.
  func last(upTo offset: Int) -> Range<Int>? {
    let next = sections.partitioningIndex { $0.marker.lowerBound > offset }
    return next > 0 ? sections[next - 1].marker : nil
  }
}
