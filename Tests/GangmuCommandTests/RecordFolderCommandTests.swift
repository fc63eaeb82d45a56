import TestSupport
import Testing

/// Verbs that read records, given what `gangmu parse --output FOLDER` wrote.
@Suite struct RecordFolderCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.writePlans()
    let labelled = (0..<40).map { #"{"text":"\#($0.isMultiple(of: 2) ? "女排奪冠" : "央行調整利率")","class":\#($0 % 2)}"# }
    try folder.write(labelled.joined(separator: "\n"), to: "train.jsonl")
    let trained = try bash("gangmu classify train --label class -o model train.jsonl")
    #expect(trained.exitCode == 0, "\(trained.errors)")
    _ = try Program(folder.parse("run"))
    let run = try bash("gangmu export run --to records.jsonl && gangmu export run --to records.jsonl.zst")
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  private func bash(_ line: String) throws -> Program { try Program(bash: "cd '\(folder.path)' && \(line)") }

  @Test(arguments: [
    "dedupe", "dedupe --drop", "dedupe --level section", "signatures", "features --label kind.label",
    "classify apply model", "classify evaluate model --label kind.label", "evaluate --gold gold", "export --to -",
  ])
  func `a folder, a compressed file and standard input give what the plain file gives`(verb: String) throws {
    try folder.write(
      #"{"page":"1002.txt","documents":[{"title":"東港第2小學讀書節活動方案","kind":"plan"}]}"#, to: "gold/a.gold.json")
    let expected = try bash("gangmu \(verb) records.jsonl")
    #expect(expected.exitCode == 0 && !expected.output.isEmpty, "\(expected.errors)")
    for input in ["run", "records.jsonl.zst", "- < records.jsonl.zst"] {
      let run = try bash("gangmu \(verb) \(input)")
      #expect(run.exitCode == 0 && run.errors == expected.errors, "\(input): \(run.errors)")
      #expect(run.output == expected.output, "\(input)")
    }
  }

  @Test(arguments: ["dedupe", "signatures", "features", "classify apply model", "stats", "export --to a.sqlite"])
  func `a part that is missing fails, and one too many is noted`(verb: String) throws {
    _ = try bash("cp run/part-00000.jsonl.gz run/part-00099.jsonl.gz")
    let whole = try bash("gangmu \(verb) run")
    #expect(whole.exitCode == 0, "\(whole.errors)")
    #expect(
      whole.errors.contains("gangmu: run: not of the run, and left out: part-00099.jsonl.gz"), "\(whole.errors)")
    try folder.remove("run/part-00001.jsonl.gz")
    let run = try bash("gangmu \(verb.replacing("a.sqlite", with: "b.sqlite")) run")
    #expect(run.exitCode == 1, "\(run.errors)")
    #expect(run.errors.contains("run: the run is not whole: part-00001.jsonl.gz is missing"), "\(run.errors)")
    if verb.hasPrefix("export") {
      #expect(run.errors.hasSuffix(" records in b.sqlite; what was told above is not in it\n"), "\(run.errors)")
    }
  }

  @Test func `statistics tell of the pages without records`() throws {
    let table = try bash("gangmu stats run").output
    #expect(table.contains(/\npages without records +6\n/), "\(table)")
    #expect(table.contains(/\nPages without records, by error\npage.empty +6\n/), "\(table)")
    let card = try bash("gangmu stats --format markdown run").output
    #expect(card.contains("| pages without records | 6 |") && card.contains("| page.empty | 6 |"), "\(card)")
    let json = try bash("gangmu stats --format json run | jq -c '[.pages_without_records, .errors.values]'").output
    #expect(json == "[6,[{\"value\":\"page.empty\",\"count\":6}]]\n")
    #expect(try bash("gangmu stats --format json records.jsonl | jq .pages_without_records").output == "null\n")
  }
}
