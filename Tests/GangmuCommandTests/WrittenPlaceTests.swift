import TestSupport
import Testing

/// Where `gangmu parse` writes: never over what it reads, nor two things into one place.
@Suite struct WrittenPlaceTests {
  private let folder: TemporaryFolder
  private let crawl: String

  init() throws {
    folder = try TemporaryFolder()
    crawl = try folder.write(#"{"content": "读书节活动方案"}"#, to: "pages/crawl.jsonl")
  }

  @Test(arguments: ["--summary", "--errors", "--output"])
  func `an output in the input is refused, and the input stays`(option: String) throws {
    let before = try folder.text("pages/crawl.jsonl")
    for (output, input) in [
      (crawl, crawl), (crawl, folder.file("pages")), (folder.file("pages/new.jsonl"), folder.file("pages")),
    ] {
      let run = try Program("parse", option, output, input)
      #expect(run.exitCode == 64 && run.errors.contains("stands in the input"), "\(run.errors)")
    }
    #expect(try folder.text("pages/crawl.jsonl") == before)
    #expect(try folder.contents("pages").count == 1)
  }

  @Test(arguments: ["--summary", "--errors"])
  func `a file that no run wrote is not written over`(option: String) throws {
    let other = try folder.write(#"{"content": "防灾周活动方案"}"#, to: "other.jsonl")
    let run = try Program("parse", option, other, crawl)
    #expect(
      run.exitCode == 73 && run.output == "" && run.errors.contains("other.jsonl is there and does not hold"),
      "\(run.errors)")
    #expect(try folder.text("other.jsonl").contains("防灾周"))
    for _ in 0..<2 {
      let run = try Program("parse", option, folder.file("own"), crawl, folder.file("none"))
      #expect(run.exitCode == 1, "\(run.errors)")
    }
  }

  @Test func `two outputs in one place are refused`() throws {
    let place = folder.file("a.jsonl")
    for options in [
      ["-o", place, "--errors", place], ["--errors", place, "--summary", folder.file("pages/../a.jsonl")],
    ] {
      let run = try Program(["parse"] + options + [crawl])
      #expect(run.exitCode == 64 && run.errors.contains("give two places"), "\(run.errors)")
    }
    #expect(try Program("parse", "--errors", "/dev/null", "--summary", "/dev/null", crawl).exitCode == 0)
  }

  @Test(arguments: ["--summary", "--errors"])
  func `a place that cannot be written to is told before the run`(option: String) throws {
    for output in [[], ["-o", folder.file("out")]] {
      let run = try Program(["parse", option, folder.file("none/a"), crawl] + output)
      #expect(run.exitCode == 74 && run.output == "" && run.errors.contains("none/a: No such file"), "\(run.errors)")
    }
    #expect(!folder.holds("out"))
  }

  @Test(arguments: ["/dev/stdout", "/dev/stderr"])
  func `a stream is written to as it stands, once`(stream: String) throws {
    let run = try Program("parse", "-o", folder.file("out"), "--errors", stream, crawl, folder.file("none"))
    #expect(run.exitCode == 1, "\(run.errors)")
    let told = (run.output + run.errors).split(separator: "\n").filter { $0.contains(#""code":"input.missing""#) }
    #expect(told.count == 1, "\(run.output)\(run.errors)")
  }

  @Test func `options of folders are refused where there is none`() throws {
    for options in [["--compress", "gz"], ["--shard-size", "1M", "-o", folder.file("a.jsonl")], ["--errors", "-"]] {
      #expect(try Program(["parse"] + options + [crawl]).exitCode == 64, "\(options)")
    }
  }

  @Test func `a folder may be named with and without a slash at its end`() throws {
    let output = ["-o", folder.file("out")]
    #expect(try Program(["parse", folder.file("pages")] + output).exitCode == 0)
    let again = try Program(["parse", "--resume", folder.file("pages/")] + output)
    #expect(again.exitCode == 0 && again.errors.contains("nothing is left to do"), "\(again.errors)")
  }
}
