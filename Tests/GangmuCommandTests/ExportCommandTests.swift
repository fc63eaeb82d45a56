import Foundation
import Gangmu
import Glibc
import TestSupport
import Testing

@Suite struct ExportCommandTests {
  private let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
    let plan = "读书节活动方案\n一、活动主题\n好书伴我成长\n二、活动时间\n2023年4月23日\n三、主办单位\n教务处\n"
    let record = try #require(try PageParser().records(bytes: Array(plan.utf8), uri: "plan.txt").first)
    try place.write(record.json() + [0x0A], to: "records.jsonl")
  }

  private var folder: String { place.path }

  private var names: [String] {
    get throws { try place.names() }
  }

  private func bash(_ line: String) throws -> Program { try Program(bash: "cd '\(folder)' && \(line)") }

  @Test func `records go to a database and come back`() throws {
    let run = try bash(
      "gangmu export records.jsonl --to a.sqlite && gangmu export a.sqlite --to - | cmp - records.jsonl")
    #expect(run.exitCode == 0, "\(run.errors)\(run.output)")
    #expect(run.errors == "gangmu: 1 records in a.sqlite\n")
    #expect(try names == ["a.sqlite", "records.jsonl"])
  }

  @Test func `a search prints the place in the words of the page`() throws {
    let run = try bash("gangmu export records.jsonl --to a.sqlite 2> log && gangmu search a.sqlite 讀書節")
    #expect(run.output == "1\t读书节活动方案\tplan.txt\n\t读书节活动方案\n", "\(run.output)\(run.errors)")
    let none = try bash("gangmu search a.sqlite 没有的词")
    #expect(none.exitCode == 0)
    #expect(none.output == "")
    #expect(none.errors == "gangmu: no document holds 没有的词\n")
    let blank = try bash("gangmu search a.sqlite ' '")
    #expect(
      blank.exitCode == 0 && blank.output == "" && blank.errors == "gangmu: the query is empty\n", "\(blank.errors)")
    let colored = try bash("gangmu search a.sqlite 讀書 --color always")
    #expect(colored.output.hasSuffix("\t\u{1B}[1m读书\u{1B}[0m节活动方案\n"), "\(colored.output)")
  }

  @Test(arguments: [
    ("export records.jsonl --to a.parquet", 64, "the ending says no form"),
    ("export records.jsonl --to a.jsonl --bom", 64, "--bom is for CSV"),
    ("export records.jsonl --to records.jsonl", 73, "records.jsonl: is there already; --force replaces it"),
    ("export none.jsonl --to a.jsonl", 1, "gangmu: none.jsonl: no such file or folder (input.missing)"),
    ("search records.jsonl x", 1, "records.jsonl: no database"),
    ("stats none.jsonl", 1, "gangmu: none.jsonl: no such file or folder (input.missing)"),
    ("search records.jsonl x --limit 0", 64, "--limit is at least 1"),
  ])
  func `what cannot be done is told`(command: String, exitCode: Int32, message: String) throws {
    let run = try bash("gangmu \(command)")
    #expect(run.exitCode == exitCode, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test(arguments: ["a.sqlite", "a.csv", "a.jsonl", "a.jsonl.zst"])
  func `a disk that fills up leaves nothing behind`(name: String) throws {
    _ = try bash("for i in $(seq 3000); do cat records.jsonl; done > many.jsonl")
    // A limit on the size of files stands for the full disk; zstd needs a lower one.
    let limit = name.hasSuffix(".zst") ? 1 : 100
    let run = try bash("(trap '' XFSZ; ulimit -f \(limit); gangmu export many.jsonl --to \(name))")
    #expect(run.exitCode == 74, "\(run.errors)")
    #expect(run.errors.contains("cannot be written"), "\(run.errors)")
    #expect(try names == ["many.jsonl", "records.jsonl"])
  }

  @Test(.timeLimit(.minutes(5)), arguments: ["a.sqlite", "a.csv", "a.jsonl", "a.jsonl.zst"], [SIGINT, SIGTERM])
  func `a signal ends an export that waits for records, and leaves nothing behind`(name: String, signal: Int32) throws {
    let (process, log) = try start("-", to: name)
    // Standard input that nobody closes keeps it waiting.
    while try !names.contains(where: { $0.hasSuffix(".part") }) { usleep(5000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + signal && process.terminationReason == .exit)
    #expect(try String(contentsOf: log, encoding: .utf8) == "gangmu: interrupted: \(name) was not written\n")
    #expect(try names == ["log", "records.jsonl"])
  }

  @Test(.timeLimit(.minutes(5)))
  func `a signal ends an export at any moment, with all of the output or nothing`() throws {
    _ = try bash("for i in $(seq 20000); do cat records.jsonl; done > many.jsonl")
    var statuses: Set<Int32> = []
    for attempt in 0..<12 {
      let name = ["a.sqlite", "a.csv", "a.jsonl.gz"][attempt % 3]
      let (process, _) = try start("many.jsonl", to: name)
      usleep(UInt32(20_000 + attempt * 40_000))
      kill(process.processIdentifier, SIGTERM)
      process.waitUntilExit()
      statuses.insert(process.terminationStatus)
      let isWritten = process.terminationStatus == 0
      #expect(try names == ((isWritten ? [name] : []) + ["log", "many.jsonl", "records.jsonl"]).sorted())
      if isWritten { _ = try bash("rm -r \(name)") }
    }
    // On a machine that is busy a signal may come before the program has said what is to be done with it.
    #expect(statuses.isSubset(of: [0, 143, SIGTERM]) && statuses.contains(143), "\(statuses)")
  }

  private func start(_ input: String, to name: String) throws -> (Process, log: URL) {
    let log = URL(fileURLWithPath: folder).appending(path: "log")
    try Data().write(to: log)
    let process = Process()
    process.executableURL = Program.executable
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.arguments = ["export", input, "--to", name]
    process.standardInput = Pipe()
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    return (process, log)
  }

  @Test(arguments: ["a.sqlite", "a.jsonl", "a.jsonl.gz"])
  func `what an export that was killed has left is replaced, and what another one writes is left alone`(
    name: String
  ) throws {
    let draft = "\(folder)/.\(name).part"
    try Data(String(repeating: "left ", count: 10_000).utf8).write(to: URL(fileURLWithPath: draft))
    let lock = open(draft, O_RDWR | O_CLOEXEC)
    #expect(flock(lock, LOCK_EX) == 0)
    let refused = try bash("gangmu export records.jsonl --to \(name)")
    #expect(refused.exitCode == 75)
    #expect(refused.errors == "gangmu: \(name): cannot be written: another process is writing it\n")
    #expect(try names == [".\(name).part", "records.jsonl"])
    close(lock)
    let run = try bash("gangmu export records.jsonl --to \(name) && gangmu export \(name) --to - | cmp - records.jsonl")
    #expect(run.exitCode == 0, "\(run.errors)\(run.output)")
    #expect(try names == [name, "records.jsonl"])
  }

  @Test func `a folder that may not be written to is told`() throws {
    for name in ["a.sqlite", "a.csv", "a.jsonl", "a.jsonl.zst"] {
      let run = try bash("gangmu export records.jsonl --to none/\(name)")
      #expect(run.exitCode == 74, "\(run.errors)")
      #expect(run.errors == "gangmu: none/\(name): cannot be written: No such file or directory\n")
    }
  }

  @Test func `a reader that goes away ends the export in silence`() throws {
    _ = try bash("for i in $(seq 3000); do cat records.jsonl; done > many.jsonl")
    let run = try bash("gangmu export many.jsonl --to - | head -n 1 | wc -l")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors == "")
  }

  @Test(arguments: ["a.sqlite", "a.csv", "a.jsonl", "a.jsonl.gz"])
  func `where no record can be read, nothing is written or replaced`(name: String) throws {
    _ = try bash("echo 东港小学 > a.txt; : > empty.jsonl")
    for input in ["nope.jsonl", "a.txt", "empty.jsonl"] {
      let run = try bash("gangmu export \(input) --to \(name)")
      #expect(run.exitCode == 1 && run.errors.contains("no record could be read: nothing is written"), "\(run.errors)")
      #expect(try names == ["a.txt", "empty.jsonl", "records.jsonl"])
    }
    _ = try bash("gangmu export records.jsonl --to \(name) 2> /dev/null; cp -r \(name) copy")
    for options in ["nope.jsonl", "a.txt", "records.jsonl --classes nope.jsonl", "records.jsonl --copies a.txt"] {
      let run = try bash("gangmu export \(options) --to \(name) --force")
      #expect(run.exitCode == 1, "\(run.errors)")
      #expect(try bash("diff -r \(name) copy").exitCode == 0, "\(options)")
      #expect(try names == ["a.txt", name, "copy", "empty.jsonl", "records.jsonl"].sorted())
    }
  }

  @Test func `of a file of the wrong kind the first lines are told, and how many more there are`() throws {
    let run = try bash("for i in $(seq 400); do echo 东港小学; done > a.txt; gangmu export a.txt --to a.sqlite")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 5, "\(run.errors)")
    #expect(lines.dropFirst(3).first == "gangmu: a.txt: and 397 more (record.invalid)", "\(run.errors)")
    let few = try bash("head -3 a.txt > few.txt; gangmu export few.txt --to a.sqlite")
    #expect(few.errors.split(separator: "\n").count == 4 && !few.errors.contains("more"), "\(few.errors)")
  }

  @Test func `what is told of lines comes before the last line`() throws {
    _ = try bash("for i in $(seq 400); do echo 东港小学; done > a.txt; cat a.txt records.jsonl > b.jsonl")
    let run = try bash("gangmu export b.jsonl --to a.sqlite")
    let lines = run.errors.split(separator: "\n")
    #expect(run.exitCode == 1)
    #expect(
      lines.suffix(2) == [
        "gangmu: b.jsonl: and 397 more (record.invalid)",
        "gangmu: 1 records in a.sqlite; what was told above is not in it",
      ], "\(run.errors)")
  }

  @Test(arguments: [
    ("export records.jsonl --to a.csv", "a.csv"), ("parse -o a.jsonl page.txt", "a.jsonl"),
  ])
  func `an output that another process is writing is refused`(command: String, name: String) throws {
    try place.write("读书节活动方案\n", to: "page.txt")
    if name == "a.csv" { try place.makeFolder(".a.csv.part") } else { try place.write("", to: ".a.jsonl.part") }
    let descriptor = open(place.file(".\(name).part"), O_RDONLY)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let run = try bash("gangmu \(command)")
    #expect(run.exitCode == 75 && run.errors.contains("another process is writing it"), "\(run.errors)")
  }

  @Test func `records that are given as pages are told to be records`() throws {
    _ = try bash("for i in $(seq 40); do cat records.jsonl; done > many.jsonl")
    for verb in ["parse", "outline", "text"] {
      let run = try bash("gangmu \(verb) many.jsonl")
      let lines = run.errors.split(separator: "\n")
      #expect(run.exitCode == 1 && lines.count == 4, "\(run.errors)")
      #expect(
        lines.first
          == "gangmu: many.jsonl#1: the object has no text in its field `content`: it is no page but a record that gangmu wrote (json.no_field)"
      )
      #expect(lines.last == "gangmu: many.jsonl: and 37 more (json.no_field)", "\(run.errors)")
    }
  }

  @Test(arguments: [
    ("--classes records.jsonl", "records.jsonl:1: not a line of `gangmu classify apply`"),
    ("--classes copies.jsonl", "copies.jsonl:1: not a line of `gangmu classify apply`"),
    ("--copies noid.jsonl", "noid.jsonl:1: has no `id`: not a line of `gangmu dedupe`"),
  ])
  func `a wrong file of classes or copies is named`(options: String, message: String) throws {
    _ = try bash("gangmu dedupe records.jsonl > copies.jsonl; echo '{\"a\":1}' > noid.jsonl; cp records.jsonl r.jsonl")
    let run = try bash("gangmu export r.jsonl \(options) --to a.sqlite")
    #expect(run.exitCode == 1 && run.errors.hasPrefix("gangmu: " + message), "\(run.errors)")
    #expect(try !names.contains("a.sqlite"))
  }

  @Test func `what dedupe and classify write joins`() throws {
    let run = try bash(
      """
      cat records.jsonl records.jsonl > two.jsonl
      gangmu dedupe two.jsonl > copies.jsonl
      gangmu export two.jsonl --copies copies.jsonl --to joined.jsonl 2> log
      gangmu dedupe --join two.jsonl | cmp - joined.jsonl
      """)
    #expect(run.exitCode == 0, "\(run.errors)\(run.output)")
  }

  @Test func `statistics come as a table, JSON and a dataset card`() throws {
    let table = try bash("gangmu stats records.jsonl")
    #expect(table.output.contains("教务处"), "\(table.output)\(table.errors)")
    let json = try bash("gangmu stats --format json < records.jsonl")
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
    let card = try bash("gangmu stats --format markdown records.jsonl")
    #expect(card.output.hasPrefix("---\n"))
  }
}
