import HanText

/// Reads the calendar expressions of a text: 9月19—25日, 20__年9月17日(星期一), 2016年9月26日前, 每年9月份第三周.
///
///     let text = FoldedText("活動時間：20__年9月17日（星期一）至9月23日")
///     DateReader().dates(in: text).dates[0].edtf    // 20XX-09-17/20XX-09-23
///
/// Left out are a year alone, words such as 昨日 and 上半年, durations and times of day alone.
public struct DateReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// The calendar expressions of a text in reading order, none overlapping another, and warnings about impossible ones.
  ///
  /// Spans are in Unicode scalars of the text. Time is linear in the text's size, whatever stands in it.
  public func dates(in text: FoldedText) -> (dates: [DateExpression], warnings: [TextWarning]) {
    var scanner = DateScanner(DateText(text))
    scanner.scan()
    return (scanner.dates, scanner.warnings)
  }
}
