import HanText

extension BlockText {
  /// The blocks at some indices as a text of their own.
  func keeping(_ indices: [Int]) -> BlockText {
    guard indices.count < blocks.count else { return self }
    var pieces: [FoldedText.Piece] = []
    pieces.reserveCapacity(indices.count * 2)
    var kept: [Block] = []
    kept.reserveCapacity(indices.count)
    var length = 0
    for index in indices {
      if !kept.isEmpty {
        pieces.append(.lineEnd)
        length += 1
      }
      var block = blocks[index]
      pieces.append(.span(block.span))
      let shift = length - block.span.lowerBound
      if case .tableRow(let cells) = block.kind {
        block.kind = .tableRow(cells: cells.map { $0.lowerBound + shift..<$0.upperBound + shift })
      }
      length += block.span.count
      block.span = length - block.span.count..<length
      kept.append(block)
    }
    return BlockText(text: text.gathering(pieces), blocks: kept)
  }
}
