import HanText

/// Text as it is searched: folded, so that a search in either script, any width and any case finds it.
enum SearchText {
  /// The folded form of a text, one scalar for each of its own: simplified, half width, lower case. Characters beyond U+FFFF
  /// stand for themselves; U+0000, at which SQLite ends a text, is a space.
  static func fold(_ text: FoldedText) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for (index, unit) in text.units.enumerated() {
      switch unit.rawValue {
      case 0: folded.append(UInt8(ascii: " "))
      case ..<0x80: folded.append(UInt8(unit.rawValue))
      case 0x80..<0x800:
        folded.append(0xC0 | UInt8(unit.rawValue >> 6))
        folded.append(0x80 | UInt8(unit.rawValue & 0x3F))
      case FoldUnit.astral.rawValue:
        folded += text.utf8[text.utf8Range(index..<index + 1)]
      default:
        folded.append(0xE0 | UInt8(unit.rawValue >> 12))
        folded.append(0x80 | UInt8(unit.rawValue >> 6 & 0x3F))
        folded.append(0x80 | UInt8(unit.rawValue & 0x3F))
      }
    }
    return folded
  }

  /// The folded form of a query.
  static func fold(_ query: String) -> String {
    String(decoding: fold(FoldedText(query)), as: UTF8.self)
  }

  /// What stands behind a text in the index, so that its last two characters begin a trigram as well: words of one and two
  /// characters are looked up by that.
  static let end: [UInt8] = [0x0A, 0x0A]

  /// The folded text of the document that was read last, with its end.
  static func folded(of batch: RowBatch) -> [UInt8] {
    guard case .text(let range)? = batch.cells.last else { return end }
    return fold(FoldedText(utf8: Array(batch.text(range)))) + end
  }
}
