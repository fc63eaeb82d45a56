import Foundation
import Gangmu
import GangmuCorpus
import GangmuDates
import TestSupport
import Testing

/// Files that hold many pages, or are compressed, sound and damaged.
@Suite struct ContainerTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// What a file gives, as `NAME=TEXT` with the codes of its warnings, or `NAME!CODE`.
  private func contents(_ name: String, options: SourceOptions = SourceOptions()) -> [String] {
    PathSource([folder.file(name)], options: options).map { result in
      switch result {
      case .success(let page):
        "\(relative(page.uri))=\(String(decoding: page.bytes, as: UTF8.self))"
          + page.warnings.map { " \($0.code)" }.joined()
      case .failure(let failure): "\(relative(failure.uri))!\(failure.code)"
      }
    }
  }

  private func relative(_ uri: String) -> String {
    uri.replacingOccurrences(of: folder.path + "/", with: "")
  }

  private func contents(of bytes: [UInt8], as name: String, options: SourceOptions = SourceOptions()) throws -> [String]
  {
    try folder.write(bytes, to: name)
    return contents(name, options: options)
  }

  private static func decoded(_ base64: String) -> [UInt8] {
    [UInt8](Data(base64Encoded: base64) ?? Data())
  }

  private static let plan = "活动方案\n一、活动主题\n"
  private static let gzip = decoded("H4sIAAAAAAACA3u2ZffTrhXPpu18trCD68mOhscNjc/AQk927H65aAYXAOElUJogAAAA")
  private static let zstd = decoded("KLUv/QRYAQEA5rS75Yqo5pa55qGICuS4gOOAgea0u+WKqOS4u+mimArmQop+")
  private static let zip = decoded(
    "UEsDBBQAAAgIAAAAIVChQ2rcJQAAAIAAAAAJAAAA55SyL2EudHh0e7Zl99OuFc+m7Xy2sIPryY6Gxw2Nz8BCT3bsfrloBtczGssDAFBLAwQUAAAAAAAA"
      + "ACFQYGkxfQkAAAAJAAAABgAAAGIuaHRtbDxwPuaWueahiFBLAQIUAxQAAAgIAAAAIVChQ2rcJQAAAIAAAAAJAAAAAAAAAAAAAACAAQAAAADnlLIvYS50"
      + "eHRQSwECFAMUAAAAAAAAACFQYGkxfQkAAAAJAAAABgAAAAAAAAAAAAAAgAFMAAAAYi5odG1sUEsFBgAAAAACAAIAawAAAHkAAAAAAA==")

  /// Two files, the numbers of the first in 64 bits, the name of the second in GBK.
  private static let zip64 = decoded(
    "UEsDBC0AAAAAAAAAIVBgaTF9//////////8GABQAYS5odG1sAQAQAAkAAAAAAAAACQAAAAAAAAA8cD7mlrnmoYhQSwMEFAAAAAAAAAAhUDSg87"
      + "YGAAAABgAAAAgAAAC8xruuLnR4dOaWueahiFBLAQItAC0AAAAAAAAAIVBgaTF9//////////8GABwAAAAAAAAAAAAAAP////9hLmh0bWwBABgA"
      + "CQAAAAAAAAAJAAAAAAAAAAAAAAAAAAAAUEsBAhQAFAAAAAAAAAAhUDSg87YGAAAABgAAAAgAAAAAAAAAAAAAAAAAQQAAALzGu64udHh0UEsGBi"
      + "wAAAAAAAAALQAtAAAAAAAAAAAAAgAAAAAAAAACAAAAAAAAAIYAAAAAAAAAbQAAAAAAAABQSwYHAAAAAPMAAAAAAAAAAQAAAFBLBQYAAAAA////"
      + "////////////AAA=")

  // MARK: Compression

  @Test func `compressed pages are read, of several members too`() throws {
    #expect(try contents(of: Self.gzip, as: "a.txt.gz") == ["a.txt.gz=" + Self.plan])
    #expect(try contents(of: Self.gzip + Self.gzip, as: "b") == ["b=" + Self.plan + Self.plan])
    #expect(try contents(of: Self.zstd + Self.zstd, as: "c.zst") == ["c.zst=" + Self.plan + Self.plan])
  }

  @Test func `what is cut, damaged or trails is reported`() throws {
    #expect(try contents(of: Array(Self.gzip.dropLast(4)), as: "a.gz") == ["a.gz=\(Self.plan) input.cut"])
    #expect(try contents(of: Self.gzip + [1, 2, 3], as: "b.gz") == ["b.gz=\(Self.plan) input.trailing"])
    #expect(try contents(of: Array(Self.zstd.dropLast(4)), as: "c.zst").first?.hasSuffix("input.cut") == true)
    var damaged = Self.gzip
    damaged[20] ^= 0xFF
    let read = try contents(of: damaged + Self.gzip, as: "d.gz")
    #expect(read.count == 1 && read[0].hasSuffix("\(Self.plan) input.damaged"), "\(read)")
  }

  @Test func `a compression bomb is refused`() throws {
    // 32 MiB of zeros in 32 KB: 66 blocks of stored Huffman codes would be long to write down, so gzip makes it.
    let bomb = Process()
    bomb.executableURL = URL(fileURLWithPath: "/bin/sh")
    bomb.arguments = ["-c", "head -c 33554432 /dev/zero | gzip > '\(folder.path)/bomb.gz'"]
    try bomb.run()
    bomb.waitUntilExit()
    #expect(contents("bomb.gz") == ["bomb.gz!input.bomb"])
  }

  @Test func `the files in an archive are pages`() throws {
    let plans = String(repeating: Self.plan, count: 4)
    #expect(try contents(of: Self.zip, as: "a.zip") == ["a.zip/甲/a.txt=" + plans, "a.zip/b.html=<p>方案"])
    #expect(try contents(of: Array(Self.zip.dropLast(30)), as: "b.zip") == ["b.zip!zip.damaged"])
    var bomb = Self.zip
    // The size that the directory claims for the first file.
    let directory = try #require(bomb.indices.first { bomb[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bomb.replaceSubrange(directory + 24..<directory + 28, with: [0, 0, 0, 0x0F])
    #expect(try contents(of: bomb, as: "c.zip") == ["c.zip/甲/a.txt!input.bomb", "c.zip/b.html=<p>方案"])
  }

  @Test func `an archive with numbers of 64 bits and names of old machines is read`() throws {
    #expect(try contents(of: Self.zip64, as: "a.zip") == ["a.zip/a.html=<p>方案", "a.zip/计划.txt=方案"])
    var damaged = Self.zip64
    // Where the directory is said to begin: far beyond the end.
    let record = try #require(damaged.indices.first { damaged[$0...].starts(with: [0x50, 0x4B, 6, 6]) })
    damaged.replaceSubrange(record + 48..<record + 56, with: repeatElement(0xFF, count: 8))
    #expect(try contents(of: damaged, as: "b.zip") == ["b.zip!zip.damaged"])
  }

  // MARK: JSON Lines

  @Test func `each line is a page, named by its field`() throws {
    let lines = """
      {"url": "http://a/1", "title": {"content": "x"}, "content": "<p>\\u6d3b\\u52a8\\n\\"\\ud83d\\ude00"}

      {"tags": [1, {"content": "}"}], "content": "方案", "url": 7}
      {"content": "甲"}
      not json
      {"url": "http://a/2", "content": null}
      {"content": "half \\ud800 pair"}
      {"content": 5}
      {"content": "cut
      """
    #expect(
      try contents(of: Array(lines.utf8), as: "a.jsonl") == [
        "http://a/1=<p>活动\n\"😀", "7=方案", "a.jsonl#4=甲", "a.jsonl#5!json.invalid", "a.jsonl#6!json.no_field",
        "a.jsonl#7=half \u{FFFD} pair", "a.jsonl#8!json.no_field", "a.jsonl#9!json.invalid",
      ])
    var options = SourceOptions()
    options.contentField = "html"
    options.idField = "id"
    #expect(try contents(of: Array(#"{"id":"x","html":"方案"}"#.utf8), as: "b.ndjson", options: options) == ["x=方案"])
  }

  @Test func `JSON Lines are known by their first line, whatever they are called, with a byte order mark too`() throws {
    let lines = "{\"url\": \"http://a/1\", \"content\": \"活动方案\"}\r\n{\"url\": \"http://a/2\", \"content\": \"甲\"}\r\n"
    for name in ["crawl.json", "crawl.txt", "crawl", "crawl.jsonl"] {
      for mark in ["", "\u{FEFF}"] {
        let found = try contents(of: Array((mark + lines).utf8), as: name)
        #expect(found == ["http://a/1=活动方案", "http://a/2=甲"], "\(name)")
      }
    }
  }

  @Test(arguments: [
    #"[{"content": "活动方案"}]"#, "{\n  \"content\": \"活动方案\"\n}", #"{"body": "活动方案"}"#, #"{"content": "活动"#,
  ])
  func `other JSON is one page, of which that is said`(json: String) throws {
    #expect(try contents(of: Array(json.utf8), as: "a.txt") == ["a.txt=\(json) input.json"])
  }

  @Test(arguments: ["{活动方案}\n一、主题", "[1]活动方案", "", "{"])
  func `braces and brackets alone make no JSON`(text: String) throws {
    #expect(try contents(of: Array(text.utf8), as: "a.txt") == ["a.txt=\(text)"])
  }

  // MARK: Archives of the web

  private func record(_ type: String, _ uri: String, _ content: String, length: Int? = nil) -> String {
    """
    WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:\(uri)>\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Target-URI: \(uri)\r
    Content-Length: \(length ?? content.utf8.count)\r\n\r\n\(content)\r\n\r\n
    """
  }

  private func page(_ uri: String, _ body: String, length: Int? = nil) -> String {
    record("response", uri, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(body)", length: length)
  }

  private func warc(_ text: String) throws -> [String] {
    try contents(of: Array(text.utf8), as: "a.warc")
  }

  @Test func `answers that are pages are read, others passed over`() throws {
    let read = try warc(
      record("warcinfo", "i", "software: x") + page("http://a/1", "<p>甲") + record("request", "http://a/1", "GET /")
        + record("response", "http://a/x.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG")
        + record("response", "http://a/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nweg")
        + record("conversion", "http://a/2", "乙"))
    #expect(read == ["http://a/1=<p>甲", "http://a/2=乙"])
    let input = PathSource([folder.file("a.warc")]).compactMap { try? $0.get() }.first
    #expect(input?.recordID == "<urn:http://a/1>")
    #expect(input?.date == "2020-01-01T00:00:00Z")
    #expect(input?.mediaType == "text/html; charset=utf-8")
  }

  @Test func `the day on which an archive fetched a page bounds the years of its dates`() throws {
    let body = "<h1>校园开放日活动方案</h1><p>一、活动时间</p><p>20__年9月17日(星期一)上午在操场举行,请各班级准时参加。</p>"
    try folder.write(Array(page("http://a/1", body).utf8), to: "fetched.warc")
    let warc = PathSource([folder.file("fetched.warc")])
    let fetched = try warc.flatMap { try PageParser().records(in: $0.get()) }.flatMap(\.dates)
    #expect(fetched.map(\.yearCandidates) == [[2001, 2007, 2012, 2018]], "\(fetched.map(\.text))")
    #expect(fetched.first?.evidence == ["weekday:星期一", "fetched:2020-01-01"])
    // What the user says goes before it.
    let parser = PageParser(dates: DateReader(asOf: try #require(CivilDay("2013-01-01"))))
    let asOf = try warc.flatMap { try parser.records(in: $0.get()) }.flatMap(\.dates)
    #expect(asOf.map(\.yearCandidates) == [[2001, 2007, 2012]])
    #expect(asOf.first?.evidence == ["weekday:星期一", "as_of:2013-01-01"])
    #expect(
      try parser.dates(in: warc).flatMap { try $0.get() }.map(\.expression.yearCandidates) == [[2001, 2007, 2012]])
  }

  @Test func `junk between records is left out and reported`() throws {
    let read = try warc(page("1", "甲") + "some junk\r\nWARC/x" + page("2", "乙") + "tail")
    #expect(read == ["1=甲", "a.warc!warc.junk", "2=乙", "a.warc!warc.junk"])
  }

  @Test func `a length that is too long swallows nothing`() throws {
    #expect(try warc(page("1", "甲", length: 9999) + page("2", "乙")) == ["1=甲 warc.length", "2=乙"])
    #expect(try warc(page("1", "甲", length: Int.max) + page("2", "乙")) == ["1=甲 warc.too_large", "2=乙"])
  }

  @Test func `a length that is too short loses nothing`() throws {
    #expect(try warc(page("1", "甲乙丙丁", length: 70) + page("2", "乙")) == ["1=甲乙丙丁 warc.length", "2=乙"])
  }

  @Test func `a record without length ends where the next begins`() throws {
    let text = page("1", "甲") + page("2", "乙")
    let read = try warc(
      text.replacingOccurrences(of: "\nContent-Length: [0-9]+\r", with: "\nX: y\r", options: .regularExpression))
    #expect(read == ["1=甲 warc.no_length", "2=乙 warc.no_length"])
  }

  @Test func `a file that is cut gives what is there`() throws {
    #expect(
      try warc(String(decoding: Array((page("1", "甲") + page("2", "乙丙")).utf8).dropLast(7), as: UTF8.self)) == [
        "1=甲", "2=乙 warc.cut",
      ])
    #expect(try warc("") == ["a.warc!warc.empty"])
    #expect(try warc("WARC/1.0\r\nWARC-Type: resp") == ["a.warc!warc.header", "a.warc!warc.junk", "a.warc!warc.empty"])
  }

  @Test func `a page that quotes a record is one page`() throws {
    let quoted = "甲\nWARC/1.0\r\nWARC-Type: response\r\n\r\n丙"
    #expect(try warc(page("1", quoted) + page("2", "乙")) == ["1=\(quoted)", "2=乙"])
  }

  @Test func `line feeds alone and old versions do`() throws {
    let text = page("1", "甲").replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(
      of: "WARC/1.0", with: "WARC/0.17")
    // The length still counts the carriage returns.
    #expect(try warc(text) == ["1=甲 warc.cut"])
  }

  @Test func `a record that claims eight exbibytes costs nothing`() throws {
    let huge = record("response", "1", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n甲", length: 1 << 62)
    #expect(
      try warc(huge.replacingOccurrences(of: "\(1 << 62)", with: "9223372036854775808") + page("2", "乙")) == [
        "1=甲 warc.too_large", "2=乙",
      ])
    #expect(try warc(huge + page("2", "乙")) == ["1=甲 warc.too_large", "2=乙"])
  }

  @Test func `a record larger than what is read ahead is read whole`() throws {
    let long = String(repeating: "活動方案", count: 200_000)
    #expect(try warc(page("1", long) + page("2", "乙")) == ["1=\(long)", "2=乙"])
    // One byte short: the record is put back and read again with care.
    let short = page("1", long, length: long.utf8.count + 40)
    #expect(try warc(short + page("2", "乙")).map { $0.suffix(12) } == ["方案 warc.length", "2=乙"].map { $0.suffix(12) })
  }

  @Test func `chunks are joined`() throws {
    let body = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n活动\r\n6;x=y\r\n方案\r\n0\r\n\r\n"
    #expect(try warc(record("response", "1", body)) == ["1=活动方案"])
  }

  @Test func `the form before WARC is read`() throws {
    let body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>甲"
    let text = """
      filedesc://x.arc 0.0.0.0 20080430204825 text/plain 9
      1 0 IA
      x
      http://a/1 1.2.3.4 20080430204826 text/html \(body.utf8.count)
      \(body)
      junk
      http://a/2 1.2.3.4 20080430204827 text/html 999
      HTTP/1.1 200 OK\r\n\r\n<p>乙
      """
    #expect(
      try contents(of: Array(text.utf8), as: "a.arc") == [
        "http://a/1=<p>甲", "a.arc!arc.junk", "http://a/2=<p>乙", "a.arc!arc.cut",
      ])
  }

  // MARK: Patterns

  @Test(arguments: [
    (["nav/"], [], ["a.html", "b.txt", "x/c.html", "x/d.js"]),
    (["*.js", "b.*"], [], ["a.html", "nav/e.html", "x/c.html"]),
    (["/x/*", "!/x/c.html"], [], ["a.html", "b.txt", "nav/e.html", "x/c.html"]),
    ([], ["*.html"], ["a.html", "nav/e.html", "x/c.html"]), (["**/[c-e].html"], ["*.html"], ["a.html"]),
  ])
  func `patterns choose among the files of a folder`(exclude: [String], include: [String], names: [String]) throws {
    for name in ["a.html", "b.txt", "nav/e.html", "x/c.html", "x/d.js"] { try folder.write("", to: "p/\(name)") }
    var options = SourceOptions()
    options.excluded = exclude
    options.included = include
    #expect(
      contents("p", options: options).map { $0.replacing("p/", with: "", maxReplacements: 1).dropLast() }
        == names.map { $0[...] })
  }

  @Test func `a path may be a pattern itself`() throws {
    for name in ["a.html", "b.txt", "x/c.html", "[1].txt"] { try folder.write("", to: "p/\(name)") }
    #expect(contents("p/*.html") == ["p/a.html="])
    #expect(contents("p/**/*.html") == ["p/a.html=", "p/x/c.html="])
    #expect(contents("p/[1].txt") == ["p/[1].txt="])
  }
}
