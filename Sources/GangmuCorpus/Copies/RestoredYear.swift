import Gangmu
import HanText

/// A year that a record has redacted (20__年) and a copy states at the same place.
struct RestoredYear: Sendable, Hashable {
  /// The place of the date in the record's `dates`.
  let date: Int
  let text: String
  let year: Int
  /// The id of the copy, as JSON.
  let copy: [UInt8]

  /// `copy:<id>`.
  var evidence: String {
    let id = String(decoding: copy, as: UTF8.self)
    return "copy:" + (id.hasPrefix("\"") ? String(id.dropFirst().dropLast()) : id)
  }

  /// The years that a copy gives back to a record.
  ///
  /// The same place is one where the characters before the date, behind it, and in it after its 年 are the same, and where
  /// the values agree in all digits that both state. A place with two different years gives none.
  static func years(of record: JSONTree, from copy: JSONTree, id: [UInt8]) -> [RestoredYear] {
    let redacted = DatePlace.places(in: record).filter(\.isRedacted)
    guard !redacted.isEmpty else { return [] }
    let stated = DatePlace.places(in: copy).filter { !$0.isRedacted }
    return redacted.compactMap { place in
      let years = Set(stated.filter { place.isSamePlace(as: $0) }.compactMap { place.year(statedBy: $0.edtf) })
      guard years.count == 1, let year = years.first, place.candidates.isEmpty || place.candidates.contains(year) else {
        return nil
      }
      return RestoredYear(date: place.index, text: place.text, year: year, copy: id)
    }
  }

  /// Sets the years in a record, with their evidence. What was read, `edtf`, stays as it is.
  static func apply(_ years: [RestoredYear], to record: inout JSONTree) {
    guard case .array(var dates)? = record["dates"] else { return }
    for restored in years where dates.indices.contains(restored.date) {
      dates[restored.date]["year"] = .integer(restored.year)
      let evidence = dates[restored.date]["evidence"]?.elements ?? []
      dates[restored.date]["evidence"] = .array(evidence + [.string(restored.evidence)])
    }
    record["dates"] = .array(dates)
  }
}

extension RestoredYear {
  /// Reads what was written of one.
  init?(_ row: JSONTree) {
    guard let date = row["date"]?.integer, let text = row["text"]?.string, let year = row["year"]?.integer,
      let evidence = row["evidence"]?.string, evidence.hasPrefix("copy:")
    else { return nil }
    self.init(date: date, text: text, year: year, copy: JSONTree.string(String(evidence.dropFirst(5))).json)
  }
}

extension RestoredYear: JSONWritable {
  private enum Key: String, CodingKey {
    case date, text, year, evidence
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(Key.date, date)
      $0.member(Key.text, text)
      $0.member(Key.year, year)
      $0.member(Key.evidence, evidence)
    }
  }
}

/// A date of a record and what stands around it.
private struct DatePlace {
  let index: Int
  let text: String
  let edtf: String
  let candidates: [Int]
  private let hasYear: Bool
  private let before: [FoldUnit]
  private let after: [FoldUnit]
  /// What follows the first 年 in the date.
  private let tail: [FoldUnit]

  private static let (contextBefore, contextAfter) = (8, 4)

  /// Whether digits of its year are not stated, and it has none from elsewhere.
  var isRedacted: Bool { edtf.prefix(4).contains("X") && !hasYear }

  static func places(in record: JSONTree) -> [DatePlace] {
    guard let text = record["text"]?.string else { return [] }
    let folded = FoldedText(text)
    return (record["dates"]?.elements ?? []).enumerated().compactMap { DatePlace($1, index: $0, in: folded) }
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
    before = Self.content(text, max(0, bounds[0] - Self.contextBefore * 3)..<bounds[0]).suffix(Self.contextBefore)
    after = Array(
      Self.content(text, bounds[1]..<min(text.count, bounds[1] + Self.contextAfter * 3)).prefix(Self.contextAfter))
    let own = Self.content(text, bounds[0]..<bounds[1])
    tail = own.firstIndex(of: "年").map { Array(own[($0 + 1)...]) } ?? own
  }

  private static func content(_ text: FoldedText, _ span: Range<Int>) -> [FoldUnit] {
    text.units[span].filter { !$0.isAny([.space, .lineEnd]) }
  }

  func isSamePlace(as other: DatePlace) -> Bool {
    tail == other.tail && before == other.before && after == other.after
  }

  /// The year that another value states where this one has X, if both agree in all else.
  func year(statedBy other: String) -> Int? {
    guard edtf.utf8.count == other.utf8.count, !other.contains("X") else { return nil }
    for (own, stated) in zip(edtf.utf8, other.utf8) where own != UInt8(ascii: "X") && own != stated { return nil }
    // Of a range both ends must lie in the year.
    let years = Set(other.split(separator: "/").compactMap { Int($0.prefix(4)) })
    return years.count == 1 ? years.first : nil
  }
}
