/// A shape of calendar expression: what it is called in a record, and how sure a match of it is.
struct DateShape: Sendable, Hashable {
  /// The stable id that a record shows as `rule`.
  let id: String
  /// How sure a match is, in 0…1.
  let confidence: Double

  /// 9月19日, 20__年9月17日(星期一)
  static let day = DateShape(id: "date.day", confidence: 0.98)
  /// 9月20為主題教育日: the 日 was lost
  static let unitlessDay = DateShape(id: "date.day.unitless", confidence: 0.85)
  /// 2016-09-20, 2016.9.20, 2016/9/20
  static let numericDay = DateShape(id: "date.day.numeric", confidence: 0.93)
  /// 20160920
  static let compactDay = DateShape(id: "date.day.compact", confidence: 0.6)
  /// 3 of 3、6、9月, 12 of 9月9、12、15日: its unit stands at the end of the list
  static let listed = DateShape(id: "date.listed", confidence: 0.85)
  /// 12日 after 9月9日、
  static let listedDay = DateShape(id: "date.day.listed", confidence: 0.9)
  /// 本月15日, 於15日, 9日上午: the month is another sentence's
  static let dayAlone = DateShape(id: "date.day.alone", confidence: 0.75)
  /// 9月, 2016年9月
  static let month = DateShape(id: "date.month", confidence: 0.92)
  /// 三月, in Han numerals without a year
  static let hanMonth = DateShape(id: "date.month.han", confidence: 0.7)
  /// 2016.09
  static let numericMonth = DateShape(id: "date.month.numeric", confidence: 0.6)
  /// 9月上旬, 9月底
  static let monthPart = DateShape(id: "date.month.part", confidence: 0.95)
  /// 9月第三周
  static let week = DateShape(id: "date.week", confidence: 0.85)
  /// 2016年第二季度, 2016年上半年, 2016年底
  static let yearPart = DateShape(id: "date.year.part", confidence: 0.9)
  /// 9月19—25日
  static let range = DateShape(id: "date.range", confidence: 0.97)
  /// 2016—2020年
  static let yearRange = DateShape(id: "date.range.years", confidence: 0.85)
  /// 2016—2017學年
  static let academicYear = DateShape(id: "date.academic_year", confidence: 0.97)
  /// 9月19日前, 截至9月19日
  static let deadline = DateShape(id: "date.deadline", confidence: 0.97)
  /// 9月10日起
  static let openStart = DateShape(id: "date.open_start", confidence: 0.96)
  /// 即日起至10月15日
  static let fromNow = DateShape(id: "date.from_now", confidence: 0.97)
  /// 每年9月份第三周, 每月15日, 每周三
  static let recurring = DateShape(id: "date.recurring", confidence: 0.95)
  /// 2016年國慶節: a named day of a stated year
  static let namedDay = DateShape(id: "date.day.named", confidence: 0.9)
  /// 明天, 下周三, 上個月, 三天後: only with a reference date
  static let relative = DateShape(id: "date.relative", confidence: 0.8)
}
