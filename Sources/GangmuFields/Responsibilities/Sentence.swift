import GangmuOutline
import HanText

/// A sentence of running text in clauses. What stands in brackets and quotation marks belongs to its clause unread.
struct Sentence: Sendable {
  /// The sentence without its end mark.
  private(set) var span = 0..<0
  /// Its clauses: what commas and colons part.
  private(set) var clauses: [Range<Int>] = []

  /// Reads another sentence in place of this one, whose memory it takes over.
  mutating func read(_ span: Range<Int>, in text: FoldedText) {
    self.span = span
    clauses.removeAll(keepingCapacity: true)
    if clauses.capacity == 0 { clauses.reserveCapacity(Self.usualCount) }
    var start = span.lowerBound
    var offset = start
    while case let mark = text.firstMark(in: offset..<span.upperBound), mark < span.upperBound {
      offset = mark + 1
      let unit = text[mark]
      if unit == "," || unit == ":" && !isTimeOfDay(mark, in: text) {
        clauses.append(start..<mark)
        start = offset
      } else if Brackets.isOpening(unit), let close = text.closing(of: mark, limit: span.upperBound) {
        offset = close + 1
      }
    }
    clauses.append(start..<span.upperBound)
  }

  /// How many clauses few sentences pass.
  private static let usualCount = 12

  /// Whether a sentence ends with a mark.
  @inline(__always)
  static func isEnd(_ unit: FoldUnit) -> Bool {
    unit == "。" || unit == ";" || unit == "!" || unit == "?"
  }

  private func isTimeOfDay(_ colon: Int, in text: FoldedText) -> Bool {
    text.unit(at: colon - 1)?.digitValue != nil && text.unit(at: colon + 1)?.digitValue != nil
  }
}
