import HanText

/// Lines of cells parted by tabs, set in columns for a terminal.
enum TabbedLines {
  /// The lines with their first cells padded to one width in each block of lines, blocks being parted by empty lines.
  static func aligned(_ lines: [String]) -> String {
    var result = ""
    for block in lines.split(separator: "", omittingEmptySubsequences: false) {
      let rows = block.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      let columns = rows.map(\.count).max() ?? 0
      let widths = (0..<columns).map { column in
        rows.filter { $0.count > 1 }.compactMap { column < $0.count ? width(of: $0[column]) : nil }.max() ?? 0
      }
      for row in rows {
        var line = ""
        for (column, cell) in row.enumerated() {
          let padding = String(repeating: " ", count: max(0, widths[column] - width(of: cell)))
          line += column == 0 ? cell + (row.count > 1 ? padding : "") : "  " + padding + cell
        }
        result += line + "\n"
      }
      result += "\n"
    }
    return String(result.dropLast())
  }

  /// How many places a text takes on a terminal: Han and full-width characters take two.
  private static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (Self.isWide($1) ? 2 : 1) }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x2_0000...0x3_FFFD:
      true
    default: false
    }
  }
}
