import GangmuPages
import HanText
import Testing

@Suite struct CharacterSetTests {
  private func read(_ bytes: [UInt8], mediaType: String? = nil) throws -> Page {
    try PageReader().read(bytes, mediaType: mediaType)
  }

  private static let simplified = "为做好本届网络安全宣传周活动，特制定本方案。"
  private static let traditional = "為做好本屆網路安全宣傳週活動，特制定本方案。"

  @Test(arguments: [
    (simplified, "GB18030", "gb18030"), (simplified, "GBK", "gb18030"), (simplified, "EUC-CN", "gb18030"),
    (traditional, "GB18030", "gb18030"), (traditional, "BIG5", "big5"), (traditional, "BIG5-HKSCS", "big5"),
    (traditional, "EUC-TW", "euc-tw"), (simplified, "UTF-8", "utf-8"), (simplified, "UTF-16LE", "utf-16le"),
    (traditional, "UTF-16BE", "utf-16be"), ("\u{FEFF}" + traditional, "UTF-16LE", "utf-16le"),
    ("\u{FEFF}" + simplified, "UTF-16BE", "utf-16be"), ("\u{FEFF}" + simplified, "UTF-8", "utf-8"),
  ])
  func theBytesTellTheSet(text: String, set: String, name: String) throws {
    let page = try read(encoded(text, as: set))
    #expect(page.encoding == name)
    #expect(dump(page) == ["1 p " + text.replacing("\u{FEFF}", with: "")])
    #expect(page.warnings.isEmpty, "\(page.warnings)")
  }

  @Test(arguments: [
    ("学校开展消防演练", "GB18030"), ("本局十月份工作要點", "BIG5"), ("各學院應於期限前完成自查", "BIG5"), ("请于周五前报送材料", "GB18030"),
    ("落实安全生产责任", "GB18030"), ("臺北市政府教育局函", "BIG5"), ("圖書館週末照常開放", "BIG5"), ("关于放假的通知", "GB18030"),
  ])
  func aLineIsEnough(text: String, set: String) throws {
    let page = try read(encoded(text, as: set))
    #expect(dump(page) == ["1 p " + text], "\(page.encoding)")
  }

  @Test func damageDoesNotChangeTheSet() throws {
    for (text, set, name) in [(Self.simplified, "GB18030", "gb18030"), (Self.traditional, "BIG5", "big5")] {
      var bytes = encoded((1...4).map { "\($0)" + text + "\n" }.joined(), as: set)
      // A byte that leads nothing, before a character, then half of the last 。
      bytes.insert(0xFF, at: 41)
      bytes.removeLast(2)
      let page = try read(bytes)
      #expect(page.encoding == name)
      #expect(page.warnings.map(\.code) == ["page.invalid_bytes"], "\(page.warnings)")
      let lines = dump(page)
      #expect(lines[2] == "3 p 3" + text)
      #expect(lines[0] == "1 p 1" + text.prefix(20) + "\u{FFFD}" + text.dropFirst(20))
      #expect(lines[3] == "4 p 4" + text.dropLast() + "\u{FFFD}")
    }
  }

  @Test func utf8ThatIsCutOrDamagedStaysUTF8() throws {
    var bytes = Array(String(repeating: Self.simplified, count: 3).utf8)
    bytes[30] = 0x80
    bytes.removeLast(1)
    let page = try read(bytes)
    #expect(page.encoding == "utf-8")
    #expect(page.warnings.map(\.code) == ["page.invalid_utf8"])
  }

  @Test func whatWasDeclaredIsHeardAndOverruled() throws {
    let gbk = encoded(Self.simplified, as: "GBK")
    let meta = Array("<meta http-equiv=Content-Type content=\"text/html; charset=".utf8)
    let right = try read(meta + Array("GB2312\"><p>".utf8) + gbk)
    #expect(right.encoding == "gb18030")
    #expect(right.warnings.isEmpty, "\(right.warnings)")
    let lie = try read(meta + Array("utf-8\"><p>".utf8) + gbk)
    #expect(lie.encoding == "gb18030")
    #expect(lie.warnings.map(\.code) == ["page.charset_differs"])
    #expect(dump(lie) == ["1 p " + Self.simplified])
    let utf8 = try read(Array("<meta charset=gbk><p>\(Self.traditional)".utf8))
    #expect(utf8.encoding == "utf-8")
    #expect(utf8.warnings.map(\.code) == ["page.charset_differs"])
    // HTTP comes before the page's own word.
    let header = try read(meta + Array("big5\"><p>".utf8) + gbk, mediaType: "text/html; charset=\"gbk\"")
    #expect(header.warnings.isEmpty, "\(header.warnings)")
    // Two characters say nothing by themselves.
    #expect(dump(try read(encoded("活動", as: "BIG5"), mediaType: "text/plain; charset=big5")) == ["1 p 活動"])
  }

  @Test func aSetOfAnotherLanguageIsRefused() {
    let japanese: [UInt8] = [0x82, 0xB1, 0x82, 0xF1, 0x82, 0xC9, 0x82, 0xBF, 0x82, 0xCD]
    #expect(throws: PageError.self) { try read(japanese, mediaType: "text/plain; charset=shift_jis") }
  }

  @Test func hzIsReadBetweenItsMarks() throws {
    let gb = encoded("活动方案", as: "EUC-CN").map { $0 & 0x7F }
    let page = try read(Array("Plan: ~{".utf8) + gb + Array("~} ~~ 2016\n".utf8))
    #expect(page.encoding == "hz-gb-2312")
    #expect(dump(page) == ["1 p Plan: 活动方案 ~ 2016"])
    #expect(try read(Array("cat ~{x} ~ y".utf8)).encoding == "utf-8")
  }

  /// Where glibc and the WHATWG indexes part.
  @Test(
    arguments: [
      ([0x80], "€", "gbk"), ([0xA3, 0xA0, 0xD2, 0xBB], "一", "gbk"),
      ([0x81, 0x30, 0x81, 0x30, 0xD2, 0xBB], "\u{80}一", "gb18030"),
      ([0x95, 0x32, 0x82, 0x36], "𠀀", "gb18030"), ([0xA1, 0x45], "‧", "big5"), ([0xA1, 0xC3], "￣", "big5"),
      ([0xA3, 0xE1], "€", "big5"), ([0xC6, 0xA1], "①", "big5"), ([0xF9, 0xD6], "碁", "big5"),
      ([0x88, 0x62], "Ê\u{304}", "big5"),
      ([0xC6, 0xCF], "廴", "big5"),
    ] as [([UInt8], String, String)])
  func decodingIsThatOfTheStandard(bytes: [UInt8], text: String, label: String) throws {
    let context = encoded("一二三四五六七八九十", as: label == "big5" ? "BIG5" : "GBK")
    let page = try read(context + bytes + context, mediaType: "text/plain; charset=\(label)")
    let expected = text.replacing("\u{80}", with: "")
    let string = page.content.text.string(0..<page.content.text.count)
    #expect(string.contains("十" + expected) || string.contains("十\u{3000}" + expected), "\(string)")
  }

  @Test(arguments: [0, 7, 12, 25, 44])
  func aStrayByteSpoilsOneCharacterAtMost(place: Int) throws {
    let text = "活动期间，全体教职工和学生家长踊跃参与，现场气氛热烈"
    for stray: UInt8 in [0xA0, 0xFE, 0xFF] {
      var bytes = encoded(text, as: "GB18030")
      bytes.insert(stray, at: min(place, bytes.count))
      let page = try PageReader().read(bytes)
      let read = page.content.text.string(0..<page.content.text.count)
      #expect(page.encoding == "gb18030", "\(read)")
      #expect(text.filter(read.contains).count >= text.count - 1, "\(stray) at \(place): \(read)")
      #expect(page.warnings.map(\.code) == ["page.invalid_bytes"])
    }
  }
}
