import HanText

extension Block {
  /// This block, standing elsewhere.
  func moved(to span: Range<Int>) -> Block {
    var moved = self
    moved.span = span
    if case .tableRow(let cells) = kind {
      let shift = span.lowerBound - self.span.lowerBound
      moved.kind = .tableRow(cells: cells.map { $0.lowerBound + shift..<$0.upperBound + shift })
    }
    return moved
  }
}
