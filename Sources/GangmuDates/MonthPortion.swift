import HanText

/// A part of a month or of a year that has a name: 上旬, 月底, 第三周, 上半年, 第二季度.
enum MonthPortion: Sendable, Hashable {
  /// Days of the month, from the first to the last, which is the month's end where it is nil.
  case days(Int, Int?)
  /// 月底: the month's last day.
  case lastDay
  /// 月初, 月中: no days that a reader could count.
  case vague
  /// 第三周: which days these are depends on the year; -1 is the last.
  case week(Int)
  /// 第三個星期五: the ordinal and the weekday.
  case weekdayOrdinal(Int, Int)
  /// Months of the year, from the first to the last.
  case months(Int, Int)
  /// 第52周 of a year, counted as ISO 8601 does.
  case yearWeek(Int)
  /// 第十天 of a year.
  case yearDay(Int)

  /// After 9月 or 9月份.
  static let ofMonth = PhraseTable<MonthPortion>([
    ("上旬", .days(1, 10)), ("中旬", .days(11, 20)), ("下旬", .days(21, nil)), ("上中旬", .days(1, 20)),
    ("中上旬", .days(1, 20)), ("中下旬", .days(11, nil)), ("下中旬", .days(11, nil)), ("上、中旬", .days(1, 20)),
    ("中、下旬", .days(11, nil)), ("底", .lastDay), ("末", .lastDay), ("月底", .lastDay), ("月末", .lastDay),
    ("初", .vague), ("月初", .vague), ("上半月", .days(1, 15)), ("下半月", .days(16, nil)),
  ])

  /// After a stated year; alone (上半年) they are no date.
  static let ofYear = PhraseTable<MonthPortion>([
    ("上半年", .months(1, 6)), ("下半年", .months(7, 12)), ("前三季度", .months(1, 9)),
    ("首季", .months(1, 3)), ("首季度", .months(1, 3)), ("首月", .months(1, 1)),
  ])
}

extension DateText {
  /// 第三季度, 二季度, 第3季, 三、四季度, 一至三季度: the months from the first to the last.
  func quarters(at offset: Int) -> (payload: MonthPortion, end: Int)? {
    guard let first = quarter(at: offset) else { return nil }
    var last = first
    while self[last.end] != "季" {
      let next = rangeJoint(at: last.end) ?? (self[last.end] == "、" || self[last.end] == "和" ? last.end + 1 : nil)
      guard let next, let later = quarter(at: next), later.value > last.value else { return nil }
      last = later
    }
    // 第三季 may be the third run of a show: 季 alone counts quarters only behind 第.
    guard self[last.end + 1] == "度" || self[offset] == "第" else { return nil }
    let end = self[last.end + 1] == "度" ? last.end + 2 : last.end + 1
    return (.months(3 * first.value - 2, 3 * last.value), end)
  }

  private func quarter(at offset: Int) -> (value: Int, end: Int)? {
    guard let number = number(at: self[offset] == "第" ? offset + 1 : offset), (1...4).contains(number.value),
      number.markCount == 0
    else { return nil }
    return (number.value, number.end)
  }
}

extension DateText {
  /// 第三周, 第三個星期五, 最後一周, after a month or after 每月.
  func weekOfMonth(at offset: Int) -> (portion: MonthPortion, end: Int)? {
    var offset = offset
    if self[offset] == "的" { offset += 1 }
    var ordinal: Int
    if let last = match(Self.lastWords, at: offset) {
      ordinal = -1
      offset = last.end
    } else {
      guard self[offset] == "第", let number = number(at: offset + 1), number.markCount == 0,
        (1...5).contains(number.value)
      else { return nil }
      ordinal = number.value
      offset = number.end
    }
    if self[offset] == "个" { offset += 1 }
    guard let word = match(WeekdayMark.words, at: offset) else { return nil }
    guard let day = WeekdayMark.value(of: self[word.end]) else { return (.week(ordinal), word.end) }
    return (.weekdayOrdinal(ordinal, day), word.end + 1)
  }

  private static let lastWords = PhraseTable<Bool>(["最后一", "最后1", "最末一"])
}

extension DateText {
  /// 前兩個季度, 前十一個月, 後三月, 第8個月, 第52周, 第十天, after a year.
  func countedPortionOfYear(at offset: Int) -> (portion: MonthPortion, end: Int)? {
    let head = self[offset]
    guard head == "前" || head == "后" || head == "第", let number = number(at: offset + 1), number.markCount == 0,
      number.value > 0
    else { return nil }
    let sign = self[number.end] == "个" ? number.end + 1 : number.end
    let count = number.value
    if let week = match(WeekdayMark.words, at: sign), head == "第", count <= 53 {
      // 第一個星期五 is another thing, as 第一周 of 一月 is.
      return WeekdayMark.value(of: self[week.end]) == nil || sign == number.end ? (.yearWeek(count), week.end) : nil
    }
    switch (head, self[sign]) {
    case ("前", "季") where count <= 4: return (.months(1, 3 * count), self[sign + 1] == "度" ? sign + 2 : sign + 1)
    case ("后", "季") where count <= 4: return (.months(13 - 3 * count, 12), self[sign + 1] == "度" ? sign + 2 : sign + 1)
    case ("前", "月") where count <= 12: return (.months(1, count), sign + 1)
    case ("后", "月") where count <= 12: return (.months(13 - count, 12), sign + 1)
    case ("第", "月") where count <= 12 && sign > number.end: return (.months(count, count), sign + 1)
    case ("第", "天") where count <= 366: return (.yearDay(count), sign + 1)
    default: return nil
    }
  }

  /// 前4天, 最後五天, after a month of so many days.
  func countedDays(at offset: Int, of length: Int) -> (portion: MonthPortion, end: Int)? {
    let isLast = self[offset] == "最" && self[offset + 1] == "后"
    guard isLast || self[offset] == "前" || self[offset] == "头" || self[offset] == "后",
      let number = number(at: isLast ? offset + 2 : offset + 1), number.markCount == 0, number.value > 0,
      number.value < length, self[number.end] == "天"
    else { return nil }
    let isFirst = self[offset] == "前" || self[offset] == "头"
    return (isFirst ? .days(1, number.value) : .days(length - number.value + 1, length), number.end + 1)
  }
}
