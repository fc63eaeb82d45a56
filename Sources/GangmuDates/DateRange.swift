import HanText

extension DateText {
  /// The range that starts with a point, or nil where no second end follows.
  func range(from left: CalendarPoint) -> FoundDate? {
    guard let joint = rangeJoint(at: afterInclusion(at: left.end)), var right = rightEnd(at: joint, after: left) else {
      return nil
    }
    var left = left
    if left.isDayAlone, match(DateVeto.afterDayAlone, at: right.end) != nil { return nil }
    inherit(&right, from: &left)
    var interval = EDTFInterval(start: left.dates.first, end: right.dates.last)
    if interval.isBackward, rollOver(&right, past: left) { interval.end = right.dates.last }
    var end = right.end
    if let tail = tail(at: end, of: left.start), tail.tail == .until { end = tail.end }
    return FoundDate(
      shape: left.isYearAlone && right.isYearAlone ? .yearRange : .range, form: .range, span: left.start..<end,
      interval: interval, points: [left, right])
  }

  /// The left end of a range that leaves its unit to the right end: 2016—2020年, 17—23日.
  ///
  /// - Parameter isListed: Whether a day stands before it in a list: 9月17—19日、24—26日.
  func bareLeft(at offset: Int, isListed: Bool) -> CalendarPoint? {
    if let day = bareDay(at: offset, isListed: isListed) { return day }
    guard let number = number(at: offset), number.notation != .han, number.knownCount + number.markCount == 4,
      let joint = rangeJoint(at: number.end), let (digits, notation) = yearDigits(number), notation == .full,
      let right = year(at: joint), right.notation == .full || isLaterTwoDigit(right, than: digits)
    else { return nil }
    var point = CalendarPoint(start: offset)
    point.year = digits
    point.yearNotation = .full
    point.style = .unitless
    point.end = number.end
    return point
  }

  /// 89年 after 1985.
  private func isLaterTwoDigit(_ right: YearReading, than left: DigitPattern) -> Bool {
    guard right.notation == .twoDigit, let left = left.value, let right = right.digits.value else { return false }
    return right % 100 > left % 100
  }

  /// 17 before 23日 after 於 or 本月: a day alone that leaves its 日 to the right end.
  private func bareDay(at offset: Int, isListed: Bool) -> CalendarPoint? {
    guard let number = number(at: offset), number.notation == .arabic, number.markCount == 0,
      let digits = number.twoDigits,
      let joint = rangeJoint(at: number.end), day(at: joint) != nil, isListed || isOpenedDay(offset)
    else { return nil }
    var point = CalendarPoint(start: offset)
    point.day = digits
    point.style = .unitless
    point.end = number.end
    return point
  }

  private func rightEnd(at offset: Int, after left: CalendarPoint) -> CalendarPoint? {
    if left.isYearAlone, let first = left.year, let year = year(at: offset), isLaterTwoDigit(year, than: first),
      let century = first.value.map({ $0 / 100 * 100 }), let last = year.digits.value
    {
      var right = point(at: offset) ?? CalendarPoint(start: offset)
      right.year = DigitPattern(century + last % 100, width: 4)
      right.end = max(right.end, year.end)
      return right
    }
    if let right = point(at: offset), isRightEnd(right, of: left) { return right }
    if left.style == .numeric, left.day != nil, let right = numericRest(at: offset) { return right }
    if left.month != nil, left.portion != nil, let portion = match(MonthPortion.ofMonth, at: offset) {
      var right = CalendarPoint(start: offset)
      right.month = left.month
      right.portion = portion.payload
      right.end = portion.end
      return right
    }
    if let right = periodEnd(at: offset, after: left) { return right }
    guard left.day != nil, left.style != .numeric, let day = unitlessDay(at: offset) else { return nil }
    var right = CalendarPoint(start: offset)
    right.day = day.digits
    right.style = .unitless
    right.end = day.end
    finish(&right)
    return right
  }

  /// 月底 of the left end's month, 年底 of its year: 9月17日至年底.
  private func periodEnd(at offset: Int, after left: CalendarPoint) -> CalendarPoint? {
    guard let month = left.month, self[offset] == "月" || self[offset] == "年",
      self[offset + 1] == "底" || self[offset + 1] == "末"
    else { return nil }
    var right = CalendarPoint(start: offset)
    right.month = self[offset] == "月" ? month : DigitPattern(12, width: 2)
    right.portion = .lastDay
    right.end = offset + 2
    return right
  }

  /// Whether two points can be the ends of one range.
  private func isRightEnd(_ right: CalendarPoint, of left: CalendarPoint) -> Bool {
    if right.style == .compact { return left.style == .compact }
    if left.isYearAlone { return right.year != nil }
    if right.isYearAlone { return false }
    if right.isDayAlone { return left.day != nil }
    return !left.isDayAlone || right.day != nil
  }

  /// Gives the right end what it leaves out.
  private func inherit(_ right: inout CalendarPoint, from left: inout CalendarPoint) {
    if right.month == nil, right.day != nil { right.month = left.month }
    if right.year == nil {
      right.year = left.year
      right.yearNotation = left.yearNotation
    } else if case .fromNamed(let distance) = right.yearWord, let year = left.year {
      // 2018年9月至次年6月
      right.year = year.value.map { DigitPattern($0 + distance, width: 4) } ?? year
    }
  }

  /// 2016年12月25日至1月5日 ends in the next year: nothing else can be meant where the right end states no year.
  private func rollOver(_ right: inout CalendarPoint, past left: CalendarPoint) -> Bool {
    guard let year = left.year?.value, right.year?.value == year, !isYearStated(in: right),
      let first = left.month?.value, let last = right.month?.value, last < first
    else { return false }
    right.year = DigitPattern(year + 1, width: 4)
    return true
  }

  private func isYearStated(in point: CalendarPoint) -> Bool {
    if year(at: point.start) != nil { return true }
    return number(at: point.start).flatMap { numericPoint($0, at: point.start) } != nil
  }
}
