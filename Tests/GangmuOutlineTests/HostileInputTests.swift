import GangmuOutline
import HanText
import TestSupport
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  @Test(
    "pages of markers give a sane outline",
    arguments: [
      NamedText(10_000, times: "(1)"), NamedText(20_000, times: "一、\n"), NamedText(10_000, times: "第一条 "),
      NamedText(10_000, times: "❶题\n"), NamedText(10_000, times: "方案1\n"), NamedText(50_000, times: "《"),
      NamedText(
        "three markers a line", (1...20_000).map { "\($0 % 7 + 1)、(一)①项" }.joined(separator: "\n")),
      NamedText(
        "five levels",
        (0..<20_000).map { ["一、甲", "(一)乙", "1.丙", "(1)丁", "①戊"][$0 % 5] }.joined(separator: "\n")),
      NamedText("a number of 10,001 digits", "1" + String(repeating: "0", count: 10_000) + "、目的"),
      NamedText("a list of 10,000 items within a line", (1...10_000).map { "(\($0))项目;" }.joined()),
      NamedText(50_000, times: "篇一\n"),
      NamedText(
        "40,000 lines with a series of its own in each",
        (0..<40_000).map { line in
          let path = "\(line / 10_000 + 1).\(line / 100 % 100 + 1).\(line % 100 + 1)"
          return "工作如下, \(path).1 甲项工作, \(path).2 乙项工作, \(path).3 丙项。"
        }.joined(separator: "\n")),
      NamedText("50,000 numbered titles", (1...50_000).map { "❶题\($0)\n文字。" }.joined(separator: "\n")),
    ])
  func markers(page: NamedText) {
    for document in documents(page.text) { check(document) }
  }

  @Test("a page damaged at random gives an outline whose spans hold together")
  func mutations() throws {
    var generator = SeededGenerator(seed: 3)
    let parts = Array("一、(一)1.(1)①第三條 是篇:❶\n 。;,九月方案2網絡".unicodeScalars)
    for _ in 0..<400 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...300, using: &generator) {
        scalars.append(parts.randomElement(using: &generator) ?? "一")
      }
      for document in documents(String(scalars)) { check(document) }
    }
  }

  private func check(_ document: OutlinedDocument) {
    for section in document.sections {
      let parent = section.parent.map { document.sections[$0] }
      let isSound =
        section.span.lowerBound == section.marker.lowerBound && section.marker.upperBound <= section.span.upperBound
        && section.span.upperBound <= document.text.count && section.level == (parent?.level ?? 0) + 1
        && parent.map { $0.span.lowerBound <= section.span.lowerBound } ?? true
        && section.heading.map { section.span.contains($0) } ?? true
        && section.body.map { section.span.contains($0) } ?? true
      #expect(isSound, "section \(section.id) of \(document.text.string(0..<min(document.text.count, 200)))")
      if !isSound { return }
    }
  }
}
