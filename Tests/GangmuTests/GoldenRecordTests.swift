import Foundation
import Gangmu
import Testing

/// The records of `Fixtures/pages`, as they were when someone last read them.
///
/// Where a change is meant, `script/update-golden` writes them anew.
@Suite struct GoldenRecordTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

  @Test(arguments: ["cybersecurity-week.txt"])
  func `records are the golden ones`(page: String) throws {
    let bytes = try Data(contentsOf: Self.fixtures.appending(path: "pages/\(page)"))
    let golden = try Data(
      contentsOf: Self.fixtures.appending(path: "golden/\(page.split(separator: ".").dropLast().joined()).jsonl"))
    let expected = try golden.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Record.self, from: Data($0))
    }
    let records = try PageParser().records(bytes: Array(bytes), uri: "Fixtures/pages/\(page)")
    #expect(records.map(\.title) == expected.map(\.title))
    for (record, golden) in zip(records, expected) where record != golden {
      Issue.record("\(record.title ?? "(no title)")\n\(difference(from: golden, to: record))")
    }
  }

  /// The lines in which two records differ, each with its number: `-` as it was, `+` as it is.
  private func difference(from old: Record, to new: Record) -> String {
    let (old, new) = (lines(of: old), lines(of: new))
    let changes = new.difference(from: old).map { change in
      switch change {
      case .remove(let offset, let line, _): (offset, "\(offset + 1) - \(line)")
      case .insert(let offset, let line, _): (offset, "\(offset + 1) + \(line)")
      }
    }
    let shown = changes.sorted { $0.0 < $1.0 }.prefix(40).map(\.1)
    return (shown + (changes.count > shown.count ? ["… \(changes.count - shown.count) more"] : [])).joined(
      separator: "\n")
  }

  private func lines(of record: Record) -> [String] {
    String(decoding: record.json(.pretty), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
