import TestSupport
import Testing

/// What `gangmu parse` tells of pages that fail, and when it ends because of them.
@Suite struct ParseFailureTests {
  private let folder: TemporaryFolder
  private let pages: String

  init() throws {
    folder = try TemporaryFolder()
    pages = try folder.writePlans()
  }

  @Test func `failures are told in a file, each with its source, stage, code and message`() throws {
    let run = try Program("parse", "--errors", folder.file("errors.jsonl"), pages, folder.file("none"))
    #expect(run.exitCode == 1)
    let lines = try folder.text("errors.jsonl").split(separator: "\n")
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
    let third = try Program("parse", "--jobs", "2", "--max-errors", "2", "--errors", folder.file("e"), pages)
    #expect(third.exitCode == 2 && third.errors.contains("3 of"), "\(third.errors)")
    #expect(try Program("parse", "--max-errors", "6", "--errors", folder.file("e"), pages).exitCode == 1)
    #expect(try Program("parse", "--max-errors", "0.5%", "--errors", folder.file("e"), pages).exitCode == 2)
    #expect(try Program("parse", "--max-errors", "many", pages).exitCode == 64)
  }

  @Test func `a number of failures ends a run within a batch, per cent only from the 100th page on`() throws {
    let bad = folder.file("bad")
    for number in 10..<60 { try folder.write("", to: "bad/\(number).txt") }
    let third = try Program("parse", "--jobs", "1", "--max-errors", "2", bad)
    #expect(third.exitCode == 2)
    #expect(third.errors.hasSuffix("gangmu: stopped: 3 of 3 pages gave no records\n"), "\(third.errors)")
    #expect(try Program("parse", "--max-errors", "5%", "--errors", folder.file("e"), bad).exitCode == 1)
  }

  @Test func `a folder in which too many pages failed goes on as if nothing had been`() throws {
    _ = try Program(folder.parse("whole"))
    for options in [["--fail-fast"], ["--max-errors", "2"]] {
      let name = "out\(options.count)"
      let stopped = try Program(folder.parse(name, "--jobs", "1") + options)
      #expect(stopped.exitCode == 2, "\(stopped.errors)")
      #expect(try Program(folder.parse(name, "--resume")).exitCode == 1)
      #expect(try folder.contents(name) == folder.contents("whole"))
    }
  }

  @Test func `the failures of a run into a folder that ended early are told in the file too`() throws {
    try folder.write("stale", to: "pages/0000.txt")
    try folder.write(#"{"source":"stale"}"#, to: "e")
    let stopped = try Program(folder.parse("out", "--jobs", "1", "--errors", folder.file("e"), "--max-errors", "1"))
    #expect(stopped.exitCode == 2, "\(stopped.errors)")
    let told = try folder.text("e").split(separator: "\n")
    #expect(told.count == 2 && told.allSatisfy { $0.contains("page.empty") }, "\(told)")
    #expect(try Program(folder.parse("out", "--resume", "--errors", folder.file("e"))).exitCode == 1)
    let all = try folder.text("e").split(separator: "\n")
    #expect(all.count == 6 && Array(all.prefix(2)) == told, "\(all)")
  }

  @Test func `inputs without pages are told`() throws {
    try folder.makeFolder("empty")
    for verb in ["parse", "outline", "dates", "text", "inspect"] {
      let empty = try Program(verb, folder.file("empty"))
      #expect(empty.exitCode == 0 && empty.output == "")
      #expect(empty.errors == "gangmu: no pages in \(folder.file("empty"))\n")
      let unmatched = try Program(verb, pages, "--include", "*.none")
      #expect(unmatched.exitCode == 0)
      #expect(
        unmatched.errors == "gangmu: no pages in \(pages) that --include and --exclude let through\n")
    }
  }
}
