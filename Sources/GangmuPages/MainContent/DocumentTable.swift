import HanText

/// The table that government sites put above a document: 索引号, 发文机关, 成文日期, 发文字号. It says of the document what the
/// document says itself.
enum DocumentTable {
  /// Its blocks: rows or lines each of which opens with a label, or has one in another cell, before the first paragraph.
  ///
  /// - Parameter isParagraph: Whether a block is running text.
  static func blocks(in content: BlockText, isParagraph: (Int) -> Bool) -> Range<Int> {
    var start = 0
    var end = 0
    var labels = 0
    for index in content.blocks.indices.prefix(reach) {
      let found = count(in: content.blocks[index], of: content.text)
      if found > 0 {
        if labels == 0 { start = index }
        labels += found
        end = index + 1
      } else if labels >= fewestLabels {
        break
      } else {
        labels = 0
        if isParagraph(index) { break }
      }
    }
    return labels >= fewestLabels ? start..<end : 0..<0
  }

  /// What is longer is running text, where nothing else is known of a block.
  static let longestLine = 60
  private static let fewestLabels = 4
  /// The table stands on top.
  private static let reach = 200

  private static func count(in block: Block, of text: FoldedText) -> Int {
    guard case .tableRow(let cells) = block.kind else { return isLabelled(block.span, of: text) ? 1 : 0 }
    return cells.count { isLabelled($0, of: text) }
  }

  /// Whether what stands before the colon of a cell, without spaces, is a label: 标　　题： is 标题.
  private static func isLabelled(_ cell: Range<Int>, of text: FoldedText) -> Bool {
    text.units.withUnsafeBufferPointer { units in
      let start = units[cell.prefix(longestLabel)]
      let end = start.firstIndex(of: ":")
      guard end != nil || cell.count <= longestLabel else { return false }
      let label = start[..<(end ?? start.endIndex)]
      guard let first = label.first(where: { !$0.isAny(.space) }), PageWords.documentLabelStarts.contains(first) else {
        return false
      }
      guard PageWords.documentLabelLengths.contains(label.count(where: { !$0.isAny(.space) })) else { return false }
      return PageWords.documentLabels.contains(label.filter { !$0.isAny(.space) })
    }
  }

  /// With the spaces in it.
  private static let longestLabel = 12
}
