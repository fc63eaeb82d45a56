import Foundation
import Gangmu
import GangmuTables
import Testing

@Suite struct DatabaseTests {
  private let workspace: Workspace
  private let records: [Record]

  init() throws {
    workspace = try Workspace()
    let golden = try Workspace.golden()
    records = try golden.map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
    let input = try workspace.write(golden, to: "records.jsonl")
    try workspace.export([input], to: "records.sqlite")
  }

  private func rows(_ sql: String) throws -> [[String]] { try workspace.rows("records.sqlite", sql) }

  @Test func `every element of every list is a row`() throws {
    let counts: [(String, (Record) -> Int)] = [
      ("documents", { _ in 1 }), ("sections", \.sections.count), ("dates", \.dates.count), ("themes", \.themes.count),
      ("responsibilities", \.responsibilities.count), ("citations", \.citations.count), ("contacts", \.contacts.count),
      ("attachments", \.attachments.count), ("labels", \.labels.count), ("parts", \.parts.count),
      ("warnings", \.warnings.count), ("noise", \.noise.count), ("repairs", \.repairs.count),
      ("statements", { $0.slogans.count + $0.audience.count + $0.places.count + $0.budget.count + $0.awards.count }),
      ("source_map", { _ in 0 }), ("copies", { _ in 0 }), ("classes", { _ in 0 }),
    ]
    #expect(Set(counts.map(\.0)) == Set(Table.all.map(\.name)))
    for (table, count) in counts {
      #expect(try rows("SELECT count(*) FROM \(table)") == [[String(records.reduce(0) { $0 + count($1) })]], "\(table)")
    }
  }

  @Test func `values are those of the records`() throws {
    let dates = records.flatMap { record in
      record.dates.map {
        [$0.text, "\($0.span.lowerBound)", "\($0.span.upperBound)", $0.edtf ?? "NULL", $0.rule, "\($0.confidence)"]
      }
    }
    #expect(
      try rows("SELECT text, span_start, span_end, edtf, rule, confidence FROM dates ORDER BY document, position")
        == dates)
    let actors = records.flatMap { record in
      record.responsibilities.map { [$0.actor.text, "\($0.actor.span.lowerBound)", $0.task?.text ?? "NULL"] }
    }
    #expect(
      try rows("SELECT actor, actor_start, task FROM responsibilities ORDER BY document, position") == actors)
    let sections = records.flatMap { record in
      record.sections.map { [$0.marker, $0.heading ?? "NULL", $0.isInline ? "1" : "0", "\($0.level)"] }
    }
    #expect(try rows("SELECT marker, heading, inline, level FROM sections ORDER BY document, section") == sections)
  }

  @Test func `a span quotes its value in SQL too`() throws {
    for (table, value) in [("dates", "text"), ("themes", "text"), ("citations", "text"), ("labels", "label")] {
      let span = table == "labels" ? "label" : "span"
      #expect(
        try rows(
          """
          SELECT count(*) FROM \(table) t JOIN documents d USING (document)
          WHERE substr(d.text, t.\(span)_start + 1, t.\(span)_end - t.\(span)_start) <> t.\(value)
          """) == [["0"]], "\(table)")
    }
  }

  @Test func `references hold, and the index agrees with the texts`() throws {
    #expect(try rows("PRAGMA foreign_key_check") == [])
    #expect(try rows("PRAGMA integrity_check") == [["ok"]])
    #expect(try rows("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)") == [])
  }

  @Test func `every view answers`() throws {
    let views = try rows("SELECT name FROM sqlite_master WHERE type = 'view'").map { $0[0] }
    #expect(views.count == 10)
    for view in views {
      #expect(try !rows("SELECT * FROM \(view)").isEmpty, "\(view)")
    }
    let open = records.reduce(0) { count, record in
      count
        + record.dates.filter { $0.year == nil && ($0.edtf ?? "").replacing("../", with: "").prefix(4).contains("X") }
        .count
    }
    #expect(try rows("SELECT count(*) FROM open_years") == [[String(open)]])
    #expect(
      try rows("SELECT documents FROM coverage WHERE field = 'sections'") == [
        ["\(records.filter { !$0.sections.isEmpty }.count)"]
      ])
  }

  @Test func `the file needs no other file beside it and names its program`() throws {
    #expect(try rows("PRAGMA journal_mode") == [["delete"]])
    #expect(try rows("PRAGMA application_id") == [["1735288685"]])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: workspace.path).sorted() == [
        "records.jsonl", "records.sqlite",
      ])
  }
}
