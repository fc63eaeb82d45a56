import HanText

extension DateText {
  /// 2016年 without a month: the year of what follows it. 2016—2020年 and 2016年前 name no one year.
  func yearAlone(endingAt offset: Int) -> DocumentYears.Stated? {
    let start = offset - 4
    guard let number = number(at: start), number.end == offset, number.markCount == 0,
      number.notation != .han, (1900...2099).contains(number.value), !self[start - 1].isAny([.digit, .hanNumeral]),
      self[start - 1] != "-", self[start - 1] != "~", self[start - 1] != "至", self[start - 1] != "到",
      tail(at: offset + 1, of: start) == nil, rangeJoint(at: offset + 1) == nil
    else { return nil }
    return DocumentYears.Stated(span: start..<offset + 1, year: number.value)
  }

  /// A cheap look at what stands before a 屆, 個 or 次.
  func mayCountEdition(before counter: Int) -> Bool {
    switch anchor(at: counter - 1) {
    case .digit, .hanNumeral: true
    default: self[counter - 1] == "首"
    }
  }

  /// The edition that is counted at a 屆, 個 or 次.
  func edition(at counter: Int, of series: YearlySeriesTable) -> DocumentYears.Stated? {
    var start = counter - 1
    while start > counter - 5, self[start].isAny([.digit, .hanNumeral]) { start -= 1 }
    guard self[start] == "第" || (self[start] == "首" && start == counter - 1),
      let name = seriesName(at: counter + 1, series)
    else { return nil }
    if self[start] == "首" { return DocumentYears.Stated(span: start..<name.end, year: name.payload) }
    guard let number = number(at: start + 1), number.end == counter, number.value > 0, number.value < 200 else {
      return nil
    }
    return DocumentYears.Stated(span: start..<name.end, year: name.payload + number.value - 1)
  }

  /// The name of a series, also one in quotation marks: 第21个全国“安全生产月”.
  private func seriesName(at offset: Int, _ series: YearlySeriesTable) -> (payload: Int, end: Int)? {
    if let name = match(series.firstYears, at: offset) { return name }
    let isNational = self[offset] == "全" && self[offset + 1] == "国"
    let quote = isNational ? offset + 2 : offset
    guard self[quote].isAny([.quote, .open]) else { return nil }
    return match(series.firstYears, at: quote + 1)
  }

  /// A number that ends its line, behind nothing but the issuer's sign: a number inside a sentence is another document's.
  func ownNumber(endingAt offset: Int, lineStart: Int) -> DocumentYears.Stated? {
    guard offset - lineStart <= 24, self[skippingSpaces(at: offset + 1)] == "\n" else { return nil }
    for open in lineStart..<offset {
      guard self[open].isAny([.open]), let number = number(at: open + 1), number.knownCount == 4,
        number.markCount == 0, self[number.end].isAny([.close]), (1949...2099).contains(number.value)
      else { continue }
      return DocumentYears.Stated(span: open..<number.end + 1, year: number.value)
    }
    return nil
  }
}
