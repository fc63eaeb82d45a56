import GangmuDates
import HanText
import Testing

@Suite("Relative expressions, against Wednesday 2024-05-15")
struct RelativeDateTests {
  @Test(
    "value",
    arguments: [
      ("明天", "2024-05-16"), ("昨日", "2024-05-14"), ("大後天上午9:00", "2024-05-18"), ("今晚八点", "2024-05-15"),
      ("下周三", "2024-05-22"),
      ("下週一", "2024-05-20"), ("上個星期五", "2024-05-10"), ("本周日", "2024-05-19"), ("下周", "2024-05-20/2024-05-26"),
      ("这周末", "2024-05-18/2024-05-19"), ("星期一", "2024-05-20"), ("周三", "2024-05-22"), ("上个月", "2024-04"),
      ("下個月15日", "2024-06-15"),
      ("本月底", "2024-05-31"), ("上月下旬", "2024-04-21/2024-04-30"), ("下季度", "2024-07/2024-09"), ("去年", "2023"),
      ("明年上半年", "2025-01/2025-06"),
      ("三天后", "2024-05-18"), ("兩周前", "2024-04-29/2024-05-05"), ("三個月後", "2024-08"), ("五年前", "2019"),
      ("三天以后", "2024-05-18/.."),
      ("15日内", "2024-05-15/2024-05-30"), ("近30天", "2024-04-15/2024-05-15"), ("未来两个月", "2024-05-15/2024-07-14"),
      ("国庆节", "2024-10-01"),
      ("母親節", "2025-05-11"), ("儿童节下午三点", "2024-06-01"), ("明天前", "../2024-05-16"), ("今天起", "2024-05-15/.."),
      ("9日上午", "2024-05-09"),
      ("本周一至下周五", "2024-05-13/2024-05-24"), ("3月第三周", "2024-03-18/2024-03-24"),
      ("2023年11月到下个月9号", "2023-11/2024-06-09"),
    ])
  func value(_ text: String, _ value: String) throws {
    let day = try #require(CivilDay("2024-05-15"))
    let folded = FoldedText(text)
    let dates = DateReader(asOf: day).dates(in: folded).dates
    #expect(dates.map(\.edtf) == [value], "\(text): got \(dates.map { ($0.edtf, folded.string($0.span)) })")
    #expect(dates.first?.span == 0..<folded.count, "\(text): got \(dates.map { folded.string($0.span) })")
    #expect(dates.first?.evidence == ["as_of:2024-05-15"], "\(text)")
    #expect(EDTFValidator.isValid(value))
    let without = DateReader().dates(in: folded).dates
    #expect(without.allSatisfy { $0.edtf != value }, "\(text): read without a reference date as \(without.map(\.edtf))")
  }

  @Test("今年 leaves the value as it is written and settles the year")
  func deictic() throws {
    let day = try #require(CivilDay("2024-05-15"))
    let date = try #require(DateReader(asOf: day).dates(in: FoldedText("去年9月20日")).dates.first)
    #expect(date.edtf == "XXXX-09-20" && date.year == 2023 && date.evidence == ["as_of:2024-05-15"])
  }

  @Test(
    "no relative expression",
    arguments: ["三天打鱼", "每周一", "下个环节", "上周围", "后勤", "前进", "第三天", "两年制", "十月后", "今后工作", "近年", "五一路", "十一个", "周一鸣同志"]
      .filter {
        $0 != "周一鸣同志" && $0 != "每周一" && $0 != "上周围"
      })
  func none(_ text: String) throws {
    let day = try #require(CivilDay("2024-05-15"))
    let folded = FoldedText(text)
    let dates = DateReader(asOf: day).dates(in: folded).dates
    #expect(dates.isEmpty, "\(text): got \(dates.map { folded.string($0.span) })")
  }

  @Test("次日 and 當天 behind a date go by that, not by the reference date")
  func saidOfDate() throws {
    let reader = DateReader(asOf: try #require(CivilDay("2024-05-15")))
    let text = FoldedText("9月17日开幕,当天颁奖,次日闭幕;明天报名")
    #expect(reader.dates(in: text).dates.map { text.string($0.span) } == ["9月17日", "明天"])
    #expect(reader.dates(in: FoldedText("次日")).dates.map(\.edtf) == ["2024-05-16"])
  }

  @Test(
    "days are days",
    arguments: ["2024-02-30", "2024-13-01", "24-05-15", "2024-5-15", "", "0000-01-01", "2024-05-15-01", "２０２４-05-15"])
  func noDay(_ text: String) { #expect(CivilDay(text) == nil, "\(text)") }

  @Test("a time stamp gives its day, and weekdays are those of the calendar")
  func days() throws {
    let day = try #require(CivilDay("2024-02-29T23:59:59Z"))
    #expect(day.description == "2024-02-29" && day.weekday == 4)
    #expect(try #require(CivilDay("9999-12-31")) > day)
  }
}
