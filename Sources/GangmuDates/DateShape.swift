/// A shape of calendar expression: what it is called in a record, and how sure a match of it is.
enum DateShape: UInt8, Sendable {
  /// 9月19日, 20__年9月17日(星期一)
  case day
  /// 9月20為主題教育日: the 日 was lost
  case unitlessDay
  /// 2016-09-20, 2016.9.20, 2016/9/20
  case numericDay
  /// 20160920
  case compactDay
  /// 3 of 3、6、9月, 12 of 9月9、12、15日: its unit stands at the end of the list
  case listed
  /// 12日 after 9月9日、
  case listedDay
  /// 本月15日, 於15日, 9日上午: the month is another sentence's
  case dayAlone
  /// 9月, 2016年9月
  case month
  /// 三月, in Han numerals without a year
  case hanMonth
  /// 2016.09
  case numericMonth
  /// 9月上旬, 9月底
  case monthPart
  /// 9月第三周
  case week
  /// 2016年第二季度, 2016年上半年, 2016年底
  case yearPart
  /// 9月19—25日
  case range
  /// 2016—2020年
  case yearRange
  /// 2016—2017學年
  case academicYear
  /// 9月19日前, 截至9月19日
  case deadline
  /// 9月10日起
  case openStart
  /// 即日起至10月15日
  case fromNow
  /// 每年9月份第三周, 每月15日, 每周三
  case recurring
  /// 2016年國慶節: a named day of a stated year
  case namedDay
  /// 明天, 下周三, 上個月, 三天後: only with a reference date
  case relative

  /// The stable id that a record shows as `rule`.
  var id: String {
    switch self {
    case .day: "date.day"
    case .unitlessDay: "date.day.unitless"
    case .numericDay: "date.day.numeric"
    case .compactDay: "date.day.compact"
    case .listed: "date.listed"
    case .listedDay: "date.day.listed"
    case .dayAlone: "date.day.alone"
    case .month: "date.month"
    case .hanMonth: "date.month.han"
    case .numericMonth: "date.month.numeric"
    case .monthPart: "date.month.part"
    case .week: "date.week"
    case .yearPart: "date.year.part"
    case .range: "date.range"
    case .yearRange: "date.range.years"
    case .academicYear: "date.academic_year"
    case .deadline: "date.deadline"
    case .openStart: "date.open_start"
    case .fromNow: "date.from_now"
    case .recurring: "date.recurring"
    case .namedDay: "date.day.named"
    case .relative: "date.relative"
    }
  }

  /// How sure a match is, in 0…1.
  var confidence: Double {
    switch self {
    case .day: 0.98
    case .range, .academicYear, .deadline, .fromNow: 0.97
    case .openStart: 0.96
    case .monthPart, .recurring: 0.95
    case .numericDay: 0.93
    case .month: 0.92
    case .listedDay, .yearPart, .namedDay: 0.9
    case .unitlessDay, .listed, .week, .yearRange: 0.85
    case .relative: 0.8
    case .dayAlone: 0.75
    case .hanMonth: 0.7
    case .compactDay, .numericMonth: 0.6
    }
  }
}
