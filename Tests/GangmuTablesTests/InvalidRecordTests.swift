import GangmuTables
import Testing

/// Lines that would break a key of the tables, or the arithmetic on a number.
@Suite struct InvalidRecordTests {
  private static let section = #"""
    {"id":0,"parent":null,"level":1,"marker":"一、","numbering":"a","ordinal":1,"inline":false,"role":"other","span":[0,1]}
    """#
  private static let copy = #"{"cluster":0,"representative_row":0,"representative":"0","similarity":1.0}"#
  private static let bare = Workspace.bare(text: "好")

  private static let cases: [(line: String, reason: String)] = [
    (
      bare.replacing(#""sections":[]"#, with: #""sections":[\#(section),\#(section)]"#),
      "an id in `sections` is repeated"
    ),
    (Workspace.bare(text: "好", more: #","dates":[]"#), "`dates` is repeated"),
    (Workspace.bare(text: "好", more: #","text":"坏""#), "`text` is repeated"),
    (Workspace.bare(text: "好", more: #","format":"gangmu.document/1""#), "`format` is repeated"),
    (bare.replacing(#""suspect":0"#, with: #""suspect":0,"suspect":0"#), "`suspect` is repeated"),
    (Workspace.bare(text: "好", more: #","copy":[\#(copy),\#(copy)]"#), "`copy` is more than one"),
    (
      Workspace.bare(
        text: "好",
        more: #","copy":"# + copy.replacing(#"row":0"#, with: #"row":9223372036854775807"#)),
      "`representative_row` is too large"
    ),
  ]

  @Test(arguments: ["a.sqlite", "a.csv"])
  func `one is left out, and the others go on`(name: String) throws {
    let workspace = try Workspace()
    let input = try workspace.write([Self.bare] + Self.cases.map(\.line) + [Self.bare], to: "records.jsonl")
    let failures = try workspace.export([input], to: name)
    #expect(failures.count == Self.cases.count, "\(failures)")
    for (failure, (_, reason)) in zip(failures, Self.cases) {
      #expect(failure.contains("not a record: \(reason)") && failure.hasSuffix("(record.invalid)"), "\(failure)")
    }
    if name == "a.csv" {
      #expect(csvRows(try workspace.bytes("a.csv/documents.csv")).count == 3)
    } else {
      #expect(try workspace.rows(name, "SELECT count(*) FROM documents") == [["2"]])
    }
  }
}
