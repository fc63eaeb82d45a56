import Foundation
import TestSupport
import Testing

@Suite struct DatesCommandTests {
  private struct Row: Decodable {
    let path: String
    let line: Int
    let span: [Int]
    let text: String
    let edtf: String?
    let role: String
    let first: String?
    let last: String?
    let time: String?
    let yearCandidates: [Int]
    let rrule: String?

    enum CodingKeys: String, CodingKey {
      case path, line, span, text, edtf, role, first, last, time, rrule
      case yearCandidates = "year_candidates"
    }
  }

  private func rows(_ run: Program) throws -> [Row] {
    try run.output.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
  }

  @Test func `each date is an object that its line holds at its span`() throws {
    let page = """
      讀書節活動方案
      　　一、活動時間:20__年9月17日(星期一)至9月23日

      \t二、請於9月26日上午12:00前報送𠀋總結,每月15日檢查。\r
      2023年3月1日
      """
    let run = try Program(["dates", "--jsonl", "-"], input: page)
    #expect(run.exitCode == 0 && run.errors == "", "\(run.errors)")
    let rows = try rows(run)
    let lines = page.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    #expect(rows.map(\.line) == [2, 4, 4, 5])
    for row in rows {
      var words = String.UnicodeScalarView()
      words.append(contentsOf: lines[row.line - 1][row.span[0]..<row.span[1]])
      #expect(String(words) == row.text, "line \(row.line): \(row.span)")
      #expect(row.path == "-")
    }
    #expect(rows.map(\.edtf) == ["20XX-09-17/20XX-09-23", "../XXXX-09-26", nil, "2023-03-01"])
    #expect(rows.map(\.role) == ["period", "deadline", "recurring", "issued"])
    #expect(rows.map(\.first) == ["20XX-09-17", nil, nil, "2023-03-01"])
    #expect(rows.map(\.last) == ["20XX-09-23", "XXXX-09-26", nil, "2023-03-01"])
    #expect(rows[1].time == "12:00" && rows[2].rrule == "FREQ=MONTHLY;BYMONTHDAY=15")
    #expect(rows[0].yearCandidates == [2001, 2007, 2012, 2018, 2029])
  }

  @Test func `a reference date resolves relative words, and without one they are left out`() throws {
    let with = try Program(["dates", "--jsonl", "--as-of", "2026-11-22", "-"], input: "下周三上午9:00開會")
    #expect(try rows(with).map(\.edtf) == ["2026-11-25"])
    #expect(try Program(["dates", "--jsonl", "-"], input: "下周三上午9:00開會").output == "")
    let wrong = try Program(["dates", "--as-of", "2026-02-30", "-"], input: "明天")
    #expect(wrong.exitCode == 64 && wrong.errors.contains("2026-02-30"), "\(wrong.errors)")
  }

  @Test func `the table shows path and line, value, role, years and words`() throws {
    let run = try Program(["dates", "-"], input: "時間:20__年9月17日(星期一)上午9:00\n")
    #expect(run.output.hasPrefix("-:1 "), "\(run.output)")
    for part in ["20XX-09-17 09:00", "2001 2007 2012 2018 2029", "20__年9月17日(星期一)上午9:00"] {
      #expect(run.output.contains(part), "\(run.output)")
    }
  }

  @Test func `a table of series that is none is refused with its line`() throws {
    let folder = try TemporaryFolder()
    let wrong = try folder.write("# 名\n茶文化節\t2003\t縣志\n沒有年份\n", to: "wrong.tsv")
    let run = try Program(["dates", "--series", wrong, "-"], input: "第二屆茶文化節於4月8日開幕")
    #expect(run.exitCode == 64 && run.errors.contains(":3:"), "\(run.errors)")
    let right = try folder.write("茶文化節\t2003\t縣志\n", to: "right.tsv")
    let good = try Program(["dates", "--jsonl", "--series", right, "-"], input: "第二屆茶文化節於4月8日開幕")
    #expect(try rows(good).map(\.yearCandidates) == [[2004]])
    withExtendedLifetime(folder) {}
  }
}
