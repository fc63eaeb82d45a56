import Gangmu
import HanText

/// What is compared with what.
public enum CopyLevel: String, Sendable, Hashable, CaseIterable {
  /// Whole texts.
  case document
  /// The sections of records, each with all that is under it; of other texts the parts that their outline has.
  case section
  /// Lines.
  case paragraph

  /// The spans to compare of a text.
  func spans(of text: FoldedText, sections: () -> [Range<Int>]) -> [Range<Int>] {
    switch self {
    case .document: [0..<text.count]
    case .section: sections().filter { $0.upperBound <= text.count }
    case .paragraph: Self.lines(of: text)
    }
  }

  private static func lines(of text: FoldedText) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for end in 0...text.count where end == text.count || text[end] == "\n" {
      if let line = text.trimmed(start..<end) { lines.append(line) }
      start = end + 1
    }
    return lines
  }
}
