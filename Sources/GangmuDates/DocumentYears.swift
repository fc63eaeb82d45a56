import HanText

/// What a document says about the years of its dates beside the dates that leave them open: years that it states, its
/// title, its number, its sign-off, numbered editions of yearly events. Gathered in one pass.
struct DocumentYears {
  /// A year and the words that state it.
  struct Stated {
    let span: Range<Int>
    let year: Int
  }

  /// Years that stand in the text, in reading order: of dates, and alone (2016年).
  private(set) var stated: [Stated] = []
  /// Numbered editions (第五屆國家網絡安全宣傳周), in reading order.
  private(set) var editions: [Stated] = []
  /// The first of them, where all are of one year.
  private(set) var onlyEdition: Stated?
  /// The year in the first line, where that names one and no more.
  private(set) var title: Stated?
  /// The document's own number, on a short line of its own: 中網辦發文〔2016〕2號.
  private(set) var number: Stated?
  /// The day on which the document was signed: a date alone on its line, near the end.
  private(set) var signOff: (stated: Stated, month: Int)?
  /// Where the line of each date begins.
  private(set) var lineStarts: [Int] = []
  /// The year of all stated days, where it is one and the same.
  private(set) var common: Stated?

  init(text: DateText, dates: [DateExpression], years: [YearState], series: YearlySeriesTable) {
    gather(text, dates, years, series)
    if let first = editions.first, editions.allSatisfy({ $0.year == first.year }) { onlyEdition = first }
    readTitle(text)
    readSignOff(text, dates, years)
    common = Self.common(dates, years)
  }

  private static func common(_ dates: [DateExpression], _ years: [YearState]) -> Stated? {
    var common: Stated?
    for index in dates.indices where years[index].isDay {
      guard let year = years[index].digits.value else { continue }
      if let common, common.year != year { return nil }
      if common == nil { common = Stated(span: dates[index].span, year: year) }
    }
    return common
  }

  // MARK: Gathering

  private mutating func gather(
    _ text: DateText, _ dates: [DateExpression], _ years: [YearState], _ series: YearlySeriesTable
  ) {
    var next = 0
    var lineStart = 0
    var offset = 0
    lineStarts.reserveCapacity(dates.count)
    while true {
      offset = Self.nextAnchor(
        in: text.units, from: offset, to: next < dates.count ? dates[next].span.lowerBound : text.units.count)
      if offset == text.units.count { return }
      if next < dates.count, offset == dates[next].span.lowerBound {
        lineStarts.append(lineStart)
        if let year = years[next].digits.value, dates[next].form == .single || dates[next].form == .range,
          dates[next].rule != DateShape.yearRange.id, dates[next].rule != DateShape.academicYear.id
        {
          stated.append(Stated(span: dates[next].span, year: year))
        }
        offset = dates[next].span.upperBound
        next += 1
        continue
      }
      switch text.units[offset] {
      case "\n": lineStart = offset + 1
      case "年":
        if let year = yearAlone(text, endingAt: offset) { stated.append(year) }
      case "届", "个", "次":
        if let edition = edition(text, at: offset, series) { editions.append(edition) }
      case "号":
        if number == nil, let own = ownNumber(text, endingAt: offset, lineStart: lineStart) { number = own }
      default: break
      }
      offset += 1
    }
  }

  /// The first unit from an offset on that says something about a year, or the end.
  private static func nextAnchor(in units: [FoldUnit], from start: Int, to end: Int) -> Int {
    units.withUnsafeBufferPointer { units in
      anchors.withUnsafeBufferPointer { anchors in
        var offset = start
        while offset < end, !anchors[Int(units[offset].rawValue)] { offset += 1 }
        return offset
      }
    }
  }

  private static let anchors: [Bool] = {
    var table = [Bool](repeating: false, count: 0x10000)
    for unit in FoldUnit.fold("\n年届个次号") { table[Int(unit.rawValue)] = true }
    return table
  }()

  /// 2016年 without a month: the year of what follows it. 2016—2020年 and 2016年前 name no one year.
  private func yearAlone(_ text: DateText, endingAt offset: Int) -> Stated? {
    let start = offset - 4
    guard let number = text.number(at: start), number.end == offset, number.markCount == 0,
      number.notation != .han, (1900...2099).contains(number.value), !text[start - 1].isAny([.digit, .hanNumeral]),
      text[start - 1] != "-", text[start - 1] != "~", text[start - 1] != "至", text[start - 1] != "到",
      text.tail(at: offset + 1, of: start) == nil, text.rangeJoint(at: offset + 1) == nil
    else { return nil }
    return Stated(span: start..<offset + 1, year: number.value)
  }

  private func edition(_ text: DateText, at counter: Int, _ series: YearlySeriesTable) -> Stated? {
    var start = counter - 1
    while start > counter - 5, text[start].isAny([.digit, .hanNumeral]) { start -= 1 }
    guard text[start] == "第" || (text[start] == "首" && start == counter - 1),
      let name = text.match(series.firstYears, at: counter + 1)
    else { return nil }
    if text[start] == "首" { return Stated(span: start..<name.end, year: name.payload) }
    guard let number = text.number(at: start + 1), number.end == counter, number.value > 0, number.value < 200 else {
      return nil
    }
    return Stated(span: start..<name.end, year: name.payload + number.value - 1)
  }

  /// A number that ends its line, behind nothing but the issuer's sign: a number inside a sentence is another document's.
  private func ownNumber(_ text: DateText, endingAt offset: Int, lineStart: Int) -> Stated? {
    guard offset - lineStart <= 24, text[text.skippingSpaces(at: offset + 1)] == "\n" else { return nil }
    for open in lineStart..<offset {
      guard text[open].isAny([.open]), let number = text.number(at: open + 1), number.knownCount == 4,
        number.markCount == 0, text[number.end].isAny([.close]), (1949...2099).contains(number.value)
      else { continue }
      return Stated(span: open..<number.end + 1, year: number.value)
    }
    return nil
  }

  // MARK: Places

  private mutating func readTitle(_ text: DateText) {
    var end = 0
    while end < min(text.units.count, Self.longestTitle), text[end] != "\n" { end += 1 }
    // A day in the first line is a date line's, not a title's.
    guard text[end] == "\n", end < text.units.count, let first = stated.first, first.span.upperBound <= end,
      text[first.span.upperBound - 1] == "年"
    else { return }
    let others = stated.dropFirst().prefix { $0.span.upperBound <= end }
    if others.allSatisfy({ $0.year == first.year }) { title = first }
  }

  private mutating func readSignOff(_ text: DateText, _ dates: [DateExpression], _ years: [YearState]) {
    for index in dates.indices.suffix(Self.lastDates).reversed() {
      let (date, state) = (dates[index], years[index])
      guard date.form == .single, state.isDay, let year = state.digits.value, let month = state.month else { continue }
      let span = date.span
      guard text[span.lowerBound - 1].isAny([.lineEnd, .space]), text[text.skippingSpaces(at: span.upperBound)] == "\n",
        span.lowerBound > 0
      else { continue }
      signOff = (Stated(span: span, year: year), month)
      return
    }
  }

  private static let longestTitle = 60
  private static let lastDates = 3
}
