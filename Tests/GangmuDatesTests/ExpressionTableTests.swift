import GangmuDates
import HanText
import Testing

@Suite("The table of expressions")
struct ExpressionTableTests {
  @Test("words, value and years of each", arguments: try Fixture.rows("dates/expressions.tsv"))
  func expression(_ row: [String]) {
    let text = FoldedText(row[0])
    let dates = DateReader().dates(in: text).dates
    let found = dates.map { text.string($0.span) + "=" + ($0.edtf ?? $0.rrule ?? "-") }.joined(separator: ";")
    #expect(found == (row.count > 1 ? row[1] : ""), "\(row[0]): got \(found)")
    let years = dates.first.map { $0.yearCandidates.map(String.init).joined(separator: " ") } ?? ""
    #expect(years == (row.count > 2 ? row[2] : ""), "\(row[0]): got \(years)")
    for date in dates {
      #expect(date.edtf.map { EDTFValidator.isValid($0) && EDTFValidator.isInProfile($0) } ?? true, "\(row[0])")
    }
  }
}
