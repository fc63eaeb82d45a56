import Gangmu
import GangmuClasses
import GangmuCorpus
import HanText
import Testing

@Suite struct KindModelTests {
  private static let speech = ["同学们", "老师们", "今天我演讲的题目是", "谢谢大家", "让我们携起手来", "我衷心祝愿", "尊敬的各位领导"]
  private static let summary = ["一年来", "取得了较好的成绩", "回顾过去的工作", "完成了全年任务", "成绩的取得离不开", "总的来说", "共举办"]

  private static func texts(_ words: [String], seed: UInt64) -> [String] {
    (0..<60).map { number in
      (0..<6).map { words[(number * 5 + $0 * 3 + Int(seed)) % words.count] }.joined(separator: ",") + "。"
    }
  }

  private static func model(_ labels: (String, String) = ("speech", "summary")) throws -> ClassModel {
    var set = TrainingSet()
    for text in texts(speech, seed: 1) { set.add(FoldedText(text), labels: [labels.0]) }
    for text in texts(summary, seed: 2) { set.add(FoldedText(text), labels: [labels.1]) }
    return try ClassModel(training: set)
  }

  private func kind(_ page: String, _ model: KindModel?) throws -> Record.Kind? {
    var parser = PageParser()
    if let model { parser.kindJudge = model.kind }
    return try parser.records(bytes: Array(page.utf8), uri: "page.txt").first?.kind
  }

  private static let silent = "尊敬的各位領導,老師們,同學們,今天我演講的題目是。\n讓我們攜起手來,我衷心祝願,謝謝大家。\n"

  @Test func theModelSpeaksWhereTheRulesAreSilent() throws {
    #expect(try kind(Self.silent, nil)?.label == .other)
    let told = try kind(Self.silent, KindModel(Self.model()))
    #expect(told?.label == .speech)
    #expect(told?.rule == "kind.model")
    #expect((told?.confidence ?? 0) > 0.5)
  }

  @Test func whatARuleHasReadStays() throws {
    let page = "讀書節活動方案\n" + Self.silent
    let told = try kind(page, KindModel(Self.model()))
    #expect(told?.label == .plan)
    #expect(told?.rule == nil)
    #expect(told == (try kind(page, nil)))
  }

  @Test func aModelOfOtherClassesIsRefused() throws {
    #expect(throws: KindModel.Failure.label("sports")) { try KindModel(try Self.model(("sports", "summary"))) }
  }
}
