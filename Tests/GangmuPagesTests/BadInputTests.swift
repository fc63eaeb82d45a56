import GangmuPages
import HanText
import TestSupport
import Testing

/// Bytes that are no page, or hardly one. Sizes are bounded: what is not linear in them would not end.
@Suite struct BadInputTests {
  private func code(_ bytes: [UInt8], mediaType: String? = nil) -> String {
    do {
      let page = try PageReader().read(bytes, mediaType: mediaType)
      return flaw(in: page) ?? "a page: \(dump(page).prefix(3))"
    } catch {
      return error.code
    }
  }

  @Test(arguments: [
    "", " \r\n\t\n", "\u{FEFF}", "\u{3000}\u{200B}", "<html><body><p>&nbsp;</p><script>x</script></body></html>",
  ])
  func aPageWithoutTextIsEmpty(text: String) {
    #expect(code(Array(text.utf8)) == "page.empty")
  }

  @Test(
    arguments: [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0], Array("GIF89a".utf8),
      Array("%PDF-1.4".utf8), [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B, 0x08],
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
    ] as [[UInt8]])
  func imagesArchivesAndOfficeFilesAreBinary(magic: [UInt8]) {
    #expect(code(magic + Array(" and some text".utf8)) == "page.binary")
    #expect(code(magic, mediaType: "text/plain") == "page.binary")
  }

  @Test func randomBytesAreBinary() {
    var random = SeededGenerator(seed: 7)
    #expect(code((0..<4096).map { _ in UInt8(truncatingIfNeeded: random.next() >> 8) | 0 }) == "page.binary")
    #expect(code(Array(repeating: 0, count: 100)) == "page.binary")
  }

  @Test(arguments: ["text/plain", "text/html"])
  func aFewNULsAreDroppedAndReported(mediaType: String) throws {
    let page = try PageReader().read(Array("活\0动方\0案\n一、时间".utf8), mediaType: mediaType)
    #expect(page.warnings.map(\.code) == ["page.nul_bytes"])
    #expect(
      page.warnings.first?.message.hasPrefix("2 NUL byte(s) dropped, the first at byte 3") == true, "\(page.warnings)")
    #expect(page.content.text.string(0..<4) == "活动方案")
  }

  @Test(arguments: ["text/plain", "text/html"])
  func illFormedUTF8IsReplacedAndReported(mediaType: String) throws {
    let bytes = Array("活动".utf8) + [0xFF] + Array("方案".utf8) + [0xE4, 0xB8] + Array("，".utf8) + [0xED, 0xA0, 0x80]
    let page = try PageReader().read(bytes, mediaType: mediaType)
    #expect(dump(page) == ["1 p 活动\u{FFFD}方案\u{FFFD}，\u{FFFD}\u{FFFD}\u{FFFD}"])
    #expect(page.warnings.map(\.code) == ["page.invalid_utf8"])
    #expect(page.warnings.first?.message.hasPrefix("5 ill-formed") == true, "\(page.warnings)")
    #expect(page.warnings.first?.message.hasSuffix("the first at byte 6") == true, "\(page.warnings)")
  }

  @Test func aByteOrderMarkIsNoText() throws {
    #expect(try dump(text: "\u{FEFF}方案") == ["1 p 方案"])
    let page = try PageReader().read(Array("\u{FEFF}\n<!-- x --><p>方案".utf8))
    #expect(page.mediaType == "text/html")
    #expect(dump(page) == ["2 p 方案"])
  }

  /// Bytes that made other parsers slow or deep, repeated to about 200 kB.
  @Test(arguments: [
    "<div>字", "<span>字", "<table><tr><td>字", "<ul><li>字", "<font><b>字", "<form>字", "<body>字", "</p>字", "</div>",
    "</html>字",
    "<p>字", "<script>", "<style></style>字", "<!--", "<!-- x -->字", "<a href=\"", "<", "&", "&#", "&nbsp;", "&nbsp",
    "<!x ", "<?x ", "</ ", "<![CDATA[", "]]>",
    "<td>字", "<title>字", "<template>", "<div hidden>字", "<pre>字\n", "<rt>字", " \n", "\u{3000} ", "\u{200B}", "(1)",
    "<p a='>' b>",
  ])
  func longAndDeepPagesEnd(unit: String) {
    let bytes = Array((["<p>始"] + Array(repeating: unit, count: 200_000 / unit.utf8.count) + ["终"]).joined().utf8)
    let result = code(bytes, mediaType: "text/html")
    #expect(result.hasPrefix("a page: [\"1 p 始"), "\(unit): \(result)")
  }

  @Test func nestingOfAHundredThousandLosesNoText() throws {
    let depth = 100_000
    let html =
      (0..<depth).map { "<div>\($0)" }.joined(separator: "\n") + String(repeating: "</div>", count: depth) + "尾"
    let page = try PageReader().read(Array(html.utf8))
    #expect(page.content.blocks.count == depth + 1)
    #expect(page.warnings.map(\.code) == ["page.nesting"])
    let last = dump(page).suffix(2)
    #expect(last == ["100000 p 99999", "100000 p 尾"])
    #expect(flaw(in: page) == nil)
  }

  @Test func scriptsBelowTheDepthLimitAreNoText() throws {
    let html =
      String(repeating: "<div>", count: 2000)
      + "<script>if (a<b) x('<p>碼</p>')</script><br>文<img src=x>字<style>p{}</style>"
    #expect(try dump(html: html) == ["1 p 文字"])
  }

  @Test func aTagOfAHundredThousandAttributesLosesNoText() throws {
    let attributes = (0..<100_000).map { "a\($0)='>'" }.joined(separator: "\n")
    let html = "<p>前</p><p \(attributes)>后</p><script>if (a<b) { }</script><!-- <p \(attributes)> --><p>尾</p>"
    #expect(try dump(html: html) == ["1 p 前", "100000 p 后", "199999 p 尾"])
  }

  @Test func aHundredThousandElementNamesLoseNoText() throws {
    let html = "<p>" + (0..<100_000).map { "<x\($0)>字</x\($0)>" }.joined()
    let page = try PageReader().read(Array(html.utf8))
    #expect(page.content.text.count == 100_000)
    #expect(page.content.blocks.count == 1)
  }

  @Test func oneLongLineIsOneBlock() throws {
    let line = String(repeating: "一、活动主题（网络安全）2016年9月19日 ", count: 50_000)
    let page = try PageReader().read(Array(line.utf8))
    #expect(page.content.blocks.count == 1)
    #expect(flaw(in: page) == nil)
  }

  @Test func linesBeyondWhatLibxml2KeepsInItsTreeAreCounted() throws {
    let html = String(repeating: "\n", count: 70_000) + "<p>\n甲\n乙<br>丙</p>"
    #expect(try dump(html: html) == ["70002 p 甲乙", "70003 p 丙"])
  }

  @Test func pagesAreReadOnManyThreadsAtOnce() async throws {
    let html = Array("<title>題</title><h1>方案</h1><table><tr><td>甲<td>乙</table><p>一、&nbsp主題</br>二、時間".utf8)
    let expected = dump(try PageReader().read(html))
    let results = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<64 { group.addTask { (try? PageReader().read(html)).map(dump) ?? [] } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 64)
    #expect(results.allSatisfy { $0 == expected })
  }
}
