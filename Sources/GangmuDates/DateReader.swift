import HanText

/// Reads the calendar expressions of a text: 9月19—25日, 20__年9月17日(星期一), 2016年9月26日前, 每年9月份第三周.
///
///     let text = FoldedText("活動時間：20__年9月17日（星期一）至9月23日")
///     DateReader().dates(in: text).dates[0].edtf    // 20XX-09-17/20XX-09-23
///
/// Left out are a year alone, words such as 上半年, durations and times of day alone; and, unless a reference date is given,
/// relative expressions such as 昨日, 下周三 and 三天後.
public struct DateReader: Sendable {
  /// What a reader knows beside the text.
  public struct Options: Sendable {
    /// The day on which the text was written or is read, against which 明天 is resolved; nil leaves such words out.
    public var reference: CivilDay?
    /// The day on which the text was fetched: it speaks of no later year where its own words leave the year open.
    public var latest: CivilDay?
    /// Yearly series that users add to `YearlySeries.known`; of two with one name, the added one counts.
    public var series: [YearlySeries] = []

    /// Options that know nothing beside the text.
    public init() {}

    /// A day that is both the reference and the latest one.
    public init(asOf day: CivilDay?) {
      reference = day
      latest = day
    }
  }

  private let options: Options
  private let series: YearlySeriesTable

  /// Makes a reader. Keep it: it builds its tables when it is made.
  public init(_ options: Options = Options()) {
    self.options = options
    series = options.series.isEmpty ? .known : YearlySeriesTable(options.series + YearlySeries.known)
  }

  /// Makes a reader that resolves relative expressions against a day.
  public init(asOf day: CivilDay) {
    self.init(Options(asOf: day))
  }

  /// The calendar expressions of a text in reading order, none overlapping another, and warnings about impossible ones.
  ///
  /// The text should be one document: its dates, its sign-off and its number narrow the years that it leaves open. Spans are
  /// in Unicode scalars of the text. Time is linear in the text's size, whatever stands in it.
  ///
  /// Warnings: `date.impossible` (2月30日; left out), `date.backward` (a range that ends before it starts; read as two dates),
  /// `date.weekday_conflict` (the day of the week fits no year that is left), `date.year_conflict` (an edition's year
  /// contradicts the day of the week), `date.far_year` (2109年; kept).
  ///
  /// - Parameter bound: The day on which this page was fetched or published, if that is known. `Options.latest` goes before it.
  public func dates(
    in text: FoldedText, bound: YearBound? = nil
  ) -> (dates: [DateExpression], warnings: [TextWarning]) {
    var scanner = DateScanner(DateText(text, reference: options.reference), series: series)
    scanner.scan()
    scanner.narrowYears(bound: options.latest.map { YearBound($0, from: .asOf) } ?? bound)
    return (scanner.dates, scanner.warnings)
  }
}
