import Foundation
import TestSupport
import Testing

/// Runs of `gangmu parse` over many pages, into one stream or file.
@Suite struct ParseRunTests {
  private let folder: TemporaryFolder
  private let pages: String

  init() throws {
    folder = try TemporaryFolder()
    pages = try folder.writePlans()
  }

  @Test func `a page from the far future is a page`() throws {
    let page = "\(pages)/1000.txt"
    let run = try Program(bash: "touch -d 2300-01-01 '\(page)' && gangmu parse '\(page)' | wc -l")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("1"), "\(run.output)")
  }

  @Test func `all jobs together write what one writes, and without order the same lines`() throws {
    let one = try Program("parse", "--jobs", "1", "--errors", folder.file("e1"), pages)
    let three = try Program("parse", "--jobs", "3", "--errors", folder.file("e3"), pages)
    let unordered = try Program("parse", "--jobs", "3", "--unordered", "--errors", folder.file("e"), pages)
    #expect(one.exitCode == 1 && one.errors == "", "\(one.errors)")
    #expect(three.output == one.output)
    #expect(try folder.text("e3") == folder.text("e1"))
    #expect(unordered.output.split(separator: "\n").sorted() == one.output.split(separator: "\n").sorted())
  }

  @Test func `a dash as output is standard output`() throws {
    let run = try Program(bash: "cd '\(folder.path)' && gangmu parse --quiet -o - pages/1000.txt")
    #expect(try run.records().count == 1, "\(run.errors)")
    #expect(try folder.names() == ["pages"])
    #expect(try Program("parse", "-o", "-", "--resume", pages).exitCode == 64)
  }

  @Test func `the summary counts what was read`() throws {
    let run = try Program("parse", "--summary", folder.file("s.json"), "--errors", folder.file("e"), pages)
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
    let summary = try JSONDecoder().decode(Summary.self, from: Data(try folder.text("s.json").utf8))
    #expect(summary.end == "complete" && summary.seconds > 0)
    #expect(summary.counts.pages == 600 && summary.counts.documents == 594 && summary.counts.failures == 6)
    #expect(summary.counts.kinds == ["plan": 594] && summary.counts.errors == ["page.empty": 6])
    #expect(summary.counts.scripts.values.reduce(0, +) == 594, "\(summary.counts.scripts)")
  }

  @Test(arguments: ["", ".gz", ".zst"])
  func `a file of records appears when it is complete`(ending: String) throws {
    let expected = try Program("parse", pages).output
    let file = folder.file("records.jsonl\(ending)")
    let run = try Program("parse", "-o", file, pages)
    #expect(run.exitCode == 1 && run.output == "")
    #expect(run.errors.contains("gangmu: 600 pages, 594 documents, 6 pages without records"), "\(run.errors)")
    if ending != ".zst" {
      #expect(try Program(bash: ending == "" ? "cat '\(file)'" : "zcat '\(file)'").output == expected)
    }
    let stopped = try Program("parse", "--fail-fast", "--quiet", "-o", folder.file("part.jsonl\(ending)"), pages)
    #expect(stopped.exitCode == 2)
    let left = try folder.names()
    #expect(left.sorted() == ["pages", "records.jsonl\(ending)"])
  }

  @Test func `a file that is there already is refused and kept`() throws {
    try folder.write("mine\n", to: "keep.jsonl")
    let run = try Program("parse", "-o", folder.file("keep.jsonl"), pages)
    #expect(run.exitCode == 73)
    #expect(run.errors == "gangmu: \(folder.file("keep.jsonl")) is there already: remove it, or name another file\n")
    #expect(try folder.text("keep.jsonl") == "mine\n")
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
    #expect(try FileManager.default.contentsOfDirectory(atPath: pages).count == TemporaryFolder.planCount)
  }
}
