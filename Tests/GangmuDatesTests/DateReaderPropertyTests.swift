import Foundation
import GangmuDates
import HanText
import TestSupport
import Testing

@Suite("Whatever the text")
struct DateReaderPropertyTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/pages/cybersecurity-week.txt")

  @Test("the seed page's expressions are found, and no others")
  func seedPage() throws {
    let text = FoldedText(utf8: Array(try Data(contentsOf: Self.page)))
    let dates = DateReader().dates(in: text).dates
    #expect(dates.count == 38, "\(dates.map { text.string($0.span) })")
    #expect(dates.filter { $0.form == .deadline }.count == 7)
  }

  @Test(
    "the last unit of a text is read as one before a line end, with and without a reference date",
    arguments: [
      ("工作方案\n9月9日召开大会,属于2016年", nil), ("9月9日开会\n政教发〔2019〕4号", 2019), ("9月9日第3届国家网络安全宣传周", 2016),
      ("2016年\n9月9日", 2016), ("会期从9月9日至次", nil), ("9月9日至今", nil), ("9月9日,每年", nil), ("9月9日,截", nil),
      ("会议推迟到9月9日下周三", nil), ("9月9日,定于明", nil),
    ] as [(String, Int?)])
  func lastUnit(text: String, year: Int?) {
    #expect(DateReader().dates(in: FoldedText(text)).dates.first?.year == year)
    for reader in [DateReader(), DateReader(.init(asOf: CivilDay("2020-05-04")))] {
      let dates = reader.dates(in: FoldedText(text)).dates
      #expect(!dates.isEmpty)
      for end in ["\n", "\n\n", "\n文字"] {
        #expect(reader.dates(in: FoldedText(text + end)).dates == dates, "\((text + end).debugDescription)")
      }
    }
  }

  @Test("spans rise, values are valid, nothing crashes on mutated pages", arguments: 0..<20)
  func mutations(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var scalars = Array(String(decoding: try Data(contentsOf: Self.page), as: UTF8.self).unicodeScalars)
    let alphabet = Array("0123456789年月日號号至-—~./xX_×*前起(（)）星期一二三四五六日十廿〇○每周第底旬民國學 \n😀\u{0}".unicodeScalars)
    for _ in 0..<2000 {
      let place = Int(generator.next() % UInt64(scalars.count))
      switch generator.next() % 3 {
      case 0: scalars[place] = alphabet[Int(generator.next() % UInt64(alphabet.count))]
      case 1: scalars.insert(alphabet[Int(generator.next() % UInt64(alphabet.count))], at: place)
      default: scalars.remove(at: place)
      }
    }
    check(scalars)
  }

  @Test("random runs of what dates are made of", arguments: 0..<20)
  func noise(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 1000)
    let alphabet = Array("0123456789年月日至-./x_前起(一)二三十〇每周第底旬今民國學".unicodeScalars)
    check((0..<5000).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] })
  }

  @Test(
    "hostile lines are read in bounded time",
    arguments: ["1", "_", "(", ":", "一", "9月9日", "每", "2016-", "十月", "至", "9月9日、"])
  func hostile(piece: String) {
    check(Array(String(repeating: piece, count: 200_000 / piece.count).unicodeScalars))
  }

  private func check(_ scalars: [Unicode.Scalar]) {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars)
    let text = FoldedText(String(string))
    var last = 0
    for date in DateReader().dates(in: text).dates {
      let quote = text.string(date.span)
      #expect(date.span.lowerBound >= last && !date.span.isEmpty && date.span.upperBound <= text.count, "\(quote)")
      #expect(date.edtf.map(EDTFValidator.isInProfile) ?? (date.form == .recurring), "\(quote): \(date.edtf ?? "nil")")
      last = date.span.upperBound
    }
  }
}
