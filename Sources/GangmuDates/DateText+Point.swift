import HanText

extension DateText {
  /// The point at an offset: with or without a year, down to a month, a part of it or a day.
  func point(at offset: Int) -> CalendarPoint? {
    var numeral = number(at: offset)
    if let numeral, let figures = figures(numeral, at: offset) { return figures }
    if numeral == nil, let republic = republicFigures(at: offset) { return republic }
    var point = CalendarPoint(start: offset)
    var next = offset
    if let year = year(at: offset, numeral) {
      point.year = year.digits
      point.yearNotation = year.notation
      point.yearWord = year.word
      point.end = year.end
      next = afterYear(point.end)
      numeral = number(at: next)
    }
    if let month = month(at: next, numeral) ?? monthPair(at: next) ?? bareMonth(at: next, numeral) {
      point.month = month.digits
      point.end = month.end
      if let last = month.last {
        point.month = nil
        point.portion = .months(last - 1, last)
      } else {
        readWithinMonth(&point, numeral: month.number)
      }
    } else if point.year != nil {
      readWithinYear(&point, numeral, at: next)
    } else if let numeral, let day = day(numeral) {
      point.day = day.digits
      point.end = day.end
      finish(&point)
    }
    // 16年 counts years as often as it names one, and 今年 is no date before a month makes it one.
    if point.isYearAlone, point.yearNotation == .deictic || point.yearNotation == .twoDigit { return nil }
    return point.end > offset ? point : nil
  }

  /// A date in figures, with its year or without.
  private func figures(_ number: CalendarNumber, at offset: Int) -> CalendarPoint? {
    guard number.notation == .arabic, number.knownCount == 8 || Self.isSeparator(self[number.end]) else { return nil }
    if let point = numericPoint(number, at: offset) { return point }
    if let point = shortNumericPoint(number, at: offset) { return point }
    return monthFirstPoint(at: offset)
  }

  /// 2016年的9月, 2016年 9月.
  private func afterYear(_ end: Int) -> Int {
    let next = skippingSpaces(at: end)
    return self[next] == "的" || self[next] == "之" ? next + 1 : next
  }

  /// The left end of 9—10月, which leaves its 月 to the right.
  private func bareMonth(at offset: Int, _ number: CalendarNumber?) -> MonthReading? {
    guard let number, let digits = number.twoDigits, number.markCount == 0,
      (1...12).contains(number.value), let joint = rangeJoint(at: number.end), self.number(at: joint) != nil,
      let right = month(at: joint)
    else { return nil }
    // 9-10月 is a range of months; in 9-10月5日 the hyphen is another thing.
    return day(at: skippingSpaces(at: right.end)) == nil ? MonthReading(digits: digits, end: number.end) : nil
  }

  private func readWithinMonth(_ point: inout CalendarPoint, numeral: CalendarNumber?) {
    let next = skippingSpaces(at: point.end)
    if let day = day(at: next) ?? hanDayAfterHanMonth(at: next, month: numeral) {
      point.day = day.digits
      point.end = day.end
      finish(&point)
    } else if self[point.end - 1] == "月", let day = unitlessDay(at: point.end) {
      point.day = day.digits
      point.end = day.end
      point.style = .unitless
      finish(&point)
    } else if let portion = match(MonthPortion.ofMonth, at: self[next] == "的" ? next + 1 : next),
      self[portion.end - 1] != "初" || !self[portion.end].isAny([.hanNumeral, .digit])
    {
      point.portion = portion.payload
      point.end = portion.end
    } else if let week = weekOfMonth(at: next) {
      point.portion = week.portion
      point.end = week.end
    } else if let month = point.month?.value, month != 2 || point.year?.value != nil,
      let days = countedDays(at: next, of: CivilCalendar.days(inMonth: month, of: point.year?.value))
    {
      point.portion = days.portion
      point.end = days.end
    } else if let numeral, numeral.notation != .arabic, self[point.end - 1] == "月", point.year == nil {
      point.style = .hanMonth
    }
  }

  /// 九月二十 with 日 lost, only where a weekday follows in brackets or a right end has the 日 (九月十七至二十三日): 八月十五 is
  /// the Moon Festival.
  private func hanDayAfterHanMonth(at offset: Int, month: CalendarNumber?) -> (digits: DigitPattern, end: Int)? {
    guard let month, month.notation != .arabic, let number = number(at: offset), number.notation != .arabic,
      let digits = number.twoDigits
    else { return nil }
    let isJoined = rangeJoint(at: number.end).map { day(at: $0) != nil } ?? false
    return isJoined || !company(at: number.end).weekdays.isEmpty ? (digits, number.end) : nil
  }

  /// Reads what follows a year that has no month: 2016年國慶節, 2016年第三季度, 2016年底, 2016年9.17日, 2016年3、6、9月.
  func readWithinYear(_ point: inout CalendarPoint, _ numeral: CalendarNumber? = nil, at next: Int) {
    if let numeral, numeral.notation == .arabic {
      if Self.isSeparator(self[numeral.end]), let pair = shortNumericPoint(numeral, at: next) {
        (point.month, point.day, point.weekdays, point.time) = (pair.month, pair.day, pair.weekdays, pair.time)
        point.end = pair.end
        return
      }
      if self[numeral.end] == "、", let member = listMember(at: next), member.point.month != nil {
        point.month = member.point.month
        point.style = .unitless
        point.end = member.point.end
        return
      }
    }
    if let name = namedDay(at: self[next] == "的" ? next + 1 : next), let day = name.day.day(in: point.year?.value) {
      point.month = DigitPattern(name.day.month, width: 2)
      point.day = DigitPattern(day, width: 2)
      point.style = .named
      point.end = name.end
      finish(&point)
      return
    }
    if let end = yearEnd(at: next) {
      point.portion = .lastDay
      point.end = end
      return
    }
    // 今年上半年 says no more than 上半年, unless a reference date makes a year of it.
    guard point.yearNotation != .deictic else { return }
    if let quarters = quarters(at: next) ?? match(MonthPortion.ofYear, at: next) {
      point.portion = quarters.payload
      point.end = quarters.end
      // 三季度末 is the last day of its last month.
      if case .months(_, let last) = quarters.payload, self[point.end] == "末" || self[point.end] == "底" {
        point.month = DigitPattern(last, width: 2)
        point.portion = .lastDay
        point.end += 1
      }
    } else if let portion = countedPortionOfYear(at: self[next] == "的" ? next + 1 : next) {
      if case .yearDay = portion.portion, point.year?.value == nil { return }
      if case .yearWeek = portion.portion, point.year?.value == nil { return }
      point.portion = portion.portion
      point.end = portion.end
      if case .yearDay = portion.portion { finish(&point) }
    }
  }

  /// 底, 末, 年底 or 年末 after a year.
  private func yearEnd(at offset: Int) -> Int? {
    let sign = self[offset] == "年" ? offset + 1 : offset
    return self[sign] == "底" || self[sign] == "末" ? sign + 1 : nil
  }

  /// Takes the weekday and the time of day beside a day.
  func finish(_ point: inout CalendarPoint) {
    let company = company(at: point.end)
    point.weekdays = company.weekdays
    point.time = company.time
    point.end = company.end
  }
}
