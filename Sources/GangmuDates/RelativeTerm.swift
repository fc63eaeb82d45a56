import HanText

/// A word that names a day, a week, a month or a year by its distance from the day on which a page was written.
enum RelativeTerm: Sendable, Hashable {
  case day(Int)
  /// 今晚: a day and the half of it.
  case dayPart(Int, TimeOfDay.Period)
  case week(Int)
  case month(Int)
  case quarter(Int)
  case year(Int)

  /// 今天, 下周, 上個月, in all the ways in which they are written.
  static let words: PhraseTable<RelativeTerm> = {
    var words: [(String, RelativeTerm)] = []
    func add(_ term: RelativeTerm, _ names: String) {
      words += names.split(separator: " ").map { (String($0), term) }
    }
    add(.day(-3), "大前天 大前日")
    add(.day(-2), "前天 前日")
    add(.day(-1), "昨天 昨日 寻日 琴日")
    add(.day(0), "今天 今日 本日 当日 当天")
    add(.day(1), "明天 明日 听日 次日 翌日")
    add(.day(2), "后天 后日")
    add(.day(3), "大后天 大后日")
    add(.day(4), "大大后天")
    for (day, prefix) in [(-1, "昨"), (0, "今"), (0, "当"), (1, "明")] {
      add(.dayPart(day, .afternoon), prefix + "晚 " + prefix + "夜")
      add(.dayPart(day, .morning), prefix + "早 " + prefix + "晨")
    }
    let distances = [
      (-3, "上上上"), (-2, "上上"), (-1, "上"), (-1, "上一"), (0, "这"), (0, "这一"), (0, "本"), (0, "今"), (0, "此"), (1, "下"),
      (1, "下一"),
      (2, "下下"), (3, "下下下"),
    ]
    for (distance, prefix) in distances {
      for word in ["周", "星期", "礼拜", "个周", "个星期", "个礼拜"] { add(.week(distance), prefix + word) }
      for word in ["个月", "月", "月份", "个月份"] where prefix != "今" || word.hasPrefix("个") {
        add(.month(distance), prefix + word)
      }
      for word in ["季度", "个季度"] { add(.quarter(distance), prefix + word) }
    }
    add(.month(0), "当月 同月")
    add(.month(1), "次月")
    add(.year(-3), "大前年")
    add(.year(-2), "前年")
    add(.year(-1), "去年 上年 上一年")
    add(.year(0), "今年 本年 这一年 本年度")
    add(.year(1), "明年 下年 下一年 来年")
    add(.year(2), "后年")
    return PhraseTable(words)
  }()
}

extension DateText {
  /// Whether 次日, 翌日, 當日 or 當天 stands at an offset: the day of another date, or the one after it.
  func isSaidOfDate(at offset: Int) -> Bool {
    match(Self.wordsOfDates, at: offset) != nil
  }

  private static let wordsOfDates = PhraseTable<Bool>(["次日", "翌日", "当日", "当天", "当晚", "次月", "当月", "同月"])
}

/// The unit in which a distance is counted: 三天後, 兩周前.
enum CountedUnit: Sendable {
  case day
  case week
  case month
  case quarter
  case year

  static let words = PhraseTable<CountedUnit>([
    ("天", .day), ("日", .day), ("周", .week), ("个周", .week), ("星期", .week), ("个星期", .week), ("礼拜", .week), ("个礼拜", .week),
    ("个月", .month), ("月", .month), ("个季度", .quarter), ("年", .year),
  ])
}

/// What makes a distance of a count: before it (近30天, 前兩周) or after it (三天後, 15日內).
enum CountedDirection: Sendable {
  /// 三天後: a point after the reference.
  case after
  /// 三天前: a point before it.
  case before
  /// 三天以後: from then on.
  case fromThen
  /// 三天以前: until then.
  case untilThen
  /// 三天內, 未來三天: from the reference to then.
  case within
  /// 近三天: from then to the reference.
  case recent
  /// 下三周: whole units that follow the present one.
  case next
  /// 上兩周: whole units before the present one.
  case previous

  static let tails = PhraseTable<CountedDirection>([
    ("后", .after), ("前", .before), ("之后", .fromThen), ("以后", .fromThen), ("之前", .untilThen), ("以前", .untilThen),
    ("内", .within), ("以内", .within), ("之内", .within), ("以来", .recent),
  ])

  static let heads = PhraseTable<CountedDirection>([
    ("近", .recent), ("最近", .recent), ("过去", .recent), ("过去的", .recent), ("未来", .within), ("今后", .within), ("下", .next),
    ("后", .next), ("上", .previous), ("前", .previous),
  ])
}
