import GangmuCopies
import HanText

/// A date of a record and what stands around it.
///
/// The same place in two copies is one where the characters before the date, behind it, and in it after its 年 are the same.
struct DatePlace: Sendable {
  /// The date's place in the record's `dates`.
  let index: Int
  let text: String
  private let edtf: String
  private let candidates: [Int]
  private let hasYear: Bool
  /// Stands for the characters around the date, and in it after its 年.
  let surroundings: UInt64

  private static let (contextBefore, contextAfter) = (6, 4)

  /// Whether digits of its year are not stated, and it has none from elsewhere.
  var isRedacted: Bool { edtf.prefix(4).contains("X") && !hasYear }

  /// The dates of a record.
  static func places(in record: JSONTree) -> [DatePlace] {
    guard let dates = record["dates"]?.elements, !dates.isEmpty, let text = record["text"]?.string else { return [] }
    let folded = FoldedText(text)
    return dates.enumerated().compactMap { DatePlace($1, index: $0, in: folded) }
  }

  private init?(_ date: JSONTree, index: Int, in text: FoldedText) {
    let bounds = date["span"]?.elements.compactMap(\.integer) ?? []
    guard let edtf = date["edtf"]?.string, let words = date["text"]?.string, bounds.count == 2, bounds[0] >= 0,
      bounds[0] <= bounds[1], bounds[1] <= text.count
    else { return nil }
    (self.index, self.edtf, self.text) = (index, edtf, words)
    candidates = date["year_candidates"]?.elements.compactMap(\.integer) ?? []
    hasYear = date["year"]?.integer != nil
    // Three times as much, lest spaces and line ends use it up.
    let before = Self.content(text, max(0, bounds[0] - Self.contextBefore * 3)..<bounds[0]).suffix(Self.contextBefore)
    let after = Self.content(text, bounds[1]..<min(text.count, bounds[1] + Self.contextAfter * 3))
      .prefix(Self.contextAfter)
    let own = Self.content(text, bounds[0]..<bounds[1])
    let tail = own.firstIndex(of: "年").map { own[($0 + 1)...] } ?? own[...]
    surroundings = ContentHash((before + ["|"] + tail + ["|"] + after).map(\.rawValue)).low
  }

  private static func content(_ text: FoldedText, _ span: Range<Int>) -> [FoldUnit] {
    text.units[span].filter { !$0.isAny([.space, .lineEnd]) }
  }

  /// The year that another date states where this one has X, if both agree in all else and this one leaves it possible.
  func year(statedBy other: DatePlace) -> Int? {
    guard edtf.utf8.count == other.edtf.utf8.count, !other.edtf.contains("X") else { return nil }
    for (own, stated) in zip(edtf.utf8, other.edtf.utf8) where own != UInt8(ascii: "X") && own != stated { return nil }
    // Of a range both ends must lie in the year.
    let years = Set(other.edtf.split(separator: "/").compactMap { Int($0.prefix(4)) })
    guard years.count == 1, let year = years.first else { return nil }
    return candidates.isEmpty || candidates.contains(year) ? year : nil
  }
}
