import HanText

/// One end of a relative expression, resolved: the days that it stands for, and the offset after its words.
struct RelativePoint {
  var first: EDTFDate?
  var last: EDTFDate?
  var time: ClockTime?
  var end: Int
}

extension DateText {
  /// 明天, 下周三, 上個月15日, 三天後, 國慶節: resolved against the reference date; nil where none is given.
  ///
  /// Weeks begin on Monday, and 下周三 is the Wednesday of the next week, as Chinese has it. A weekday or a named day alone is
  /// the next one. 三天後 is a day, 三天以後 all days from it on.
  func relative(at offset: Int) -> FoundDate? {
    guard let reference, var point = relativePoint(at: offset, from: reference) else { return nil }
    var form = DateExpression.Form.single
    if point.first != nil, let joint = rangeJoint(at: point.end), let right = relativePoint(at: joint, from: reference),
      right.last != nil
    {
      point.last = right.last
      point.end = right.end
    } else if point.first != nil, let tail = tail(at: point.end, of: offset) {
      switch tail.tail {
      case .before, .until: (point.first, form) = (nil, .deadline)
      case .from, .after: (point.last, form) = (nil, .openStart)
      case .about: break
      }
      point.end = tail.end
    }
    if form == .single, point.first != point.last {
      form = point.first == nil ? .deadline : point.last == nil ? .openStart : .range
    }
    let interval = EDTFInterval(start: point.first, end: point.last)
    guard !interval.isBackward else { return nil }
    var named = CalendarPoint(start: offset)
    named.end = point.end
    named.year = (point.first ?? point.last)?.year
    named.time = point.time
    return FoundDate(
      shape: .relative, form: form, span: offset..<point.end, interval: interval, points: [named],
      evidence: ["as_of:" + reference.description])
  }

  func relativePoint(at offset: Int, from reference: CivilDay) -> RelativePoint? {
    if let word = match(RelativeTerm.words, at: offset) {
      switch word.payload {
      case .day(let distance): return day(reference.adding(days: distance), end: word.end)
      case .dayPart(let distance, let period):
        return dayPart(reference.adding(days: distance), period, end: word.end)
      case .week(let distance): return week(reference.monday.adding(days: 7 * distance), end: word.end)
      case .month(let distance): return month(reference.month(adding: distance), end: word.end)
      case .quarter(let distance):
        let first = reference.month(adding: 3 * distance - (reference.month - 1) % 3)
        return RelativePoint(
          first: EDTFDate(monthOf: first), last: EDTFDate(monthOf: first.month(adding: 2)), end: word.end)
      case .year(let distance): return year(reference.year + distance, end: word.end)
      }
    }
    if let mark = weekday(at: offset), self[offset - 1] != "每", self[offset - 1] != "逢",
      !isWeekdayOfDate(mark, limit: 3)
    {
      let distance = (mark.value - reference.weekday + 6) % 7 + 1
      return day(reference.adding(days: distance), end: mark.span.upperBound)
    }
    if let name = namedDay(at: offset), !self[offset].isAny(.hanNumeral) || name.end > offset + 2 {
      return next(name.day, from: reference).flatMap { day($0, end: name.end) }
    }
    return counted(at: offset, from: reference)
  }

  /// 2014年11月到下個月9號: an end that its own words state and one that they do not.
  func rangeToRelative(from left: CalendarPoint) -> FoundDate? {
    guard let reference, let joint = rangeJoint(at: left.end), let right = relativePoint(at: joint, from: reference),
      let last = right.last, left.year?.value != nil
    else { return nil }
    return FoundDate(
      shape: .relative, form: .range, span: left.start..<right.end,
      interval: EDTFInterval(start: left.dates.first, end: last), points: [left],
      evidence: ["as_of:" + reference.description])
  }

  // MARK: Units

  private func day(_ day: CivilDay, end: Int) -> RelativePoint {
    let company = company(at: end)
    return RelativePoint(first: EDTFDate(day), last: EDTFDate(day), time: company.time, end: company.end)
  }

  private func dayPart(_ day: CivilDay, _ period: TimeOfDay.Period, end: Int) -> RelativePoint {
    let time = clock(at: skippingSpaces(at: end), period: period)
    return RelativePoint(first: EDTFDate(day), last: EDTFDate(day), time: time?.clock, end: time?.end ?? end)
  }

  private func week(_ monday: CivilDay, end: Int) -> RelativePoint {
    // 下周三, and 下周周三.
    let place = match(WeekdayMark.words, at: end)?.end ?? end
    let unit = self[place]
    if unit == "末" {
      return RelativePoint(
        first: EDTFDate(monday.adding(days: 5)), last: EDTFDate(monday.adding(days: 6)), end: place + 1)
    }
    if let value = WeekdayMark.value(of: unit), unit.digitValue == nil {
      return day(monday.adding(days: value - 1), end: place + 1)
    }
    return RelativePoint(first: EDTFDate(monday), last: EDTFDate(monday.adding(days: 6)), end: end)
  }

  private func month(_ first: CivilDay, end: Int) -> RelativePoint {
    let next = skippingSpaces(at: end)
    if let numeral = self.day(at: next), let value = numeral.digits.value,
      let day = CivilDay(year: first.year, month: first.month, day: value)
    {
      return self.day(day, end: numeral.end)
    }
    var point = CalendarPoint(start: end)
    point.year = DigitPattern(first.year, width: 4)
    point.yearNotation = .full
    point.month = DigitPattern(first.month, width: 2)
    point.end = end
    if let portion = match(MonthPortion.ofMonth, at: next) {
      (point.portion, point.end) = (portion.payload, portion.end)
    } else if let week = weekOfMonth(at: next) {
      (point.portion, point.end) = (week.portion, week.end)
    }
    return RelativePoint(first: point.dates.first, last: point.dates.last, end: point.end)
  }

  private func year(_ year: Int, end: Int) -> RelativePoint? {
    guard (1...9999).contains(year) else { return nil }
    var point = CalendarPoint(start: end)
    point.year = DigitPattern(year, width: 4)
    point.yearNotation = .full
    point.end = end
    readWithinYear(&point, at: skippingSpaces(at: end))
    return RelativePoint(first: point.dates.first, last: point.dates.last, time: point.time, end: point.end)
  }

  /// The next such day, the reference date itself included.
  private func next(_ day: NamedDay, from reference: CivilDay) -> CivilDay? {
    for year in [reference.year, reference.year + 1] {
      guard let number = day.day(in: year), let found = CivilDay(year: year, month: day.month, day: number) else {
        continue
      }
      if found >= reference { return found }
    }
    return nil
  }

  // MARK: Counts

  /// 三天後, 兩周前, 15日內, 近30天, 未來兩個月.
  private func counted(at offset: Int, from reference: CivilDay) -> RelativePoint? {
    let head = match(CountedDirection.heads, at: offset)
    let start = head?.end ?? offset
    guard let number = number(at: start), number.markCount == 0, number.value > 0, number.knownCount <= 4,
      let unit = match(CountedUnit.words, at: number.end)
    else { return nil }
    if let head {
      if head.payload == .within || head.payload == .recent, let tail = match(CountedDirection.tails, at: unit.end),
        tail.payload == .within
      {
        return point(head.payload, number.value, unit.payload, from: reference, end: tail.end)
      }
      return point(head.payload, number.value, unit.payload, from: reference, end: unit.end)
    }
    // 9月後 names a month; 三個月後 counts. 2016年前 names a year.
    if unit.payload == .month, self[number.end] == "月" { return nil }
    if unit.payload == .year, number.knownCount == 4 || number.notation == .positional { return nil }
    guard let tail = match(CountedDirection.tails, at: unit.end), !self[tail.end].isAny(.hanNumeral) else { return nil }
    if tail.payload == .before, DateVeto.afterBefore.contains(self[tail.end]) { return nil }
    if tail.payload == .after, DateVeto.afterAfter.contains(self[tail.end]) { return nil }
    var found = point(tail.payload, number.value, unit.payload, from: reference, end: tail.end)
    // 六天後的3時1刻
    if unit.payload == .day, tail.payload == .after,
      let time = timeOfDay(at: self[tail.end] == "的" ? tail.end + 1 : tail.end), time.clock != nil
    {
      (found.time, found.end) = (time.clock, time.end)
    }
    return found
  }

  private func point(
    _ direction: CountedDirection, _ count: Int, _ unit: CountedUnit, from reference: CivilDay, end: Int
  ) -> RelativePoint {
    let here = EDTFDate(reference)
    switch direction {
    case .after: return unit.around(reference, count, end: end)
    case .before: return unit.around(reference, -count, end: end)
    case .fromThen: return RelativePoint(first: unit.around(reference, count, end: end).first, last: nil, end: end)
    case .untilThen: return RelativePoint(first: nil, last: unit.around(reference, -count, end: end).last, end: end)
    // Two months from the fourteenth end on the thirteenth.
    case .within:
      let last = unit.day(reference, count).map { unit == .day || unit == .week ? $0 : $0.adding(days: -1) }
      return RelativePoint(first: here, last: last.map { EDTFDate($0) }, end: end)
    case .recent: return RelativePoint(first: unit.day(reference, -count).map { EDTFDate($0) }, last: here, end: end)
    case .next:
      return RelativePoint(
        first: unit.around(reference, 1, end: end).first, last: unit.around(reference, count, end: end).last, end: end)
    case .previous:
      return RelativePoint(
        first: unit.around(reference, -count, end: end).first, last: unit.around(reference, -1, end: end).last, end: end
      )
    }
  }
}

extension CountedUnit {
  /// The day so many units away.
  fileprivate func day(_ day: CivilDay, _ count: Int) -> CivilDay? {
    switch self {
    case .day: return day.adding(days: count)
    case .week: return day.adding(days: 7 * count)
    case .month, .quarter, .year:
      let first = day.month(adding: count * (self == .month ? 1 : self == .quarter ? 3 : 12))
      return CivilDay(year: first.year, month: first.month, day: min(day.day, first.endOfMonth.day))
    }
  }

  /// The day, the week, the month or the year so many units away.
  fileprivate func around(_ day: CivilDay, _ count: Int, end: Int) -> RelativePoint {
    guard let there = self.day(day, count) else { return RelativePoint(end: end) }
    switch self {
    case .day: return RelativePoint(first: EDTFDate(there), last: EDTFDate(there), end: end)
    case .week:
      return RelativePoint(first: EDTFDate(there.monday), last: EDTFDate(there.monday.adding(days: 6)), end: end)
    case .month, .quarter:
      return RelativePoint(first: EDTFDate(monthOf: there), last: EDTFDate(monthOf: there), end: end)
    case .year:
      let year = EDTFDate(year: DigitPattern(there.year, width: 4))
      return RelativePoint(first: year, last: year, end: end)
    }
  }
}

extension EDTFDate {
  /// The month that a day lies in.
  fileprivate init(monthOf day: CivilDay) {
    self.init(year: DigitPattern(day.year, width: 4), month: DigitPattern(day.month, width: 2))
  }
}
