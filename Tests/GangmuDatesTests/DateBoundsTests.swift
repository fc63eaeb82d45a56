import GangmuDates
import HanText
import Testing

@Suite("First and last day")
struct DateBoundsTests {
  @Test(
    "of a value",
    arguments: [
      ("2016年9月20日", "2016-09-20", "2016-09-20"), ("9月19—25日", "XXXX-09-19", "XXXX-09-25"),
      ("2016年9月", "2016-09-01", "2016-09-30"),
      ("20xx年2月", "20XX-02-01", "20XX-02-2X"), ("2020年2月", "2020-02-01", "2020-02-29"),
      ("9月__日", "XXXX-09-01", "XXXX-09-30"),
      ("9月1x日", "XXXX-09-10", "XXXX-09-19"), ("2016—2020年", "2016-01-01", "2020-12-31"), ("9月26日前", "-", "XXXX-09-26"),
      ("2023年9月1日起", "2023-09-01", "-"), ("2012年起", "2012-01-01", "-"), ("2019年上半年", "2019-01-01", "2019-06-30"),
      ("2018-19学年", "2018-01-01", "2019-12-31"), ("20xx年xx月xx日", "20XX-01-01", "20XX-12-31"),
      ("6月底前", "-", "XXXX-06-30"), ("每月15日", "-", "-"),
    ])
  func bounds(_ text: String, _ first: String, _ last: String) throws {
    let date = try #require(DateReader().dates(in: FoldedText(text)).dates.first, "\(text)")
    #expect(
      date.first ?? "-" == first && date.last ?? "-" == last, "\(text): got \(date.first ?? "-") \(date.last ?? "-")")
  }
}
