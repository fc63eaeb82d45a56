import Foundation
import Gangmu
import TestSupport
import Testing

@Suite struct CommandTests {
  private let folder: TemporaryFolder
  private static let plan = "讀書節活動方案\n一、活動主題\n好書伴我成長\n二、活動時間\n2023年4月23日\n"

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `records come in the order of the inputs, each with its path`() throws {
    let (b, a) = (try folder.write(Self.plan, to: "b.txt"), try folder.write(Self.plan, to: "a.txt"))
    let run = try Program("parse", b, a, folder.path)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.errors == "")
    #expect(try run.records().map(\.source.uri) == [b, a, a, b])
  }

  @Test func `standard input is read for a dash and where no path is given`() throws {
    for arguments in [["parse", "-"], ["parse"]] {
      let run = try Program(arguments, input: Self.plan)
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(try run.records().map(\.source.uri) == ["-"])
    }
  }

  @Test func `an input that fails is named, the others are read, and the exit code is 1`() throws {
    let good = try folder.write(Self.plan, to: "good.txt")
    let empty = try folder.write("", to: "empty.txt")
    let image = try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], to: "image.png")
    let run = try Program("parse", empty, good, "\(folder.path)/none", image, good)
    #expect(run.exitCode == 1)
    #expect(try run.records().map(\.source.uri) == [good, good])
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 3, "\(run.errors)")
    #expect(run.errors.contains("gangmu: \(empty): the page has no bytes (page.empty)"))
    #expect(run.errors.contains("gangmu: \(folder.path)/none: no such file or folder (input.missing)"))
    #expect(run.errors.contains("(page.binary)"))
  }

  @Test(arguments: [["parse", "--no-such-option"], ["no-such-verb"], ["outline", "--color", "pink", "-"]])
  func `wrong usage exits with 64`(arguments: [String]) throws {
    let run = try Program(arguments)
    #expect(run.exitCode == 64)
    #expect(run.output == "")
    #expect(run.errors.contains("Usage: gangmu"))
  }

  @Test func `a compressed page that was cut is told of, and what there is of it gives records`() throws {
    let page = try folder.write(
      Self.plan + (0..<3000).map { "第\($0 * 7919 % 3001)項\n" }.joined(), to: "page.txt")
    let run = try Program(bash: "gzip -c '\(page)' | head -c 2000 > '\(page).gz' && gangmu parse '\(page).gz'")
    #expect(run.exitCode == 0 && run.output.contains("input.cut"), "\(run.errors)")
    #expect(run.errors == "gangmu: \(page).gz: the gzip data end within a member (input.cut)\n")
  }

  @Test(arguments: [
    (["parse", "--jobs", "-3", "-"], "--jobs is 1 to 1024."),
    (["search", "x", "y", "--limit", "-1"], "--limit is at least 1."),
    (["stats", "--top", "-1", "-"], "--top is at least 1."),
  ])
  func `a number below nothing is wrong usage, and words say why`(arguments: [String], message: String) throws {
    let run = try Program(arguments)
    #expect(run.exitCode == 64 && run.errors.contains(message), "\(run.errors)")
  }

  @Test func `a reader that goes away ends the run in silence`() throws {
    let page = try folder.write(Self.plan, to: "page.txt")
    let paths = String(repeating: " '\(page)'", count: 500)
    let run = try Program(bash: "gangmu parse\(paths) | head -n 1 | wc -l")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("1"))
    #expect(run.errors == "")
  }

  @Test func `a full disk is told`() throws {
    let page = try folder.write(Self.plan, to: "page.txt")
    let run = try Program(bash: "gangmu parse '\(page)' > /dev/full")
    #expect(run.exitCode == 74)
    #expect(run.errors.contains("gangmu: cannot write the output: No space left on device"))
  }

  @Test func `the outline is coloured when it is wanted`() throws {
    let page = try folder.write(Self.plan, to: "page.txt")
    let plain = try Program("outline", page)
    #expect(
      plain.output.hasPrefix("\(page)\n     1  讀書節活動方案"), "\(plain.output)")
    #expect(plain.output.contains("\n     2    一、活動主題"), "\(plain.output)")
    #expect(!plain.output.contains("\u{1B}"), "standard output is no terminal here")
    #expect(try Program("outline", "--color", "always", page).output.contains("\u{1B}[1m讀書節活動方案"))
    #expect(try Program("outline", "--color", "never", page).output == plain.output)
  }

  @Test func `help opens with examples, and the version is the one in the records`() throws {
    let help = try Program("--help")
    #expect(help.exitCode == 0)
    let examples = try #require(help.output.range(of: "EXAMPLES:"))
    let usage = try #require(help.output.range(of: "USAGE:"))
    #expect(examples.lowerBound < usage.lowerBound)
    #expect(try Program("--version").output == Record.Extractor.current.version + "\n")
  }

  @Test func `the schema is printed as it is in the library`() throws {
    #expect(try Program("schema").output == RecordSchema.json)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `shells get completions`(shell: String) throws {
    let run = try Program("--generate-completion-script", shell)
    #expect(run.exitCode == 0)
    #expect(run.output.contains("outline"))
  }
}
