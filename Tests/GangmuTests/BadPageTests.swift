import Gangmu
import GangmuPages
import Testing

/// Pages that no one should have written. Each gives records or a clear error, in time linear in its size.
@Suite struct BadPageTests {
  private let parser = PageParser()

  /// What becomes of bytes: records whose every span quotes its value, or the code of an error.
  private func outcome(_ bytes: [UInt8]) -> Result<[Record], PageError> {
    do throws(PageError) {
      return .success(try parser.records(bytes: bytes, uri: "bad"))
    } catch {
      return .failure(error)
    }
  }

  private static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52,
  ]

  @Test(arguments: [("nothing", [], "page.empty"), ("a PNG image", png, "page.binary")])
  func `what is no page is refused by name`(what: String, bytes: [UInt8], code: String) {
    #expect(throws: PageError.self, "\(what)") { try outcome(bytes).get() }
    if case .failure(let error) = outcome(bytes) {
      #expect(error.code == code)
      #expect(!error.message.isEmpty)
    }
  }

  /// Bytes that are nearly a page, and what is odd about them.
  struct OddPage: CustomStringConvertible {
    let description: String
    let bytes: [UInt8]

    init(_ description: String, _ bytes: [UInt8]) {
      self.description = description
      self.bytes = bytes
    }
  }

  private static let odd = [
    OddPage("spaces alone", Array(" \n\t\u{3000}\n".utf8)),
    OddPage("a BOM alone", [0xEF, 0xBB, 0xBF]),
    OddPage("HTML without text", Array("<html><body><script>var a</script></body></html>".utf8)),
    OddPage("a cut reference alone", Array("<p>&nbsp".utf8)),
    OddPage(
      "an empty table at the end",
      Array("<html><p>活動方案</p><p>一、主題</p><table border=1><tr><td>&nbsp;<td></table>".utf8)),
    OddPage("a reference to a private character", Array("<html><p>網絡安全宣傳周活動方案&#xF0007;&#983040;</p>".utf8)),
    OddPage(
      "a head of comments that ends before it begins",
      Array("<html><div><p>活動方案<a><li>網友評論(3條)<table><textarea><a>><td>甲<td>乙</a></p></div>".utf8)),
    OddPage("NUL bytes", Array("活動\0方案\n一、主題\0\n讀書\n".utf8)),
    OddPage("one NUL", [0]),
    OddPage("invalid UTF-8", Array("活動方案\n一、主題\n".utf8) + [0xE6, 0xB4, 0xFF, 0xC0, 0x80]),
    OddPage("a cut last character", Array("活動方案\n一、主題".utf8.dropLast())),
    OddPage("every byte", Array(0...255)),
  ]

  @Test(arguments: odd)
  func `odd bytes give records or a named error`(page: OddPage) {
    switch outcome(page.bytes) {
    case .success(let records): #expect(!records.isEmpty, "\(page)")
    case .failure(let error): #expect(error.code.hasPrefix("page."), "\(page)")
    }
  }

  @Test func `a BOM is not part of the text`() throws {
    let records = try outcome([0xEF, 0xBB, 0xBF] + Array("活動方案\n一、主題\n讀書\n".utf8)).get()
    #expect(records.first?.title == "活動方案")
  }

  /// Hostile pages of a given size.
  enum Hostile: String, CaseIterable {
    case oneLine, markersInOneLine, sections, deepHTML, openBrackets, digits, colons

    func page(_ count: Int) -> String {
      switch self {
      case .oneLine: String(repeating: "活動方案主題,時間。", count: count)
      case .markersInOneLine: "要求:" + (1...count).map { "(1)第\($0)項" }.joined(separator: ";")
      case .sections: "方案\n" + (1...count).map { "\($0)、各班級開展活動\n" }.joined()
      case .deepHTML: "<html>" + String(repeating: "<div>", count: count) + "一、主題"
      case .openBrackets: "方案\n" + String(repeating: "(《「", count: count)
      case .digits: "方案\n" + String(repeating: "2016", count: count) + "年"
      case .colons: "方案\n" + String(repeating: "任務單位:", count: count)
      }
    }
  }

  @Test(arguments: Hostile.allCases)
  func `a hostile page is read`(hostile: Hostile) {
    let page = Array(hostile.page(hostile == .markersInOneLine ? 10_000 : 100_000).utf8)
    switch outcome(page) {
    case .success(let records): #expect(!records.isEmpty)
    case .failure(let error): #expect(error.code.hasPrefix("page."))
    }
  }
}
