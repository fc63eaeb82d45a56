import Foundation
import Gangmu
import GangmuTables
import Testing

@Suite struct StatisticsTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  private struct Report: Decodable {
    struct Field: Decodable {
      let field: String, documents: Int, values: Int
    }
    struct Group: Decodable {
      struct Value: Decodable, Equatable {
        let value: String, count: Int
      }
      let distinct: Int, tooLowBy: Int, values: [Value]
    }
    let records: Int, failures: Int, pages: Int, bytes: Int
    let fields: [Field]
    let kinds: Group, years: Group?, actors: Group?, warnings: Group?, sources: Group?
  }

  private func report(_ paths: [String], top: Int = 10) throws -> Report {
    let json = DatasetStatistics(of: paths) { _ in }.json(top: top)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Report.self, from: Data(json.utf8))
  }

  @Test func `counts are those of the records`() throws {
    let golden = try Workspace.golden()
    let records = try golden.map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
    let input = try workspace.write(golden + ["no record"], to: "records.jsonl")
    let report = try report([input], top: 1000)
    #expect(report.records == records.count)
    #expect(report.failures == 1)
    #expect(report.bytes == golden.reduce(0) { $0 + $1.utf8.count })
    #expect(report.pages == Set(records.map(\.source.uri)).count)
    let fields = Dictionary(uniqueKeysWithValues: report.fields.map { ($0.field, $0) })
    #expect(fields["dates"]?.documents == records.filter { !$0.dates.isEmpty }.count)
    #expect(fields["awards"]?.values == records.reduce(0) { $0 + $1.awards.count })
    #expect(fields["places"]?.documents == records.filter { !$0.places.isEmpty }.count)
    #expect(fields["title"]?.documents == records.filter { $0.title != nil }.count)
    let kinds = Dictionary(grouping: records, by: \.kind.label.rawValue).mapValues(\.count)
    #expect(Dictionary(uniqueKeysWithValues: report.kinds.values.map { ($0.value, $0.count) }) == kinds)
    let warnings = records.reduce(0) { $0 + $1.warnings.count }
    #expect(report.warnings?.values.reduce(0) { $0 + $1.count } == warnings)
  }

  @Test func `every list of a record has a table`() throws {
    let golden = try Workspace.golden()
    let input = try workspace.write(golden, to: "records.jsonl")
    let fields = Set(try report([input]).fields.map(\.field))
    for line in golden {
      let record = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let lists = record.filter { $0.value is [Any] && !$0.key.hasSuffix("span") }.map(\.key)
      #expect(Set(lists).subtracting(fields) == [])
    }
  }

  @Test func `spellings that differ in script alone are one actor`() throws {
    let records = try ["主办单位：教务处、宣传部", "主辦單位:教務處"].map { try Workspace.record("读书节活动方案\n一、活动时间\n5月4日\n\($0)\n") }
    let input = try workspace.write(records, to: "records.jsonl")
    #expect(try report([input]).actors?.values.first == .init(value: "教务处", count: 2))
  }

  @Test func `values beyond what memory is given for are counted within the error told`() throws {
    let frequent = 3000
    let lines = (0..<26_000).map { number in
      let code = number % 13 == 0 && number / 13 < frequent ? "often" : "seldom.c\(number)"
      return Workspace.bare(text: "好").replacing(
        #""warnings":[]"#, with: #""warnings":[{"code":"\#(code)","span":null,"message":""}]"#)
    }
    let input = try workspace.write(lines, to: "records.jsonl")
    let warnings = try #require(try report([input], top: 1).warnings)
    let often = lines.filter { $0.contains("\"often\"") }.count
    #expect(warnings.values.first?.value == "often")
    let count = try #require(warnings.values.first?.count)
    #expect(count <= often && count + warnings.tooLowBy >= often, "\(count) of \(often), \(warnings.tooLowBy)")
    #expect(warnings.tooLowBy > 0)
  }

  @Test func `of years too the most frequent are listed, in their order, with how many there are`() throws {
    let text = (0..<9).map { "\(2010 + $0)年\(1 + $0)月4日" }.joined(separator: "、") + "、2018年5月5日、2012年6月6日"
    let input = try workspace.write([try Workspace.record("读书节活动方案\n一、活动时间\n\(text)\n")], to: "records.jsonl")
    let years = try #require(try report([input], top: 2).years)
    #expect(years.values == [.init(value: "2012", count: 2), .init(value: "2018", count: 2)])
    #expect(years.distinct == 9)
    let statistics = DatasetStatistics(of: [input]) { _ in }
    #expect(statistics.table(top: 2).contains("\nYears of dates (the 2 most frequent of 9)\n"))
    #expect(statistics.markdown(top: 2).contains("\n## Years of dates\n\nHere are the 2 most frequent of 9.\n"))
    #expect(statistics.table(top: 9).contains("\nYears of dates\n"))
  }

  @Test(arguments: [
    ("https://www.edu.cn/a/b.html", "www.edu.cn"), ("crawl.jsonl#12", "crawl.jsonl"),
    ("in/crawl.jsonl#3", "in/crawl.jsonl"),
    ("pages/a.txt", "pages"), ("计划.txt", "*.txt"), ("doc-017", "doc-*"), ("30006", "*"), ("1000.html", "*.html"),
  ])
  func `a source is what many pages have in common`(uri: String, source: String) throws {
    let record = Workspace.bare(text: "好").replacing(#""uri":"a.txt""#, with: #""uri":"\#(uri)""#)
    let input = try workspace.write([record], to: "records.jsonl")
    #expect(try report([input]).sources?.values == [.init(value: source, count: 1)])
  }

  @Test func `the dataset card opens with YAML and has a section for each question`() throws {
    let input = try workspace.write(try Workspace.golden(), to: "records.jsonl")
    let card = DatasetStatistics(of: [input]) { _ in }.markdown(top: 3)
    #expect(card.hasPrefix("---\nlanguage:\n- zh\nsize_categories:\n- n<1K\n"), "\(card.prefix(200))")
    for heading in ["## Fields", "## Kinds", "## Years of dates", "## Actors", "## Warnings"] {
      #expect(card.contains("\n\(heading)\n"), "\(heading)")
    }
    let table = DatasetStatistics(of: [input]) { _ in }.table(top: 3)
    #expect(table.hasPrefix("records"))
  }

  @Test func `an empty dataset has statistics too`() throws {
    let input = try workspace.write([""], to: "records.jsonl")
    let statistics = DatasetStatistics(of: [input]) { _ in }
    #expect(statistics.records == 0)
    #expect(statistics.markdown(top: 5).contains("0 documents"))
  }
}
