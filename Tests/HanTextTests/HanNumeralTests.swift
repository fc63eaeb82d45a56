import HanText
import Testing

@Suite("Han numerals")
struct HanNumeralTests {
  @Test(
    "reads numbers by value and digit by digit",
    arguments: [
      ("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("一百", 100), ("一百零三", 103), ("一百二十", 120),
      ("二〇一六", 2016), ("二○二三", 2023), ("廿三", 23), ("卅一", 31), ("壹", 1), ("貳", 2), ("拾贰", 12), ("两", 2),
      ("一千零二十四", 1024), ("三万五千", 35000),
    ])
  func reads(numeral: String, value: Int) {
    let text = FoldedText(numeral)
    let reading = HanNumeral.readHan(in: text, at: 0, limit: text.count)
    #expect(reading?.value == value, "\(numeral)")
    #expect(reading?.end == text.count, "\(numeral)")
  }

  @Test("stops at what is no numeral, and takes nothing longer than a number can be")
  func bounds() {
    let text = FoldedText("十二條")
    #expect(HanNumeral.readHan(in: text, at: 0, limit: text.count) == .init(value: 12, end: 2))
    #expect(HanNumeral.readHan(in: text, at: 2, limit: text.count) == nil)
    let long = FoldedText(String(repeating: "九", count: 10_000))
    #expect(HanNumeral.readHan(in: long, at: 0, limit: long.count) == nil)
    let digits = FoldedText(String(repeating: "9", count: 10_000))
    #expect(HanNumeral.readDecimal(in: digits, at: 0, limit: digits.count) == nil)
  }
}
