import HanText

/// A day of the week that a page writes beside a date: (星期一), （週一）, 星期一, (五).
struct WeekdayMark: Sendable, Hashable {
  private let day: UInt8
  private let length: UInt8
  private let start: Int

  /// 1 for Monday to 7 for Sunday.
  var value: Int { Int(day) }
  /// Where its words stand, without brackets; at most four units.
  var span: Range<Int> { start..<start + Int(length) }

  init(value: Int, span: Range<Int>) {
    day = UInt8(truncatingIfNeeded: value)
    start = span.lowerBound
    length = UInt8(truncatingIfNeeded: span.count)
  }

  /// What stands before the day.
  static let words = PhraseTable<Bool>(["星期", "周", "礼拜"])

  /// The day that a unit names.
  static func value(of unit: FoldUnit) -> Int? {
    switch unit {
    case "一", "1": 1
    case "二", "2": 2
    case "三", "3": 3
    case "四", "4": 4
    case "五", "5": 5
    case "六", "6": 6
    case "日", "天", "末", "7": 7
    default: nil
    }
  }
}

/// At most two weekdays, those of the ends of a range; a list without storage of its own, since points are copied often.
struct WeekdayMarks: Sendable, Hashable, ExpressibleByArrayLiteral {
  private(set) var first: WeekdayMark?
  private(set) var second: WeekdayMark?

  init(arrayLiteral marks: WeekdayMark...) {
    for mark in marks { append(mark) }
  }

  var isEmpty: Bool { first == nil }

  mutating func append(_ mark: WeekdayMark) {
    if first == nil { first = mark } else { second = mark }
  }
}

/// What stands beside a date: a day of the week, a time of day, both; with the offset after it.
struct DateCompany {
  var weekdays: WeekdayMarks = []
  var time: ClockTime?
  var end: Int
}

extension DateText {
  /// The weekday and the time of day that follow a date whose own words end at an offset.
  func company(at offset: Int) -> DateCompany {
    var company = DateCompany(end: offset)
    if let bracket = weekdayBracket(at: skippingSpaces(at: offset)) {
      company = bracket
    } else if let mark = weekday(at: skippingSpaces(at: offset)) {
      company.weekdays = [mark]
      company.end = mark.span.upperBound
    } else if self[offset] == ",", let mark = weekday(at: skippingSpaces(at: offset + 1)),
      self[mark.span.upperBound].isAny([.lineEnd, .sentenceEnd, .close]) || self[mark.span.upperBound] == ","
    {
      // 2018年9月17日,星期一,晴
      company.weekdays = [mark]
      company.end = mark.span.upperBound
    }
    if company.time == nil, let time = timeOfDay(at: skippingSpaces(at: company.end)) {
      company.time = time.clock
      company.end = time.end
      if company.weekdays.isEmpty, let bracket = weekdayBracket(at: skippingSpaces(at: time.end)) {
        company.weekdays = bracket.weekdays
        company.end = bracket.end
      }
    }
    return company
  }

  /// The weekday right before a date: 周日, 二月十號; nil for 每周日 and 上周日.
  func weekdayBefore(_ offset: Int) -> WeekdayMark? {
    var end = offset
    while end > offset - 3, self[end - 1] == " " || self[end - 1] == "," || self[end - 1] == ")" { end -= 1 }
    guard let value = WeekdayMark.value(of: self[end - 1]), self[end - 1].digitValue == nil, self[end - 1] != "末" else {
      return nil
    }
    for length in 1...2 {
      let start = end - 1 - length
      guard let word = match(WeekdayMark.words, at: start), word.end == end - 1 else { continue }
      let before = self[start - 1]
      let isOther = before.isAny(.han) && before != "于" && before != "在" && before != "为" && before != "是"
      return isOther ? nil : WeekdayMark(value: value, span: start..<end)
    }
    return nil
  }

  /// Whether a date follows a weekday that it belongs to.
  func isWeekdayOfDate(_ mark: WeekdayMark, limit: Int) -> Bool {
    var next = mark.span.upperBound
    while next < mark.span.upperBound + limit, self[next] == " " || self[next] == "," { next += 1 }
    guard let point = point(at: next) else { return false }
    return point.month != nil && point.day != nil && weekdayBefore(next) == mark
  }

  /// 星期一, 周日: with its word.
  func weekday(at offset: Int) -> WeekdayMark? {
    guard let word = match(WeekdayMark.words, at: offset) else { return nil }
    let unit = self[word.end]
    // 周末 is no day of the week, 周1 is rare and stands in brackets.
    guard unit != "末", unit.digitValue == nil, let value = WeekdayMark.value(of: unit) else { return nil }
    return WeekdayMark(value: value, span: offset..<word.end + 1)
  }

  /// (星期一), (周一上午9:00), (星期六、星期日), (五); with its brackets.
  private func weekdayBracket(at offset: Int) -> DateCompany? {
    guard self[offset] == "(" || self[offset] == "[" || self[offset] == "【" else { return nil }
    var company = DateCompany(end: skippingSpaces(at: offset + 1))
    if let first = bracketedWeekday(at: company.end) {
      company.weekdays.append(first)
      company.end = skippingSpaces(at: first.span.upperBound)
      if let joint = weekdayJoint(at: company.end), let second = bracketedWeekday(at: joint) {
        company.weekdays.append(second)
        company.end = skippingSpaces(at: second.span.upperBound)
      }
    } else if let word = match(WeekdayMark.words, at: company.end), Self.isRedaction(self[word.end]) {
      // (星期x): part of the expression, though it says nothing.
      company.end = word.end
      while Self.isRedaction(self[company.end]), company.end < word.end + 3 { company.end += 1 }
    } else if let bracket = lunarBracket(at: company.end) {
      return bracket
    } else {
      return nil
    }
    if self[company.end] == "," || self[company.end] == "、" { company.end = skippingSpaces(at: company.end + 1) }
    if let time = timeOfDay(at: company.end) {
      company.time = time.clock
      company.end = skippingSpaces(at: time.end)
    } else if match(DateVeto.traditionalCalendar, at: company.end) != nil {
      // (星期一、農曆八月初八)
      let limit = company.end + 12
      while company.end < limit, self[company.end] != ")" { company.end += 1 }
    }
    guard self[company.end] == ")" || self[company.end] == "]" || self[company.end] == "】" else { return nil }
    company.end += 1
    return company
  }

  /// (農曆八月初八,星期一): the weekday behind the day of the traditional calendar.
  private func lunarBracket(at offset: Int) -> DateCompany? {
    guard match(DateVeto.traditionalCalendar, at: offset) != nil else { return nil }
    for place in offset + 4..<offset + 14 {
      if self[place] == ")" { return nil }
      if let mark = weekday(at: place), self[mark.span.upperBound] == ")" {
        var company = DateCompany(end: mark.span.upperBound + 1)
        company.weekdays = [mark]
        return company
      }
    }
    return nil
  }

  private func bracketedWeekday(at offset: Int) -> WeekdayMark? {
    if let word = match(WeekdayMark.words, at: offset), self[word.end] != "末",
      let value = WeekdayMark.value(of: self[word.end])
    {
      return WeekdayMark(value: value, span: offset..<word.end + 1)
    }
    guard let value = WeekdayMark.value(of: self[offset]), self[offset] != "末", self[offset].digitValue == nil else {
      return nil
    }
    return WeekdayMark(value: value, span: offset..<offset + 1)
  }

  private func weekdayJoint(at offset: Int) -> Int? {
    switch self[offset] {
    case "至", "到", "-", "~", "、", "和", "及": skippingSpaces(at: offset + 1)
    default: nil
    }
  }
}
