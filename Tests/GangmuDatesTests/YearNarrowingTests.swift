import GangmuDates
import HanText
import Testing

@Suite("Years that the day of the week leaves")
struct YearNarrowingTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let text: String
    let candidates: [Int]
    let evidence: [String]
    var testDescription: String { text }
  }

  @Test(
    "a weekday removes years",
    arguments: [
      Line(
        text: "20__年9月17日(星期一)至9月23日(星期日)", candidates: [2001, 2007, 2012, 2018, 2029],
        evidence: ["weekday:星期一", "weekday:星期日"]),
      Line(
        text: "20xx年9月17日至23日（週一至週日）", candidates: [2001, 2007, 2012, 2018, 2029],
        evidence: ["weekday:週一", "weekday:週日"]),
      Line(text: "201x年9月17日(一)", candidates: [2012, 2018], evidence: ["weekday:一"]),
      Line(text: "4月15日（周五）", candidates: [1994, 2005, 2011, 2016, 2022], evidence: ["weekday:周五"]),
      Line(text: "20xx年4月15日星期五", candidates: [2005, 2011, 2016, 2022], evidence: ["weekday:星期五"]),
      Line(text: "20xx年2月29日", candidates: [2000, 2004, 2008, 2012, 2016, 2020, 2024, 2028], evidence: ["day:02-29"]),
      Line(text: "201x年2月29日(周一)", candidates: [2016], evidence: ["weekday:周一", "day:02-29"]),
      Line(text: "20xx年4月15日", candidates: [], evidence: []),
      Line(text: "2016年4月15日(星期五)", candidates: [], evidence: []),
    ])
  func narrowing(_ line: Line) throws {
    let date = try #require(DateReader().dates(in: FoldedText(line.text)).dates.first, "\(line.text)")
    #expect(date.yearCandidates == line.candidates, "\(line.text): got \(date.yearCandidates)")
    #expect(date.evidence == line.evidence, "\(line.text): got \(date.evidence)")
    #expect(date.year == (line.candidates.count == 1 ? line.candidates[0] : nil), "\(line.text)")
  }

  @Test(
    "a contradiction is a warning, never a correction",
    arguments: [
      ("2016年9月17日(星期一)", "2016-09-17", "date.weekday_conflict"),
      ("201x年2月29日(周二)", "201X-02-29", "date.weekday_conflict"),
      ("2月30日", "", "date.impossible"),
      ("2019年2月29日", "", "date.impossible"),
      ("2019年13月5日", "", "date.impossible"),
      ("9月31日至10月3日", "", "date.impossible"),
      ("2019年9月25日至2019年9月19日", "2019-09-25 2019-09-19", "date.backward"),
    ])
  func warnings(_ text: String, _ values: String, _ code: String) {
    let result = DateReader().dates(in: FoldedText(text))
    #expect(
      result.dates.compactMap(\.edtf).joined(separator: " ") == values, "\(text): got \(result.dates.map(\.edtf))")
    #expect(result.warnings.map(\.code) == [code], "\(text): got \(result.warnings)")
  }

  @Test(
    "a time of day stands beside its date",
    arguments: [
      ("9月23日上午12:00前", "12:00"), ("9月23日下午3点半", "15:30"), ("9月23日晚8时", "20:00"), ("9月23日(周五下午2:30)", "14:30"),
      ("2019-09-23 08:05:10", "08:05"), ("9月23日9:00—11:30", "09:00"), ("九月二十三日上午九點", "09:00"),
      ("每周三下午3点", "15:00"), ("每週五14:00", "14:00"), ("每月15日上午9时", "09:00"), ("每月最后一个工作日下午2点", "14:00"),
      ("每年4月23日上午10点", "10:00"), ("周一至周五8:00", "08:00"), ("每个工作日9点", "09:00"),
    ])
  func times(_ text: String, _ time: String) {
    let folded = FoldedText(text)
    let dates = DateReader().dates(in: folded).dates
    #expect(dates.map(\.time) == [time], "\(text): got \(dates)")
    #expect(dates.first?.span == 0..<folded.count, "\(text): got \(dates.map { folded.string($0.span) })")
  }
}
