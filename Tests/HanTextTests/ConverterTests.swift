import Foundation
import HanText
import TestSupport
import Testing

@Suite("Conversion")
struct ConverterTests {
  @Test(
    "converts by OpenCC's configurations",
    arguments: [
      (.s2t, "头发干燥,干部说后面的发展", "頭髮乾燥,幹部說後面的發展"),
      (.t2s, "頭髮乾了,乾隆年間", "头发干了,乾隆年间"),
      (.s2tw, "里面的着装", "裡面的著裝"),
      (.tw2s, "裡面的著作寫著", "里面的著作写着"),
      (.s2twp, "打印机软件和服务器", "印表機軟體和伺服器"),
      (.tw2sp, "印表機軟體和伺服器", "打印机软件和服务器"),
      (.s2hk, "说明里面", "説明裏面"),
      (.hk2s, "説明裏面", "说明里面"),
      (.t2tw, "裏面爲", "裡面為"),
      (.tw2t, "裡面為", "裏面爲"),
      (.t2hk, "說明爲", "説明為"),
      (.hk2t, "説明為", "說明爲"),
    ] as [(ConversionConfiguration, String, String)])
  func configurations(configuration: ConversionConfiguration, source: String, expected: String) {
    #expect(Converter(configuration).convert(source) == expected, "\(configuration): \(source)")
    #expect(Converter(configuration, policy: .longestMatch).convert(source) == expected, "\(configuration): \(source)")
  }

  @Test(
    "cuts words by the whole sentence, not by what comes first",
    arguments: [
      ("为此特制定出方案", "爲此特制定出方案"), ("问题和面临的困难", "問題和面臨的困難"), ("面临着挑战", "面臨着挑戰"), ("要有自制力", "要有自制力"),
      ("他会自制果酱", "他會自製果醬"), ("限制成员人数", "限制成員人數"), ("胜利属于坚持的人", "勝利屬於堅持的人"), ("3天后回来", "3天後回來"),
      ("最大只能三个", "最大只能三個"), ("于先生和范老师", "于先生和范老師"), ("这出戏很好", "這齣戲很好"), ("衣服还没干", "衣服還沒乾"), ("等了3 天后", "等了3 天後"),
    ])
  func segmentation(source: String, expected: String) {
    #expect(Converter(.s2t).convert(source) == expected, "\(source)")
  }

  @Test("puts unified ideographs in place of compatibility ideographs")
  func compatibility() {
    #expect(Converter(.t2s).convert("\u{F9F7}正") == "立正")
  }

  @Test("leaves what is no Chinese as it is", arguments: allConfigurations)
  func otherText(configuration: ConversionConfiguration) {
    let text = "カタカナひらがな辻峠 \u{1F600}👨‍👩‍👧 é e\u{301} ⿰木木 葛\u{E0100} 𠮷𡃁𪜀 \u{200B}\u{0}\r\n abc １２３"
    #expect(Converter(configuration).convert(text) == text, "\(configuration)")
  }

  @Test("hands on bytes that are no UTF-8 where they stood, and counts them")
  func invalidBytes() {
    var stream = Converter(.s2t).stream()
    var output: [UInt8] = []
    stream.write(Array("头发".utf8) + [0xFF, 0xE5, 0xA4] + Array("干部".utf8) + [0xE5], into: &output)
    stream.finish(into: &output)
    #expect(output == Array("頭髮".utf8) + [0xFF, 0xE5, 0xA4] + Array("幹部".utf8) + [0xE5])
    #expect(stream.invalid.count == 4)
    #expect(stream.invalid.firstOffset == 6)
  }

  @Test("gives the same output however the text is cut", arguments: allConfigurations, [1, 2, 3, 7, 64, 5000])
  func pieces(configuration: ConversionConfiguration, size: Int) {
    let unit = "服务器里的软件和面临着的干系,特制定出头发干了的打印机软體裡的性價比SQL注入網絡後裏面𠮷😀\n"
    let text = Array(String(repeating: unit, count: size < 64 ? 12 : 400).utf8)
    let whole = Converter(configuration).convert(utf8: text)
    var stream = Converter(configuration).stream()
    var output: [UInt8] = []
    for start in stride(from: 0, to: text.count, by: size) {
      stream.write(Array(text[start..<min(start + size, text.count)]), into: &output)
    }
    stream.finish(into: &output)
    #expect(output == whole, "\(configuration), pieces of \(size)")
  }

  /// Dictionaries' own phrases, run together so that they overlap at random, and cut at every third byte.
  @Test("gives the same output for overlapping phrases however they are cut")
  func overlappingPieces() {
    let parts = [
      "面临", "和面", "着力", "干部", "系统", "限制", "成员", "大只", "能干", "发展", "后来", "里面", "特制", "定制", "复制", "只有", "面子", "中国", "个",
      "的",
    ]
    var generator = SeededGenerator(seed: 3)
    let text = Array((0..<4000).map { _ in parts.randomElement(using: &generator) ?? "" }.joined().utf8)
    let whole = Converter(.s2twp).convert(utf8: text)
    for size in [3, 50, 8192] {
      var stream = Converter(.s2twp).stream()
      var output: [UInt8] = []
      for start in stride(from: 0, to: text.count, by: size) {
        stream.write(Array(text[start..<min(start + size, text.count)]), into: &output)
      }
      stream.finish(into: &output)
      #expect(output == whole, "pieces of \(size)")
    }
  }

  /// A conversion looks at the dictionaries only where a phrase differs from its characters; one that follows origins looks
  /// everywhere. Phrases of the tables, run together so that they overlap at random, with characters of other kinds between.
  @Test(
    "gives the same output as the dictionaries asked at every character",
    arguments: [.s2t, .s2tw, .s2twp, .s2hk, .s2hkp] as [ConversionConfiguration])
  func zones(configuration: ConversionConfiguration) throws {
    let tables = ["STPhrases", "STSupplement", "STWords", "TWPhrasesRev", "HKPhrasesRev"]
    let phrases = try tables.flatMap(words).map(Converter(.t2s).convert)
    try expectZonesToAgree(configuration, on: phrases)
  }

  /// From Traditional a phrase may begin or end within what another one became in the step before. So the parts of phrases
  /// stand beside whole ones.
  @Test(
    "gives the same output from a region's Traditional as the dictionaries asked at every character",
    arguments: [.tw2s, .tw2sp, .hk2s, .hk2sp] as [ConversionConfiguration])
  func zonesFromRegions(configuration: ConversionConfiguration) throws {
    let tables = ["TSPhrases", "TWPhrasesRev", "TWVariantsRevPhrases", "HKPhrasesRev", "HKVariantsRevPhrases"]
    let phrases = try tables.flatMap(words)
    let fragments = phrases.flatMap { phrase in
      phrase.indices.dropFirst().flatMap { [String(phrase[..<$0]), String(phrase[$0...])] }
    }
    try expectZonesToAgree(configuration, on: phrases + fragments + Array(repeating: "埠", count: 200))
  }

  /// The phrases of a text table and what each converts to.
  private func words(_ table: String) throws -> [String] {
    let folder = URL(filePath: #filePath).appending(path: "../../../Sources/CHanTables/Tables").standardized
    let text = try String(contentsOf: folder.appending(path: "\(table).txt"), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap { line in
      line.split(separator: "\t").prefix(2).map { String($0.split(separator: " ")[0]) }
    }
  }

  private func expectZonesToAgree(_ configuration: ConversionConfiguration, on phrases: [String]) throws {
    let others = ["的", "，", "。", "\n", "A", "3 ", "在", "𠮷", "é"]
    var generator = SeededGenerator(seed: 11)
    let text = (0..<60_000).map { index in
      (index % 8 == 0 ? others : phrases).randomElement(using: &generator) ?? ""
    }.joined()
    let converter = Converter(configuration)
    let (quick, thorough) = (converter.convert(text), converter.align(text).text)
    let difference = zip(quick, thorough).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(quick == thorough, "\(configuration): from character \(difference?.offset ?? -1)")
  }

  @Test("takes time in proportion to the text on text that only consists of phrases")
  func hostile() {
    let text = String(repeating: "发展中国家系统计划分发布告别人", count: 40_000)
    #expect(Converter(.s2t).convert(text).unicodeScalars.count == text.unicodeScalars.count)
  }
}

let allConfigurations = ConversionConfiguration.allCases
