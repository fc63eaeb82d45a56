import Foundation
import HanText
import Testing

@Suite("Repair")
struct RepairerTests {
  @Test(
    "puts right what a conversion by characters got wrong",
    arguments: [
      ("請做好准備", "請做好準備"), ("在全校范圍內開展", "在全校範圍內開展"), ("為此,特製定本方案", "為此,特制定本方案"), ("關系到安全", "關係到安全"),
      ("提供心理咨詢", "提供心理諮詢"), ("等了三十分鍾", "等了三十分鐘"), ("盡管下著雨", "儘管下著雨"), ("村乾部來了", "村幹部來了"),
      ("學習這篇范文", "學習這篇範文"), ("這個学校很大,學生很多,設備齊全", "這個學校很大,學生很多,設備齊全"),
    ])
  func misconversions(written: String, right: String) {
    #expect(Repairer().repair(written) == right, "\(written)")
  }

  @Test(
    "leaves alone what may be right",
    arguments: [
      "周先生了解這份匯報", "范小姐和余光中談詩", "宣傳周活動發布了", "在台上佈置", "這個系統的設備", "皇后住在後宮", "只有三隻鳥", "乾隆年間的著作",
      "自製果醬", "說明裡面的內容", "計畫和計劃", "他不准我來,也走得不準", "干系重大", "頭髮乾了", "萬里長城",
    ])
  func nativeText(text: String) {
    #expect(Repairer().repair(text) == text, "\(text)")
  }

  @Test(
    "leaves names as they are written, and what only looks like one",
    arguments: [
      "於女士說這個設備很好", "請於老師辦公室領取材料", "關於女士的權益保障", "對於老師來說這樣很難辦", "薑老師講話", "鍾主任與鐘主任見面",
      "歡迎葉先生和范小姐", "餘教授開會後回來",
    ])
  func names(text: String) {
    #expect(Repairer().repair(text) == text, "\(text)")
  }

  @Test("profiles a text in the same reading")
  func survey() {
    let text = FoldedText("開展活動,做好准備\n开展活动\n這個学校很大,學生很多,設備齊全")
    let survey = ScriptSurvey(of: text)
    #expect(survey.profile == ScriptProfile(of: text))
    #expect(survey.misconversions == Repairer().proposals(in: text).filter { $0.kind == .misconversion })
    #expect(survey.misconversions.map(\.original) == ["准", "学"])
  }

  @Test("finds a misconversion at the end of a sentence longer than a stretch, and beyond the first")
  func longSentence() {
    let filler = String(repeating: "這個學校的學生說話", count: 700)
    let text = FoldedText(filler + "做好准備" + filler + "提供咨詢服務")
    #expect(Repairer().misconversions(in: text).map(\.replacement) == ["準", "諮"])
  }

  @Test("leaves Simplified text alone")
  func simplified() {
    #expect(Repairer().proposals(in: FoldedText("请做好准备,关系到范围")).isEmpty)
  }

  @Test("says where, what and why")
  func proposal() throws {
    let text = FoldedText("第一行\n我們做好准備了")
    let proposal = try #require(Repairer().proposals(in: text).first)
    #expect(proposal.span == 8..<9)
    #expect(text.string(proposal.span) == proposal.original)
    #expect((proposal.original, proposal.replacement, proposal.evidence) == ("准", "準", "準備"))
    #expect(proposal.kind == .misconversion)
    #expect(0.5...1 ~= proposal.confidence)
  }

  @Test("keeps the page's own form of a character")
  func pageForms() {
    #expect(Repairer().repair("這裏的風景,心裏高興,公裡數和花園裏、夢里都美,學校里開著花").contains("裡都美") == false)
  }

  /// The Traditional sentences of the accuracy table, which are of our own writing: simplified, and converted back character
  /// by character to the usual form, most come back right; as they are, hardly any is touched.
  @Test("restores native sentences after a round trip and does not disturb them")
  func roundTrip() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../Benchmarks/data/ambiguous-sentences.tsv").standardized
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { $0.split(separator: "\t") }
    let native = rows.filter { $0.count == 3 }.map { String($0[2]) }
    let usual = Dictionary(
      uniqueKeysWithValues: "发發干幹后後里裡制制复復系系面面只只钟鐘准准征征范范松松斗斗历歷尽盡当當致致志志咨咨辟辟冲冲出出余余须須云雲谷谷丑丑"
        .unicodeScalars.map(Character.init).chunks(of: 2).map { ($0[0], $0[1]) })
    var (broken, restored, disturbed) = (0, 0, 0)
    for sentence in native {
      let repaired = Repairer().repair(sentence)
      disturbed += zip(sentence, repaired).filter { $0 != $1 }.count
      let simplified = Converter(.tw2s).convert(sentence)
      let damaged = String(
        zip(sentence, simplified).map { original, plain in usual[plain].map { $0 } ?? original })
      for (original, (wrong, now)) in zip(sentence, zip(damaged, Repairer().repair(damaged))) where original != wrong {
        broken += 1
        if now == original { restored += 1 }
      }
    }
    #expect(broken > 100)
    #expect(restored * 100 >= broken * 75, "\(restored) of \(broken)")
    #expect(disturbed <= 8, "\(disturbed)")
  }
}

extension Array {
  fileprivate func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count - size + 1, by: size).map { Array(self[$0..<$0 + size]) }
  }
}
