import Foundation
import Glibc
import Testing

/// Runs of `gangmu parse` over many pages.
@Suite struct ParseRunTests {
  private let folder: URL
  private static let pageCount = 600

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "gangmu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "pages"), withIntermediateDirectories: true)
    for number in 0..<Self.pageCount {
      let isBad = number % 100 == 57
      let place = number.isMultiple(of: 2) ? "東港" : "东港"
      let page = """
        \(place)第\(number)小學讀書節活動方案
        一、活動主題
        好書伴我成長
        二、活動時間
        2023年\(1 + number % 12)月\(1 + number % 28)日至12月30日
        三、任務分工
        主辦單位:第\(number)教務處

        """
      try Data(isBad ? [] : Array(page.utf8)).write(to: folder.appending(path: "pages/\(1000 + number).txt"))
    }
  }

  private var pages: String { path("pages") }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// The files of a folder by name.
  private func contents(_ name: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path(name))
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: folder.appending(path: "\(name)/\($0)"))) })
  }

  @Test func `a folder of someone else's is left as it is`() throws {
    try FileManager.default.createDirectory(at: folder.appending(path: "mine"), withIntermediateDirectories: true)
    for name in ["notes.txt", ".draft.part", ".lock"] {
      try Data("words".utf8).write(to: folder.appending(path: "mine/\(name)"))
    }
    let before = try contents("mine")
    let run = try Program("parse", "--output", path("mine"), pages)
    #expect(run.exitCode == 73, "\(run.errors)")
    #expect(try contents("mine") == before)
  }

  @Test func `a page from the far future is a page`() throws {
    let page = folder.appending(path: "pages/1000.txt")
    let run = try Program(bash: "touch -d 2300-01-01 '\(page.path)' && gangmu parse '\(page.path)' | wc -l")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("1"), "\(run.output)")
  }

  @Test func `all jobs together write what one writes, and without order the same lines`() throws {
    let one = try Program("parse", "--jobs", "1", "--errors", path("e1"), pages)
    let three = try Program("parse", "--jobs", "3", "--errors", path("e3"), pages)
    let unordered = try Program("parse", "--jobs", "3", "--unordered", "--errors", path("e"), pages)
    #expect(one.exitCode == 1 && one.errors == "", "\(one.errors)")
    #expect(three.output == one.output)
    #expect(try text("e3") == text("e1"))
    #expect(unordered.output.split(separator: "\n").sorted() == one.output.split(separator: "\n").sorted())
  }

  @Test func `failures are told in a file, each with its source, stage, code and message`() throws {
    let run = try Program("parse", "--errors", path("errors.jsonl"), pages, path("none"))
    #expect(run.exitCode == 1)
    let lines = try text("errors.jsonl").split(separator: "\n")
    #expect(
      lines.first ?? ""
        == #"{"source":"\#(pages)/1057.txt","position":57,"stage":"parse","code":"page.empty","message":"the page has no bytes"}"#
    )
    #expect(lines.count == 7 && lines.last?.contains(#""stage":"read","code":"input.missing""#) == true, "\(lines)")
  }

  @Test func `a run stops at its first failure, or where too many pages failed`() throws {
    let first = try Program("parse", "--fail-fast", pages)
    #expect(first.exitCode == 2)
    #expect(try first.records().count == 57)
    let third = try Program("parse", "--jobs", "2", "--max-errors", "2", "--errors", path("e"), pages)
    #expect(third.exitCode == 2 && third.errors.contains("3 of"), "\(third.errors)")
    #expect(try Program("parse", "--max-errors", "6", "--errors", path("e"), pages).exitCode == 1)
    #expect(try Program("parse", "--max-errors", "0.5%", "--errors", path("e"), pages).exitCode == 2)
    #expect(try Program("parse", "--max-errors", "many", pages).exitCode == 64)
  }

  @Test func `a number of failures ends a run within a batch, per cent only from the 100th page on`() throws {
    let bad = folder.appending(path: "bad")
    try FileManager.default.createDirectory(at: bad, withIntermediateDirectories: true)
    for number in 10..<60 { try Data().write(to: bad.appending(path: "\(number).txt")) }
    let third = try Program("parse", "--jobs", "1", "--max-errors", "2", bad.path)
    #expect(third.exitCode == 2)
    #expect(third.errors.hasSuffix("gangmu: stopped: 3 of 3 pages gave no records\n"), "\(third.errors)")
    #expect(try Program("parse", "--max-errors", "5%", "--errors", path("e"), bad.path).exitCode == 1)
  }

  @Test func `a folder in which too many pages failed goes on as if nothing had been`() throws {
    _ = try Program(folderRun("whole"))
    for options in [["--fail-fast"], ["--max-errors", "2"]] {
      let name = "out\(options.count)"
      let stopped = try Program(folderRun(name, "--jobs", "1") + options)
      #expect(stopped.exitCode == 2, "\(stopped.errors)")
      #expect(try Program(folderRun(name, "--resume")).exitCode == 1)
      #expect(try contents(name).filter { $0.key != ".lock" } == contents("whole").filter { $0.key != ".lock" })
    }
  }

  @Test func `inputs without pages are told`() throws {
    try FileManager.default.createDirectory(at: folder.appending(path: "empty"), withIntermediateDirectories: true)
    for verb in ["parse", "outline", "dates", "text", "inspect"] {
      let empty = try Program(verb, path("empty"))
      #expect(empty.exitCode == 0 && empty.output == "")
      #expect(empty.errors == "gangmu: no pages in \(path("empty"))\n")
      let unmatched = try Program(verb, pages, "--include", "*.none")
      #expect(unmatched.exitCode == 0)
      #expect(
        unmatched.errors == "gangmu: no pages in \(pages) that --include and --exclude let through\n")
    }
  }

  @Test func `a file that is there already is refused and kept`() throws {
    try Data("mine\n".utf8).write(to: folder.appending(path: "keep.jsonl"))
    let run = try Program("parse", "-o", path("keep.jsonl"), pages)
    #expect(run.exitCode == 73)
    #expect(run.errors == "gangmu: \(path("keep.jsonl")) is there already: remove it, or name another file\n")
    #expect(try text("keep.jsonl") == "mine\n")
  }

  @Test func `a dash as output is standard output`() throws {
    let run = try Program(bash: "cd '\(folder.path)' && gangmu parse --quiet -o - pages/1000.txt")
    #expect(try run.records().count == 1, "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pages"])
    #expect(try Program("parse", "-o", "-", "--resume", pages).exitCode == 64)
  }

  @Test func `the summary counts what was read`() throws {
    let run = try Program("parse", "--summary", path("s.json"), "--errors", path("e"), pages)
    #expect(run.errors == "", "\(run.errors)")
    struct Summary: Decodable {
      struct Counts: Decodable {
        let pages: Int
        let documents: Int
        let failures: Int
        let kinds: [String: Int]
        let scripts: [String: Int]
        let errors: [String: Int]
      }
      let end: String
      let counts: Counts
      let seconds: Double
    }
    let summary = try JSONDecoder().decode(Summary.self, from: Data(try text("s.json").utf8))
    #expect(summary.end == "complete" && summary.seconds > 0)
    #expect(summary.counts.pages == 600 && summary.counts.documents == 594 && summary.counts.failures == 6)
    #expect(summary.counts.kinds == ["plan": 594] && summary.counts.errors == ["page.empty": 6])
    #expect(summary.counts.scripts.values.reduce(0, +) == 594, "\(summary.counts.scripts)")
  }

  @Test(arguments: ["", ".gz", ".zst"])
  func `a file of records appears when it is complete`(ending: String) throws {
    let expected = try Program("parse", pages).output
    let file = path("records.jsonl\(ending)")
    let run = try Program("parse", "-o", file, pages)
    #expect(run.exitCode == 1 && run.output == "")
    #expect(run.errors.contains("gangmu: 600 pages, 594 documents, 6 pages without records"), "\(run.errors)")
    if ending != ".zst" {
      #expect(try Program(bash: ending == "" ? "cat '\(file)'" : "zcat '\(file)'").output == expected)
    }
    let stopped = try Program("parse", "--fail-fast", "--quiet", "-o", path("part.jsonl\(ending)"), pages)
    #expect(stopped.exitCode == 2)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.sorted() == ["pages", "records.jsonl\(ending)"])
  }

  @Test(arguments: [
    ["-o", "x.json"], ["-o", "x.gz"], ["--resume"], ["-o", "x.jsonl", "--resume"], ["-o", "x", "--unordered"],
    ["-o", "x", "--pretty"], ["--jobs", "0"], ["--fail-fast", "--max-errors", "1"],
  ])
  func `options that do not go together are wrong usage`(options: [String]) throws {
    #expect(try Program(["parse"] + options + [pages]).exitCode == 64)
  }

  @Test func `an output among the pages is refused`() throws {
    for output in ["\(pages)/out", "\(pages)/out.jsonl", pages] {
      let run = try Program("parse", "-o", output, pages)
      #expect(run.exitCode == 64 && run.errors.contains("stands in the input"), "\(run.errors)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: pages).count == Self.pageCount)
  }

  // MARK: A folder

  private func folderRun(_ name: String, _ more: String...) -> [String] {
    ["parse", "--quiet", "-o", path(name), "--compress", "gz", "--shard-size", "100K"] + more + [pages]
  }

  @Test func `a run that is killed again and again ends with the same files`() throws {
    let whole = try Program(folderRun("whole"))
    #expect(whole.exitCode == 1, "\(whole.errors)")
    let expected = try contents("whole")
    #expect(expected.count > 8)
    var kills = 0
    for attempt in 0..<40 {
      let process = Process()
      process.executableURL = Program.executable
      process.arguments = folderRun("out", "--resume", "--jobs", "\(1 + attempt % 3)")
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 1000...(20_000 + UInt32(attempt) * 5000)))
      if process.isRunning {
        kill(process.processIdentifier, [SIGKILL, SIGKILL, SIGTERM, SIGINT][attempt % 4])
        kills += 1
      }
      process.waitUntilExit()
    }
    #expect(kills > 0)
    let last = try Program(folderRun("out", "--resume"))
    #expect(last.exitCode == 1, "\(last.errors)")
    #expect(try contents("out").filter { $0.key != ".gangmu.lock" } == expected)
  }

  @Test func `a run that was killed after its last step but one ends with the same files`() throws {
    #expect(try Program(folderRun("out")).exitCode == 1)
    let expected = try contents("out")
    try Data("left\n".utf8).write(to: folder.appending(path: "out/journal.jsonl"))
    #expect(try Program(folderRun("out", "--resume")).exitCode == 1)
    #expect(try contents("out") == expected)
  }

  @Test(.timeLimit(.minutes(5)), arguments: [SIGINT, SIGTERM])
  func `a signal ends a run in good order`(signal: Int32) throws {
    // Standard input that nobody closes keeps it waiting.
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["parse", "-o", path("out"), "--quiet", "--compress", "none", pages, "-"]
    process.standardInput = Pipe()
    try Data().write(to: folder.appending(path: "log"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: "log"))
    try process.run()
    while !FileManager.default.fileExists(atPath: path("out/.part-00000.jsonl.part")) { usleep(5000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + signal)
    #expect(try contents("out").keys.sorted() == ["journal.jsonl"])
    #expect(try text("log").hasSuffix("gangmu: interrupted: \(path("out")) holds the parts that were complete\n"))
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ("out", "out/.part-00000.jsonl.zst.part", "the same command with --resume goes on from what PATH holds"),
      ("out.jsonl", ".out.jsonl.part", "PATH was not written"),
    ])
  func `a run that was interrupted says how to go on`(name: String, sign: String, message: String) throws {
    let page = try text("pages/1000.txt").replacing("\n", with: "\\n")
    let lines = String(repeating: #"{"content":"\#(page)"}"# + "\n", count: 20_000)
    try Data(lines.utf8).write(to: folder.appending(path: "many.jsonl"))
    // On a busy machine the run may be over before the signal comes: then once more.
    for _ in 0..<10 {
      for old in [name, "log"] { try? FileManager.default.removeItem(atPath: path(old)) }
      try Data().write(to: folder.appending(path: "log"))
      let process = Process()
      process.executableURL = Program.executable
      process.arguments = ["parse", "--jobs", "1", "-o", path(name), path("many.jsonl")]
      process.standardError = try FileHandle(forWritingTo: folder.appending(path: "log"))
      try process.run()
      while process.isRunning, !FileManager.default.fileExists(atPath: path(sign)) { usleep(500) }
      kill(process.processIdentifier, SIGINT)
      process.waitUntilExit()
      guard process.terminationStatus != 0 else { continue }
      #expect(process.terminationStatus == 130)
      let log = try text("log")
      #expect(log.contains("gangmu: interrupted: \(message.replacing("PATH", with: path(name)))\n"), "\(log)")
      return
    }
    Issue.record("ten runs ended before they could be interrupted")
  }

  @Test func `a folder that is there already, or that of another run, is refused`() throws {
    #expect(try Program(folderRun("out")).exitCode == 1)
    let expected = try contents("out")
    let again = try Program(folderRun("out"))
    #expect(again.exitCode == 73 && again.errors.contains("holds a complete run"), "\(again.errors)")
    let other = try Program(folderRun("out", "--resume", "--normalize", "hant"))
    #expect(other.exitCode == 73 && other.errors.contains("the option normalize was null"), "\(other.errors)")
    try Data("第三小學活動方案\n".utf8).write(to: folder.appending(path: "pages/9999.txt"))
    let changed = try Program(folderRun("out", "--resume"))
    #expect(changed.exitCode == 73 && changed.errors.contains("has changed: 600 file(s)"), "\(changed.errors)")
    #expect(try contents("out") == expected)
  }

  @Test func `a folder in which a run is at work is refused`() throws {
    try FileManager.default.createDirectory(at: folder.appending(path: "out"), withIntermediateDirectories: true)
    let lock = open(path("out/.gangmu.lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let run = try Program(folderRun("out"))
    #expect(run.exitCode == 75 && run.errors.contains("another run writes into"), "\(run.errors)")
  }

  @Test func `a disk that fills up is told, and the run goes on when there is room`() throws {
    let expected = try Program(folderRun("whole")).exitCode
    #expect(expected == 1)
    let output = ["-o", path("out"), "--compress", "none", "--shard-size", "300K", "--errors", path("e")]
    let arguments = (["parse", "--quiet"] + output).joined(separator: "' '")
    // In units of 1,024 bytes: a few records, then a shard, then all.
    let full = try Program(bash: "ulimit -f 100; gangmu '\(arguments)' '\(pages)'")
    #expect(full.exitCode == 74 && full.errors.contains("File too large"), "\(full.errors)")
    let better = try Program(bash: "gangmu '\(arguments)' --resume '\(pages)'")
    #expect(better.exitCode == 1, "\(better.errors)")
    let parts = try contents("out").filter { $0.key.hasPrefix("part") }.sorted { $0.key < $1.key }
    #expect(String(decoding: Data(parts.map(\.value).joined()), as: UTF8.self) == (try Program("parse", pages).output))
    #expect(try text("e").split(separator: "\n").count == 6)
  }

  @Test func `a shard that was damaged is noticed and written anew`() throws {
    #expect(try Program(folderRun("out")).exitCode == 1)
    let expected = try contents("out")
    try Data("x".utf8).write(to: folder.appending(path: "out/part-00002.jsonl.gz"))
    let run = try Program(folderRun("out", "--resume"))
    #expect(run.exitCode == 1 && run.errors.contains("part-00002.jsonl.gz is not as it was written"), "\(run.errors)")
    #expect(try contents("out") == expected)
  }
}
