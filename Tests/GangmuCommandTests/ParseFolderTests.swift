import Glibc
import TestSupport
import Testing

/// Runs of `gangmu parse` into a folder.
@Suite struct ParseFolderTests {
  private let folder: TemporaryFolder
  private let pages: String

  init() throws {
    folder = try TemporaryFolder()
    pages = try folder.writePlans()
  }

  @Test func `a folder of someone else's is left as it is`() throws {
    try folder.makeFolder("mine")
    for name in ["notes.txt", ".draft.part", ".lock"] {
      try folder.write("words", to: "mine/\(name)")
    }
    let before = try folder.contents("mine")
    let run = try Program("parse", "--output", folder.file("mine"), pages)
    #expect(run.exitCode == 73, "\(run.errors)")
    #expect(try folder.contents("mine") == before)
  }

  @Test func `a folder that is there already, or that of another run, is refused`() throws {
    #expect(try Program(folder.parse("out")).exitCode == 1)
    let expected = try folder.contents("out")
    let again = try Program(folder.parse("out"))
    #expect(again.exitCode == 73 && again.errors.contains("holds a complete run"), "\(again.errors)")
    let other = try Program(folder.parse("out", "--resume", "--normalize", "hant"))
    #expect(other.exitCode == 73 && other.errors.contains("the option normalize was null"), "\(other.errors)")
    try folder.write("第三小學活動方案\n", to: "pages/9999.txt")
    let changed = try Program(folder.parse("out", "--resume"))
    #expect(changed.exitCode == 73 && changed.errors.contains("has changed: 600 file(s)"), "\(changed.errors)")
    #expect(try folder.contents("out") == expected)
  }

  @Test func `a folder in which a run is at work is refused`() throws {
    try folder.makeFolder("out")
    let lock = open(folder.file("out/.gangmu.lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let run = try Program(folder.parse("out"))
    #expect(run.exitCode == 75 && run.errors.contains("another run writes into"), "\(run.errors)")
  }

  @Test func `a disk that fills up is told, and the run goes on when there is room`() throws {
    let expected = try Program(folder.parse("whole")).exitCode
    #expect(expected == 1)
    let output = ["-o", folder.file("out"), "--compress", "none", "--shard-size", "300K", "--errors", folder.file("e")]
    let arguments = (["parse", "--quiet"] + output).joined(separator: "' '")
    // In units of 1,024 bytes: a few records, then a shard, then all.
    let full = try Program(bash: "ulimit -f 100; gangmu '\(arguments)' '\(pages)'")
    #expect(full.exitCode == 74 && full.errors.contains("File too large"), "\(full.errors)")
    let better = try Program(bash: "gangmu '\(arguments)' --resume '\(pages)'")
    #expect(better.exitCode == 1, "\(better.errors)")
    let parts = try folder.contents("out").filter { $0.key.hasPrefix("part") }.sorted { $0.key < $1.key }
    #expect(String(decoding: parts.flatMap(\.value), as: UTF8.self) == (try Program("parse", pages).output))
    #expect(try folder.text("e").split(separator: "\n").count == 6)
  }

  @Test func `a shard that was damaged is noticed and written anew`() throws {
    #expect(try Program(folder.parse("out")).exitCode == 1)
    let expected = try folder.contents("out")
    try folder.write("x", to: "out/part-00002.jsonl.gz")
    let run = try Program(folder.parse("out", "--resume"))
    #expect(run.exitCode == 1 && run.errors.contains("part-00002.jsonl.gz is not as it was written"), "\(run.errors)")
    #expect(try folder.contents("out") == expected)
  }
}
