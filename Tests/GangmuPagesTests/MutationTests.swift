import GangmuPages
import TestSupport
import Testing

/// Damaged pages: whatever the bytes, a page that holds to its rules or an error.
@Suite struct MutationTests {
  private static let html = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>活动方案</title><style>p{}</style></head><body class='a b'>
    <div id=nav style="display: none">首页 &gt; 通知</div><h1>网络安全宣传周&nbsp;活动方案</h1><!-- 正文 -->
    <p>　　为做好<b>网络</b>安全\n工作，<br/>特制定本方案：</p><ol><li>一、主题<li>二、时间</ol><pre>甲\n 乙</pre>
    <table border=1><tr><th>任务<th>单位</tr><tr><td><p>宣传</p><td>学生处&#12289;团委<td></tr>
    <tr><td><table><tr><td>丙<td>丁</table><td>戊<br>己</tr></table><ruby>漢<rt>hàn</rt></ruby>\u{200B}</body></html>
    """

  @Test(arguments: 0..<8)
  func damagedHTML(seed: Int) {
    check(Array(Self.html.utf8), seed: UInt64(seed), rounds: 500, mediaType: "text/html")
  }

  @Test(arguments: 0..<8)
  func damagedText(seed: Int) throws {
    check(Array(try Fixture.cybersecurityWeek().prefix(20_000)), seed: UInt64(seed), rounds: 50, mediaType: nil)
  }

  private func check(_ page: [UInt8], seed: UInt64, rounds: Int, mediaType: String?) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<rounds {
      var bytes = page
      for _ in 0..<Int.random(in: 1...12, using: &random) { mutate(&bytes, &random) }
      guard let read = try? PageReader().read(bytes, mediaType: mediaType) else { continue }
      if let flaw = flaw(in: read) {
        Issue.record("seed \(seed), round \(round): \(flaw)\n\(String(decoding: bytes, as: UTF8.self))")
        return
      }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let start = Int.random(in: bytes.indices, using: &random)
    let end = min(bytes.count, start + Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes[start] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: bytes.indices, using: &random))
    case 3: bytes.insert(contentsOf: Self.tokens.randomElement(using: &random)?.utf8 ?? "".utf8, at: start)
    case 4: bytes[start] = [0, 0x20, 0x3C, 0x3E, 0x22, 0x26].randomElement(using: &random) ?? 0
    default: bytes.removeSubrange(end...)
    }
  }

  private static let tokens = [
    "<p>", "</p>", "<td>", "</td>", "<table>", "</table>", "<tr>", "</tr>", "<li>", "<pre>", "</pre>", "<br>", "<h2>",
    "</h2>", "<div hidden>", "<script>", "</script>", "<!--", "-->", "</html>", "<title>", "&nbsp", "&#x", "<![CDATA[",
    "]]>", "\u{2028}", "\u{3000}", "\u{FEFF}", "\u{85}", "\r", "\u{0B}", "<textarea>", "<rt>", "<select>", "<a href='",
    "</a>", "<a>", "<option>", "<li>网友评论(3条)", "&#xF0000;", "&#983041", "&#xE0100;", "\u{E0100}", "\u{F0002}",
    "\u{100041}", "网络安全宣传周活动",
  ]
}
