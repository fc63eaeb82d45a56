import HanText

extension Block {
  /// Lets this block stand elsewhere.
  @inline(__always)
  mutating func move(to span: Range<Int>) {
    if case .tableRow(let cells) = kind, span.lowerBound != self.span.lowerBound {
      let shift = span.lowerBound - self.span.lowerBound
      kind = .tableRow(cells: cells.map { $0.lowerBound + shift..<$0.upperBound + shift })
    }
    self.span = span
  }
}
