import Gangmu
import GangmuPages
import HanText
import Testing

@Suite struct ContentIDTests {
  /// The id of the record of a plain text.
  private func id(_ text: String) -> String? {
    let page = Page(
      mediaType: "text/plain", encoding: "utf-8", title: nil,
      content: BlockText(
        text: FoldedText(text), blocks: [Block(kind: .paragraph, span: 0..<text.unicodeScalars.count, line: 1)]),
      warnings: [])
    return PageParser().documents(of: page, PageInput(uri: "", bytes: [])).first.map { Record($0).id }
  }

  @Test(arguments: [
    ("網絡安全宣傳周活動方案", "网络安全宣传周活动方案"), ("活動時間：9月20日（週二）", "活動時間:9月20日(週二)"),
    ("電 話: ABC", "電　話：ａｂｃ"),
  ])
  func `copies that differ in script, width, case or spaces share an id`(one: String, other: String) {
    #expect(id(one) != nil)
    #expect(id(one) == id(other))
  }

  @Test func `another text has another id, of sixteen hex digits`() {
    #expect(id("活動方案一") != id("活動方案二"))
    #expect(id("活動方案")?.count == 16)
    // printf '活动方案' | iconv -f utf-8 -t utf-16le | sha256sum
    #expect(id("活動方案") == "4aa83d99949643b9")
  }
}
