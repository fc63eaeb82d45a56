import HanText

/// What a document says about the years of its dates beside the dates that leave them open: years that it states, its
/// title, its number, its sign-off, numbered editions of yearly events. Gathered by the scan that reads the dates.
struct DocumentYears {
  /// A year and the words that state it.
  struct Stated {
    let span: Range<Int>
    let year: Int
    /// The month beside it, if one is.
    var month: Int?
    /// The day beside that.
    var day: Int?
  }

  /// Years that stand in the text, in reading order: of dates, and alone (2016年).
  private(set) var stated: [Stated] = []
  /// Numbered editions (第五屆國家網絡安全宣傳周), in reading order.
  private(set) var editions: [Stated] = []
  /// The first of them, where all are of one year.
  private(set) var onlyEdition: Stated?
  /// The year in the title, where that names one and no more.
  private(set) var title: Stated?
  /// The document's own number, on a short line of its own: 中網辦發文〔2016〕2號.
  private(set) var number: Stated?
  /// The day on which the document was signed: a date alone on its line, near the end.
  private(set) var signOff: (stated: Stated, month: Int)?
  /// Where the line of each date begins.
  private(set) var lineStarts: [Int] = []
  /// The year of all stated days, where no date that states one has another.
  private(set) var common: Stated?
  /// Days that are stated in full, by month and day; nil where two years have the same.
  private var days: [Int: Stated?] = [:]

  /// The latest month of a date that states its year, counted from the year 0.
  private var latest = 0

  /// Where the line that is being read begins.
  private(set) var lineStart = 0

  /// Settles what only the whole document tells, when all of it was read.
  mutating func finish(_ text: DateText, _ dates: [DateExpression], _ years: [YearState]) {
    if let first = editions.first, editions.allSatisfy({ $0.year == first.year }) { onlyEdition = first }
    for own in stated { readDay(own) }
    readTitle(text)
    readSignOff(text, dates, years)
    common = Self.common(text, dates, years)
  }

  private static func common(_ text: DateText, _ dates: [DateExpression], _ years: [YearState]) -> Stated? {
    var common: Stated?
    var other: Int?
    for index in dates.indices {
      guard let year = years[index].digits.value, !isCited(dates[index].span, in: text) else { continue }
      if common == nil, years[index].isDay { common = Stated(span: dates[index].span, year: year) }
      if let other, other != year { return nil }
      other = year
    }
    return common
  }

  /// Whether a date is that of another document: 九十五年四月二十八日台軍字第…號, 2016年9月1日印發的.
  private static func isCited(_ span: Range<Int>, in text: DateText) -> Bool {
    (span.upperBound..<span.upperBound + 12).contains { text.match(DateVeto.afterCitedDate, at: $0) != nil }
  }

  /// The day that is stated in full elsewhere and has this month and day, where only one year has it.
  func day(month: Int?, day: Int?) -> Stated? {
    guard let month, let day else { return nil }
    return days[month * 32 + day].flatMap { $0 }
  }

  /// Whether a date that states its year and month lies after a month.
  func hasStated(after year: Int, _ month: Int) -> Bool {
    latest > year * 12 + month
  }

  // MARK: Gathering

  /// Takes in the end of a line.
  mutating func readLineEnd(at offset: Int) {
    lineStart = offset + 1
  }

  /// Takes in a date that was read.
  mutating func read(_ found: FoundDate, _ state: YearState) {
    if lineStarts.isEmpty { lineStarts.reserveCapacity(Self.usualCount) }
    lineStarts.append(lineStart)
    guard let year = state.digits.value, found.form == .single || found.form == .range, found.shape != .yearRange,
      found.shape != .academicYear
    else { return }
    let own = Stated(span: found.span, year: year, month: state.month, day: state.day)
    if stated.isEmpty { stated.reserveCapacity(Self.usualCount) }
    stated.append(own)
    latest = max(latest, year * 12 + (own.month ?? 0))
  }

  private mutating func readDay(_ own: Stated) {
    guard let month = own.month, let day = own.day else { return }
    let key = month * 32 + day
    // A second year makes it no one's.
    if let known = days[key], known?.year != own.year { days[key] = .some(nil) } else { days[key] = own }
  }

  /// Takes in a year that stands alone.
  mutating func read(_ year: Stated) {
    stated.append(year)
  }

  /// Takes in a numbered edition.
  mutating func read(edition: Stated) {
    editions.append(edition)
  }

  /// Takes in the document's own number; the first is.
  mutating func read(number own: Stated) {
    if number == nil { number = own }
  }

  // MARK: Places

  /// The first line, or one of those below it (behind the table of a gazette) that ends like a title.
  private mutating func readTitle(_ text: DateText) {
    guard !stated.isEmpty else { return }
    var start = 0
    for index in 0..<Self.titleLines where start < text.units.count {
      var end = start
      while end < min(text.units.count, start + Self.longestTitle), text[end] != "\n" { end += 1 }
      if text[end] == "\n", end < text.units.count, index == 0 || Self.isTitle(endingAt: end, in: text),
        let year = onlyYear(in: start..<end, text)
      {
        title = year
        return
      }
      while end < text.units.count, text[end] != "\n" { end += 1 }
      start = end + 1
    }
  }

  /// The one year that a line names, alone: a day in it is a date line's, not a title's.
  private func onlyYear(in line: Range<Int>, _ text: DateText) -> Stated? {
    let own = stated.prefix { $0.span.upperBound <= line.upperBound }.filter { $0.span.lowerBound >= line.lowerBound }
    guard let first = own.first, text[first.span.upperBound - 1] == "年" else { return nil }
    return own.allSatisfy { $0.year == first.year } ? first : nil
  }

  private static func isTitle(endingAt end: Int, in text: DateText) -> Bool {
    text.match(titleWords, at: end - 2) != nil
  }

  private static let titleWords = PhraseTable<Bool>(["方案", "计划", "要点", "安排", "总结", "通知", "报告", "日程"])

  private mutating func readSignOff(_ text: DateText, _ dates: [DateExpression], _ years: [YearState]) {
    for index in dates.indices.suffix(Self.lastDates).reversed() {
      guard dates[index].form == .single, years[index].isDay, let year = years[index].digits.value,
        let month = years[index].month
      else { continue }
      let span = dates[index].span
      guard text[span.lowerBound - 1].isAny([.lineEnd, .space]), text[text.skippingSpaces(at: span.upperBound)] == "\n",
        span.lowerBound > 0
      else { continue }
      signOff = (Stated(span: span, year: year), month)
      return
    }
  }

  /// As many dates as most documents have at most.
  private static let usualCount = 8
  private static let longestTitle = 60
  private static let titleLines = 12
  private static let lastDates = 3
}
