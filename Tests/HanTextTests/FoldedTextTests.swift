import Foundation
import HanText
import TestSupport
import Testing

@Suite("Folded text")
struct FoldedTextTests {
  @Test(
    "folds script, width, case and kinds of space to one unit for each scalar",
    arguments: [
      ("網絡安全", "网络安全"),
      ("准備、準備", "准备、准备"),
      ("特製定", "特制定"),
      ("（１）Ａｂ", "(1)ab"),
      ("週\u{3000}年\u{A0}末\t", "周 年 末 "),
      ("9月19——25日", "9月19--25日"),
      ("９：３０～１１：００", "9:30~11:00"),
      ("裏、裡、著作、瞭解", "里、里、着作、了解"),
      ("\u{2F00}、\u{F9FD}", "一、什"),
      ("﹙三﹚﹔", "(三);"),
    ])
  func folds(text: String, folded: String) {
    #expect(FoldedText(text).units == FoldedText(folded).units, "\(text)")
    #expect(FoldedText(text).units.map(\.rawValue) == folded.unicodeScalars.map { UInt16($0.value) }, "\(text)")
  }

  @Test("gives an astral scalar one unit, so that offsets stay scalar offsets")
  func astral() {
    let text = FoldedText("𠮷野家🎉九月")
    #expect(text.count == 6)
    #expect(text[0] == .astral)
    #expect(text.string(1..<3) == "野家")
    #expect(text.string(4..<6) == "九月")
  }

  @Test("a rule's literals are in folded form, or they would never match")
  func literals() {
    for literal: Unicode.Scalar in ["年", "月", "日", "号", "(", ")", ":", ",", "、", "。", "第", "条", "-", "~", "·", "_"] {
      #expect(FoldUnit(folding: literal) == FoldUnit(unicodeScalarLiteral: literal), "\(literal)")
    }
  }

  @Test("every span gives back the scalars of the text, at every offset and across blocks")
  func spans() {
    var generator = SeededGenerator(seed: 7)
    let alphabet = Array("aé年網𠮷🎉\n 、".unicodeScalars)
    for length in [0, 1, 63, 64, 65, 128, 500] {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<length { scalars.append(alphabet.randomElement(using: &generator) ?? "a") }
      let string = String(scalars)
      let text = FoldedText(string)
      #expect(text.count == length)
      let all = Array(string.unicodeScalars)
      for _ in 0..<200 {
        let lower = Int.random(in: 0...length, using: &generator)
        let upper = Int.random(in: lower...length, using: &generator)
        var expected = String.UnicodeScalarView()
        expected.append(contentsOf: all[lower..<upper])
        #expect(text.string(lower..<upper) == String(expected), "\(lower)..<\(upper) of \(string)")
      }
    }
  }

  @Test(
    "replaces what is no UTF-8 as the standard library does, and says how much and where",
    arguments: [
      ([0x41, 0xFF, 0x42], 1, 1), ([0xE5, 0xB9, 0xB4, 0xE5, 0xB9], 1, 3), ([0xED, 0xA0, 0x80], 3, 0),
      ([0xF0, 0x9F, 0x8E, 0x41], 1, 0), ([0xC0, 0xAF], 2, 0), ([0xF4, 0x90, 0x80, 0x80], 4, 0),
      ([0x80, 0x80, 0x41], 2, 0),
    ] as [([UInt8], Int, Int)])
  func replaces(bytes: [UInt8], count: Int, offset: Int) {
    let text = FoldedText(utf8: bytes)
    #expect(text.string(0..<text.count) == String(decoding: bytes, as: UTF8.self), "\(bytes)")
    #expect(text.replacements.count == count, "\(bytes)")
    #expect(text.replacements.firstOffset == offset, "\(bytes)")
  }

  @Test("any bytes fold, and what comes out is valid")
  func anyBytes() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let text = FoldedText(utf8: bytes)
      #expect(text.string(0..<text.count) == String(decoding: bytes, as: UTF8.self), "\(bytes)")
      #expect(text.count == String(decoding: text.utf8, as: UTF8.self).unicodeScalars.count, "\(bytes)")
    }
  }

  @Test("gathers pieces into a text of their own, with the same fold as folding it anew")
  func gathers() {
    let text = FoldedText("一、主題\n略\n二、時間🎉")
    let gathered = text.gathering([.span(0..<4), .lineEnd, .span(7..<12), .lineEnd])
    #expect(gathered.string(0..<gathered.count) == "一、主題\n二、時間🎉\n")
    #expect(gathered.units == FoldedText("一、主題\n二、時間🎉\n").units)
    #expect(gathered.string(5..<10) == "二、時間🎉")
  }

  @Test("finds scalars in long runs of one width, and between them")
  func longRuns() {
    let string = [("年", 9000), ("a", 41), ("é", 7), ("網", 24), ("🎉", 9), ("x", 9000), ("、", 3)]
      .map { String(repeating: $0.0, count: $0.1) }.joined()
    let text = FoldedText(string)
    #expect(text.units == FoldUnit.fold(string))
    var byte = 0
    for (offset, scalar) in string.unicodeScalars.enumerated() {
      #expect(text.utf8Offset(offset) == byte, "\(offset)")
      byte += UTF8.width(scalar)
    }
    #expect(text.utf8Offset(text.count) == byte)
  }

  @Test("gathers any pieces as they would be put together one by one")
  func gathersAnyPieces() {
    var generator = SeededGenerator(seed: 11)
    // U+2028 folds to a line end and is none.
    let source = Array("一、主題\n\n略 é\u{2028}二🎉\t時間\n三 ab\nc".unicodeScalars)
    let text = FoldedText(String(String.UnicodeScalarView(source)))
    for _ in 0..<2000 {
      var pieces: [FoldedText.Piece] = []
      var expected = String.UnicodeScalarView()
      var places: [Int?] = []
      var next = 0
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: pieces.append(.lineEnd)
        case 1: pieces.append(.space)
        default:
          let goesOn = Bool.random(using: &generator)
          let start = goesOn ? min(next, source.count) : Int.random(in: 0...source.count, using: &generator)
          let end = Int.random(in: start...source.count, using: &generator)
          pieces.append(.span(start..<end))
          expected.append(contentsOf: source[start..<end])
          places += Array(start..<end)
          next = end + Int.random(in: 0...1, using: &generator)
          continue
        }
        if case .lineEnd? = pieces.last { expected.append("\n") } else { expected.append(" ") }
        places.append(nil)
      }
      let gathered = text.gathering(pieces)
      #expect(gathered.string(0..<gathered.count) == String(expected), "\(pieces)")
      #expect(gathered.units == FoldUnit.fold(String(expected)), "\(pieces)")
      guard places.contains(where: { $0 != nil }) else { continue }
      #expect(places.indices.map(gathered.sourceMap.source(of:)) == places, "\(pieces)")
    }
  }

  @Test(
    "has one content in every script, whichever way it was converted",
    arguments: [.s2t, .t2s, .s2tw, .tw2s, .s2hk, .hk2s, .t2tw, .tw2t, .t2hk, .hk2t] as [ConversionConfiguration])
  func content(configuration: ConversionConfiguration) throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    let sentences = try String(
      contentsOf: root.appending(path: "Benchmarks/data/ambiguous-sentences.tsv"), encoding: .utf8)
    // What stands beyond the Basic Multilingual Plane folds to one unit, so it is left out.
    let phrases = try String(
      contentsOf: root.appending(path: "Sources/CHanTables/Tables/STPhrases.txt"), encoding: .utf8
    )
    .unicodeScalars.filter { $0.value < 0x10000 }
    let converter = Converter(configuration)
    for line in (sentences + "\n" + String(String.UnicodeScalarView(phrases))).split(separator: "\n") {
      let text = String(line)
      let converted = converter.convert(text)
      guard !converted.unicodeScalars.contains(where: { $0.value > 0xFFFF }) else { continue }
      let (left, right) = (Self.content(of: text), Self.content(of: converted))
      #expect(left == right, "\(text), \(converted)")
    }
  }

  @Test("has another content for other words")
  func otherContent() {
    #expect(Self.content(of: "软件和信息") != Self.content(of: Converter(.s2twp).convert("软件和信息")))
    #expect(Self.content(of: "后 来\n１") == Self.content(of: "後來1"))
  }

  private static func content(of text: String) -> [UInt16] {
    var content: [UInt16] = []
    FoldedText(text).forEachContentPiece { content += $0 }
    return content
  }
}
