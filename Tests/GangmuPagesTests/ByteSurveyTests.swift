import GangmuPages
import TestSupport
import Testing

/// Bytes that are nearly UTF-8 are told from those that are: a page of bad bytes says so, one of good bytes does not.
@Suite struct ByteSurveyTests {
  private static let pieces: [[UInt8]] = [
    Array("a".utf8), Array("é".utf8), Array("網".utf8), Array("𠮷".utf8), Array("\n".utf8), [0x80], [0xC2], [0xE7, 0xB6],
    [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0xAF],
  ]

  @Test func `pages of any pieces have replaced bytes where they are no UTF-8, and nowhere else`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let body = (0..<Int.random(in: 0...9, using: &random)).flatMap { _ in
        Self.pieces.randomElement(using: &random) ?? []
      }
      let bytes = Array("網絡安全宣傳周活動方案與安排\n".utf8) + body
      let page = try PageReader().read(bytes, mediaType: "text/plain")
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(page.warnings.contains { $0.code == "page.invalid_utf8" } == !isValid, "\(body)")
    }
  }
}
