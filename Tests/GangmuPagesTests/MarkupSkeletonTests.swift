import GangmuPages
import Testing

/// Text goes past the HTML parser, which reads a mark in its place: nothing of it must get lost or be mistaken for a mark.
@Suite struct MarkupSkeletonTests {
  @Test(arguments: [
    HTMLCase(
      "characters that marks are made of", "<p>网络安全宣传周\u{F0001}活动安排\u{100041}</p>",
      ["1 p 网络安全宣传周\u{F0001}活动安排\u{100041}"]),
    HTMLCase(
      "references to characters that marks are made of",
      "<p>网络安全宣传周&#xF0000;&#983040;活动&#X100041;安排工作计划方案&#<!-- 又 -->xF0001;",
      ["1 p 网络安全宣传周\u{F0000}\u{F0000}活动\u{100041}安排工作计划方案\u{F0001}"]),
    HTMLCase(
      "references to variation selectors and tags",
      "<p title='葛&#917760;'>葛&#917760;城市网络安全宣传周&#xE0067;&#xC0000;&#xE<!-- -->0100;</p>",
      ["1 p 葛\u{E0100}城市网络安全宣传周\u{E0067}\u{C0000}\u{E0100}"]),
    HTMLCase("a variation selector", "<p>葛\u{E0100}城市网络安全宣传周</p>", ["1 p 葛\u{E0100}城市网络安全宣传周"]),
    HTMLCase(
      "a reference beyond all characters", "<p>网络安全宣传周&#x110000;活动&#99999999999999999999;</p>",
      ["1 p 网络安全宣传周活动"]),
    HTMLCase("a character that is none", "<p>网络安全宣传周\u{FFFE}活动</p>", ["1 p 网络安全宣传周活动"]),
    HTMLCase(
      "names behind an ampersand", "<p>&网络安全宣传周活动;甲&nbsp网络安全宣传周&copy网络安全宣传;</p>",
      ["1 p &网络安全宣传周活动;甲\u{A0}网络安全宣传周&copy网络安全宣传;"]),
    HTMLCase("a processing instruction", "<p><?网络安全宣传周 甲>乙网络安全宣传周</p>", ["1 p 乙网络安全宣传周"]),
    HTMLCase(
      "references", "<p>甲&emsp;网络安全宣传周&ldquo;乙&rdquo;&lt;p&gt;</p>", ["1 p 甲\u{2003}网络安全宣传周“乙”<p>"]),
    HTMLCase("line ends of other kinds", "<pre>甲\u{85}网络安全宣传周\n乙</pre>", ["1 p 甲", "2 p 网络安全宣传周", "3 p 乙"]),
    HTMLCase(
      "attributes", "<p title='网络安全宣传周&quot;'>网络安全宣传周</p><div class='网络安全宣传周'>丙</div>",
      ["1 p 网络安全宣传周", "1 p 丙"]),
    HTMLCase(
      "letters in a font of symbols", "<p><span style='font-family:Wingdings'>l网络安全宣传周</span>", ["1 p l网络安全宣传周"]),
  ])
  func blocks(of page: HTMLCase) throws {
    #expect(try dump(html: page.html) == page.blocks)
  }
}
