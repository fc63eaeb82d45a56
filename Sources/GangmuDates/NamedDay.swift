import HanText

/// A day that has a name: 國慶節, 母親節. Only beside a year (2016年國慶節), after 每年, or with a reference date is it a date; alone,
/// 五一, 三八婦女節 and the like name an occasion.
enum NamedDay: Sendable, Hashable {
  /// The same day of the same month each year.
  case fixed(month: Int, day: Int)
  /// The n-th such weekday of a month: the second Sunday of May.
  case ordinal(month: Int, ordinal: Int, weekday: Int)

  var month: Int {
    switch self {
    case .fixed(let month, _), .ordinal(let month, _, _): month
    }
  }

  /// Its day of the month in a year; of an unknown year only where each year has the same.
  func day(in year: Int?) -> Int? {
    switch self {
    case .fixed(_, let day): day
    case .ordinal(let month, let ordinal, let weekday):
      year.flatMap { CivilCalendar.day(ordinal: ordinal, weekday: weekday, month: month, year: $0) }
    }
  }

  /// Days of the Gregorian calendar only: 春節 and 端午 need the traditional one.
  static let table = PhraseTable<NamedDay>(
    names(of: .fixed(month: 1, day: 1), "元旦 元旦节 阳历新年")
      + names(of: .fixed(month: 2, day: 14), "情人节 圣瓦伦丁节")
      + names(of: .fixed(month: 3, day: 8), "妇女节 三八妇女节 国际妇女节 三八国际妇女节 三八节")
      + names(of: .fixed(month: 3, day: 12), "植树节")
      + names(of: .fixed(month: 3, day: 15), "消费者权益日 国际消费者权益日 三一五")
      + names(of: .fixed(month: 4, day: 1), "愚人节")
      + names(of: .fixed(month: 4, day: 15), "全民国家安全教育日 国家安全教育日")
      + names(of: .fixed(month: 4, day: 22), "世界地球日 地球日")
      + names(of: .fixed(month: 4, day: 23), "世界读书日 读书日")
      + names(of: .fixed(month: 5, day: 1), "劳动节 五一 五一节 五一劳动节 国际劳动节 五一国际劳动节")
      + names(of: .fixed(month: 5, day: 4), "青年节 五四青年节 五四")
      + names(of: .fixed(month: 5, day: 12), "护士节 国际护士节 防灾减灾日 全国防灾减灾日")
      + names(of: .fixed(month: 6, day: 1), "儿童节 六一儿童节 国际儿童节 六一国际儿童节 六一")
      + names(of: .fixed(month: 6, day: 5), "世界环境日 环境日")
      + names(of: .fixed(month: 7, day: 1), "建党节 七一 香港回归纪念日")
      + names(of: .fixed(month: 8, day: 1), "建军节 八一建军节 八一")
      + names(of: .fixed(month: 9, day: 10), "教师节")
      + names(of: .fixed(month: 9, day: 30), "烈士纪念日")
      + names(of: .fixed(month: 10, day: 1), "国庆 国庆节 十一 十一国庆节 十一国庆")
      + names(of: .fixed(month: 10, day: 10), "双十节")
      + names(of: .fixed(month: 10, day: 16), "老板节")
      + names(of: .fixed(month: 10, day: 31), "万圣节")
      + names(of: .fixed(month: 11, day: 8), "记者节")
      + names(of: .fixed(month: 11, day: 9), "全国消防日 消防宣传日")
      + names(of: .fixed(month: 12, day: 1), "世界艾滋病日")
      + names(of: .fixed(month: 12, day: 4), "国家宪法日 宪法日")
      + names(of: .fixed(month: 12, day: 13), "国家公祭日")
      + names(of: .fixed(month: 12, day: 20), "澳门回归纪念日")
      + names(of: .fixed(month: 12, day: 24), "平安夜")
      + names(of: .fixed(month: 12, day: 25), "圣诞 圣诞节")
      + names(of: .ordinal(month: 5, ordinal: 2, weekday: 7), "母亲节")
      + names(of: .ordinal(month: 5, ordinal: 3, weekday: 7), "全国助残日 助残日")
      + names(of: .ordinal(month: 6, ordinal: 3, weekday: 7), "父亲节")
      + names(of: .ordinal(month: 11, ordinal: 4, weekday: 4), "感恩节"))

  private static func names(of day: NamedDay, _ words: String) -> [(String, NamedDay)] {
    words.split(separator: " ").map { (String($0), day) }
  }

  /// What makes a name an occasion's: 2022年國家安全教育日活動方案 names no day.
  static let afterOccasion = PhraseTable<Bool>([
    "活动", "宣传", "主题", "系列", "专题", "方案", "庆祝", "表彰", "晚会", "工作", "文艺", "慰问", "演讲", "征文", "大会", "联欢", "快乐",
  ])

  /// What may follow a name that is two numerals, such as 十一, so that it is no numeral: 十一期間.
  static let afterNumerals = PhraseTable<Bool>(["期间", "假期", "长假", "黄金周", "小长假", "放假", "前", "后", "当天", "前后"])
}

extension DateText {
  /// The named day at an offset.
  func namedDay(at offset: Int) -> (day: NamedDay, end: Int)? {
    guard let name = match(NamedDay.table, at: offset) else { return nil }
    let isNumerals = name.end == offset + 2 && self[offset].isAny(.hanNumeral)
    if isNumerals, !self[name.end].isAny(.boundary), match(NamedDay.afterNumerals, at: name.end) == nil { return nil }
    if match(NamedDay.afterOccasion, at: name.end) != nil { return nil }
    return (name.payload, name.end)
  }
}
