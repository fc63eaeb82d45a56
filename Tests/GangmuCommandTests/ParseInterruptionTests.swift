import Foundation
import Glibc
import TestSupport
import Testing

/// Runs of `gangmu parse` that a signal ends.
@Suite struct ParseInterruptionTests {
  private let folder: TemporaryFolder
  private let pages: String

  init() throws {
    folder = try TemporaryFolder()
    pages = try folder.writePlans()
  }

  @Test func `a run that is killed again and again ends with the same files`() throws {
    let whole = try Program(folder.parse("whole"))
    #expect(whole.exitCode == 1, "\(whole.errors)")
    let expected = try folder.contents("whole")
    #expect(expected.count > 8)
    var kills = 0
    for attempt in 0..<40 {
      let process = Program.process(folder.parse("out", "--resume", "--jobs", "\(1 + attempt % 3)"))
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
    let last = try Program(folder.parse("out", "--resume"))
    #expect(last.exitCode == 1, "\(last.errors)")
    #expect(try folder.contents("out").filter { $0.key != ".gangmu.lock" } == expected)
  }

  @Test func `a run that was killed after its last step but one ends with the same files`() throws {
    #expect(try Program(folder.parse("out")).exitCode == 1)
    let expected = try folder.contents("out")
    try folder.write("left\n", to: "out/journal.jsonl")
    #expect(try Program(folder.parse("out", "--resume")).exitCode == 1)
    #expect(try folder.contents("out") == expected)
  }

  @Test(.timeLimit(.minutes(5)), arguments: [SIGINT, SIGTERM])
  func `a signal ends a run in good order`(signal: Int32) throws {
    // Standard input that nobody closes keeps it waiting.
    let process = Program.process(["parse", "-o", folder.file("out"), "--quiet", "--compress", "none", pages, "-"])
    process.standardInput = Pipe()
    process.standardError = try folder.openForWriting("log")
    try process.run()
    while !folder.holds("out/.part-00000.jsonl.part") { usleep(5000) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + signal)
    #expect(try folder.contents("out").keys.sorted() == ["journal.jsonl"])
    #expect(
      try folder.text("log").hasSuffix(
        "gangmu: interrupted: \(folder.file("out")) holds the parts that were complete\n"))
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ("out", "out/.part-00000.jsonl.zst.part", "the same command with --resume goes on from what PATH holds"),
      ("out.jsonl", ".out.jsonl.part", "PATH was not written"),
    ])
  func `a run that was interrupted says how to go on`(name: String, sign: String, message: String) throws {
    let page = try folder.text("pages/1000.txt").replacing("\n", with: "\\n")
    let lines = String(repeating: #"{"content":"\#(page)"}"# + "\n", count: 20_000)
    try folder.write(lines, to: "many.jsonl")
    // On a busy machine the run may be over before the signal comes: then once more.
    for _ in 0..<10 {
      for old in [name, "log"] { try? folder.remove(old) }
      let process = Program.process(["parse", "--jobs", "1", "-o", folder.file(name), folder.file("many.jsonl")])
      process.standardError = try folder.openForWriting("log")
      try process.run()
      while process.isRunning, !folder.holds(sign) { usleep(500) }
      kill(process.processIdentifier, SIGINT)
      process.waitUntilExit()
      guard process.terminationStatus != 0 else { continue }
      #expect(process.terminationStatus == 130)
      let log = try folder.text("log")
      #expect(log.contains("gangmu: interrupted: \(message.replacing("PATH", with: folder.file(name)))\n"), "\(log)")
      return
    }
    Issue.record("ten runs ended before they could be interrupted")
  }
}
