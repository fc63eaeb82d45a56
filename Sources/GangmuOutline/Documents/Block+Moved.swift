import HanText

extension Block {
  /// This block, standing elsewhere.
  func moved(to span: Range<Int>) -> Block {
    let shift = span.lowerBound - self.span.lowerBound
    guard shift != 0, case .tableRow(let cells) = kind else {
      return Block(kind: kind, span: span, line: line, column: column)
    }
    let moved = cells.map { $0.lowerBound + shift..<$0.upperBound + shift }
    return Block(kind: .tableRow(cells: moved), span: span, line: line, column: column)
  }
}
