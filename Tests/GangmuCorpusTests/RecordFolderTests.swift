import Gangmu
import GangmuCorpus
import TestSupport
import Testing

/// What is read of folders, by those who read records.
@Suite struct RecordFolderTests {
  private let folder: TemporaryFolder
  private static let parts = 6

  /// A run of some parts of one line each.
  init() throws {
    folder = try TemporaryFolder()
    var shards: [String] = []
    for number in 0..<Self.parts {
      let line = #"{"id":\#(number),"text":"第\#(number)頁"}"# + "\n"
      try folder.write(line, to: "run/part-0000\(number).jsonl")
      let isBad = number == 2
      if isBad { try folder.write("{}\n", to: "run/errors-0000\(number).jsonl") }
      shards.append(
        """
        {"index":\(number),"first":\(number),"last":\(number),"plain_bytes":1,"input_sha256":"",
         "file":{"name":"part-0000\(number).jsonl","bytes":\(line.utf8.count),"sha256":""},
         "errors":\(isBad ? #"{"name":"errors-00002.jsonl","bytes":3,"sha256":""}"# : "null"),
         "counts":{"pages":2,"documents":1,"failures":1,"bytes":9,"errors":{"page.empty":1}}}
        """)
    }
    try folder.write(
      #"{"format":"gangmu.run/1","shards":[\#(shards.joined(separator: ","))]}"#, to: "run/manifest.json")
  }

  private struct Reading {
    var lines: [String] = []
    var failures: [String] = []
    var notes: [String] = []
    var runs: [RunTally] = []
  }

  private func read(_ name: String) -> Reading {
    var reading = Reading()
    var files = RecordFiles([folder.file(name)])
    func text(_ failure: InputFailure) -> String { "\(failure)".replacing(folder.path + "/", with: "") }
    while let result = files.next() {
      switch result {
      case .success(let line): reading.lines.append(String(decoding: line.bytes, as: UTF8.self))
      case .failure(let failure): reading.failures.append(text(failure))
      }
    }
    reading.notes = files.takeNotes().map(text)
    reading.runs = files.takeRuns()
    return reading
  }

  private func lines(_ numbers: some Sequence<Int>) -> [String] {
    numbers.map { #"{"id":\#($0),"text":"第\#($0)頁"}"# }
  }

  @Test(arguments: [
    #"{"format":"gangmu.run/1"}"#, #"{"format":"gangmu.run/1","shards":{}}"#, #"{"format":"gangmu.run/1""#,
  ])
  func `a manifest that does not name the parts is damaged, and the parts are read`(manifest: String) throws {
    try folder.write(manifest, to: "run/manifest.json")
    let reading = read("run")
    #expect(reading.lines == lines(0..<Self.parts))
    #expect(reading.failures.count == 1 && reading.failures[0].contains("manifest.json is damaged"), "\(reading)")
  }

  @Test func `parts beside a torn journal are read, and nothing else`() throws {
    try folder.remove("run/manifest.json")
    try folder.write(#"{"format":"gangmu.r"#, to: "run/journal.jsonl")
    let reading = read("run")
    #expect(reading.lines == lines(0..<Self.parts))
    #expect(reading.failures.count == 1 && reading.failures[0].contains("journal.jsonl is damaged"), "\(reading)")
  }

  @Test func `of a complete run the parts of its manifest are read, with what it counted`() throws {
    let reading = read("run")
    #expect(reading.lines == lines(0..<Self.parts))
    #expect(reading.failures == [] && reading.notes == [])
    #expect(reading.runs.count == 1)
    #expect(reading.runs.first?.failures == Self.parts && reading.runs.first?.errors == ["page.empty": Self.parts])
  }

  @Test func `a part that is missing or has another length is named, and the others are read`() throws {
    try folder.remove("run/part-00001.jsonl")
    try folder.write("{}\n", to: "run/part-00003.jsonl")
    let reading = read("run")
    #expect(reading.lines == lines([0, 2, 4, 5]))
    #expect(
      reading.failures == [
        "run: the run is not whole: part-00001.jsonl is missing, part-00003.jsonl has 3 bytes, not 26; its other parts "
          + "follow (input.incomplete)"
      ])
    for number in [0, 2, 4] { try folder.remove("run/part-0000\(number).jsonl") }
    let failures = read("run").failures
    #expect(failures.first?.contains("part-00002.jsonl is missing and 2 more; its") == true, "\(failures)")
  }

  @Test func `what is not of the run is left out with a note`() throws {
    for name in ["part-00099.jsonl.zst", "copies.jsonl", "notes.txt"] { try folder.write("{}\n", to: "run/" + name) }
    let reading = read("run")
    #expect(reading.lines == lines(0..<Self.parts) && reading.failures == [])
    #expect(
      reading.notes == ["run: not of the run, and left out: copies.jsonl, part-00099.jsonl.zst (input.not_of_run)"])
  }

  @Test(arguments: ["", #"{"format":"gangmu.run/1","shards":[{}]}"#, #"{"format":"gangmu.run/2"}"#])
  func `a manifest that cannot be understood is told`(manifest: String) throws {
    try folder.write(manifest, to: "run/manifest.json")
    let reading = read("run")
    #expect(reading.failures.count == 1 && reading.failures[0].hasPrefix("run: manifest.json is damaged"))
    #expect(reading.lines == lines(0..<Self.parts))
  }

  @Test func `a folder of another origin is read whole, whatever its manifest says`() throws {
    try folder.write(#"{"name":"pages"}"#, to: "run/manifest.json")
    try folder.write(#"{"id":7}"#, to: "run/seven.jsonl")
    let reading = read("run")
    #expect(reading.lines == ["{}"] + lines(0..<Self.parts) + [#"{"id":7}"#])
    #expect(reading.failures == [] && reading.notes == [] && reading.runs == [])
  }

  @Test func `a run that has not ended is told, with what it has counted`() throws {
    try folder.remove("run/manifest.json")
    try folder.write(#"{"format":"gangmu.run/1"}"# + "\n", to: "run/journal.jsonl")
    let reading = read("run")
    #expect(reading.lines == lines(0..<Self.parts))
    #expect(reading.failures.count == 1 && reading.failures[0].hasSuffix("(input.unfinished)"))
    #expect(reading.runs == [RunTally()])
  }

  @Test(arguments: Compression.allCases)
  func `copies are found in folders and in what is compressed`(compression: Compression) throws {
    let texts = ["讀書節活動方案,各班級組織主題班會。", "网络安全宣传周活动", "读书节活动方案,各班级组织主题班会。"]
    for (number, text) in texts.enumerated() {
      let file = try RecordFile(
        try folder.write("", to: "texts/\(number).jsonl.\(compression == .none ? "gz" : compression.rawValue)"),
        compression)
      try file.write(OutputPiece(Array((#"{"id":\#(number),"text":"\#(text)"}"# + "\n").utf8), compression))
      _ = try file.commit()
    }
    try folder.write("", to: "texts/3.jsonl.gz")
    var failures: [InputFailure] = []
    var corpus = CopyCorpus([folder.file("texts")], options: CopyCorpus.Options()) { failures.append($0) }
    try corpus.findCopies()
    let rows = try (0..<corpus.count).map { try JSONTree(corpus.row($0)) }
    #expect(rows.map { $0["id"]?.integer } == [0, 1, 2])
    #expect(rows.map { $0["relation"]?.string } == [nil, nil, "script_variant"])
    #expect(failures == [])
  }

  @Test func `a database in the place of JSON Lines is told`() throws {
    try folder.write("SQLite format 3\0" + String(repeating: "\0", count: 100), to: "a.sqlite")
    #expect(read("a.sqlite").failures.map { $0.hasSuffix("(input.database)") } == [true])
  }
}
