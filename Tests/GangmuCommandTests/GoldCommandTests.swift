import Gangmu
import TestSupport
import Testing

/// `gangmu parse --annotations brat`, `gangmu gold import` and `gangmu evaluate`.
@Suite struct GoldCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("gold")
    let plan = try folder.write("讀書節活動方案\n一、活動主題\n好書伴我成長\n二、活動時間\n2023年4月23日\n", to: "plan.txt")
    try folder.write(try Program("parse", plan).output, to: "records.jsonl")
  }

  private func evaluate(_ options: String...) throws -> Program {
    try Program(["evaluate", "--gold", folder.file("gold")] + options + [folder.file("records.jsonl")])
  }

  @Test func `annotations that were corrected are replaced by force alone`() throws {
    let arguments = ["parse", "--annotations", "brat", "--into", folder.file("brat"), folder.file("plan.txt")]
    #expect(try Program(arguments).exitCode == 0)
    #expect(try Program(arguments).exitCode == 0, "the same bytes are no loss")
    let written = try folder.text("brat/plan.txt.0.ann")
    try folder.write(written + "#1\tAnnotatorNotes T1\t改過\n", to: "brat/plan.txt.0.ann")
    let again = try Program(arguments)
    #expect(again.exitCode == 1)
    #expect(again.errors.contains("brat/plan.txt.0.ann: the file is there with other text"), "\(again.errors)")
    #expect(try folder.text("brat/plan.txt.0.ann").contains("改過"))
    #expect(try Program(arguments + ["--force"]).exitCode == 0)
    #expect(try folder.text("brat/plan.txt.0.ann") == written)
    #expect(try Program("parse", "--force", folder.file("plan.txt")).exitCode == 64)
  }

  @Test func `gold that was corrected is replaced by force alone`() throws {
    #expect(
      try Program("parse", "--annotations", "brat", "--into", folder.file("brat"), folder.file("plan.txt")).exitCode
        == 0)
    let arguments = ["gold", "import", folder.file("brat"), "--into", folder.file("gold")]
    #expect(try Program(arguments).exitCode == 0)
    #expect(try Program(arguments).exitCode == 0)
    let written = try folder.text("gold/plan.gold.json")
    try folder.write(written + "\n", to: "gold/plan.gold.json")
    let again = try Program(arguments)
    #expect(
      again.exitCode == 1 && again.errors.contains("gold.json: the file is there with other text"), "\(again.errors)")
    #expect(try folder.text("gold/plan.gold.json") == written + "\n")
    #expect(try Program(arguments + ["--force"]).exitCode == 0)
    #expect(try folder.text("gold/plan.gold.json") == written)
  }

  @Test func `a page of gold without a record is told, and where there are no others, instead of figures`() throws {
    for name in ["a", "b", "c", "d", "plan"] {
      try folder.write(#"{"page": "\#(name)", "documents": [{"title": "讀書節活動方案"}]}"#, to: "gold/\(name).gold.json")
    }
    let none = try evaluate()
    #expect(none.exitCode == 1 && none.output == "", "\(none.output)")
    #expect(none.errors.contains("the page 'c'") && !none.errors.contains("the page 'd'"), "\(none.errors)")
    #expect(none.errors.contains("2 more"), "\(none.errors)")
    try folder.write(#"{"page": "plan.txt", "documents": [{"title": "讀書節活動方案"}]}"#, to: "gold/plan.gold.json")
    let one = try evaluate()
    #expect(one.exitCode == 0 && one.output.contains("titles"), "\(one.output)")
    #expect(one.errors.contains("1 more"), "\(one.errors)")
  }

  @Test func `gold that is not there is an error alone`() throws {
    let empty = try evaluate()
    #expect(empty.exitCode == 1 && empty.output == "" && empty.errors.contains("no NAME.gold.json"), "\(empty.errors)")
    let missing = try Program("evaluate", "--gold", folder.file("none"), folder.file("records.jsonl"))
    #expect(
      missing.exitCode == 1 && missing.output == "" && missing.errors.contains("input.missing"), "\(missing.errors)")
  }

  @Test(arguments: [
    (#"{"title": 1}"#, "'documents[0].title' is no string"), ("7", "'documents[0]' is no object"),
    (#"{"themes": "好書"}"#, "'documents[0].themes' is no list"),
    (#"{"title": null, "sections": [{"level": "1"}]}"#, "'documents[0].sections[0].level' is no integer"),
    (#"{"dates": [{"edtf": null}, {"text": []}]}"#, "'documents[0].dates[1].text' is no string"),
  ])
  func `a value of the wrong type is named by its key`(document: String, message: String) throws {
    try folder.write(#"{"page": "plan.txt", "documents": [\#(document)]}"#, to: "gold/plan.gold.json")
    let run = try evaluate()
    #expect(run.exitCode == 1 && run.errors.contains(message), "\(run.errors)")
  }

  @Test func `misses are listed by the names of fields`() throws {
    try folder.write(
      #"{"page": "plan.txt", "documents": [{"dates": [{"text": "四月", "edtf": "2023-04"}]}]}"#, to: "gold/plan.gold.json"
    )
    #expect(try evaluate("--misses", "dates").output.contains("missed: 四月 | 2023-04"))
    let wrong = try evaluate("--misses", "colour")
    #expect(wrong.exitCode == 64 && wrong.errors.contains("responsibility_actor"), "\(wrong.errors)")
    let help = try Program("evaluate", "--help").output
    #expect(!help.contains("\\") && help.contains("dates_strict"), "\(help)")
  }

  @Test func `a full disk is told by every verb`() throws {
    try folder.write(#"{"page": "plan.txt", "documents": [{"title": "讀書節活動方案"}]}"#, to: "gold/plan.gold.json")
    try folder.write("kinds:\n  - {id: kind.x, kind: plan, phrases: [路线图]}\n", to: "mine.yaml")
    for verb in [
      "rules show", "rules check '\(folder.file("mine.yaml"))'", "schema",
      "evaluate --gold '\(folder.file("gold"))' '\(folder.file("records.jsonl"))'",
    ] {
      let run = try Program(bash: "gangmu \(verb) > /dev/full")
      #expect(run.exitCode == 1, "\(verb)")
      #expect(run.errors == "gangmu: cannot write the output: No space left on device\n", "\(verb): \(run.errors)")
    }
  }
}
