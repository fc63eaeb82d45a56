import HanText

extension Block {
  /// Whether the page's source presents it as nothing but a line.
  var isParagraph: Bool {
    if case .paragraph = kind { true } else { false }
  }

  /// Whether it is a row of several cells.
  var isTable: Bool {
    if case .tableRow(let cells) = kind { cells.count > 1 } else { false }
  }
}
