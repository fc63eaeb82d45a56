import HanText

/// An event that is numbered year by year, so that 第五屆國家網絡安全宣傳周 states its year: 2018.
public struct YearlySeries: Sendable, Hashable {
  /// The names under which it is numbered, in any script.
  public var names: [String]
  /// The year of the first one. A series that left out a year is none.
  public var firstYear: Int
  /// Where that is stated.
  public var source: String

  /// Makes a series.
  public init(names: [String], firstYear: Int, source: String) {
    self.names = names
    self.firstYear = firstYear
    self.source = source
  }

  /// Reads a table of series: one a line, names parted by spaces, TAB, first year, TAB, source. Empty lines and lines that
  /// begin with `#` are passed over; nil where a line is none of these.
  public init?(line: String) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count >= 2, let year = Int(fields[1]), (1800...9999).contains(year) else { return nil }
    let names = fields[0].split(separator: " ").map(String.init)
    guard !names.isEmpty else { return nil }
    self.init(names: names, firstYear: year, source: fields.count > 2 ? String(fields[2]) : "")
  }
}

/// The names of yearly series, ready to be looked up after 第五屆.
struct YearlySeriesTable: Sendable {
  let firstYears: PhraseTable<Int>

  static let known = YearlySeriesTable(YearlySeries.known)

  /// The series of users come first, so that they can correct ours.
  init(_ series: [YearlySeries]) {
    firstYears = PhraseTable(series.flatMap { series in series.names.map { ($0, series.firstYear) } })
  }
}
