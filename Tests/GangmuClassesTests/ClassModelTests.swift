import GangmuClasses
import HanText
import TestSupport
import Testing

@Suite struct ClassModelTests {
  private static let sport = ["女排", "国足", "中超", "冠军", "进球", "教练", "联赛", "夺金"]
  private static let money = ["股市", "基金", "央行", "利率", "银行", "上市", "债券", "汇率"]

  private static func headlines(_ words: [String], _ count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (0..<4).map { _ in words[Int(generator.next() % UInt64(words.count))] }.joined(separator: "的")
    }
  }

  private static func set(multiLabel: Bool = false) -> TrainingSet {
    var set = TrainingSet()
    for text in headlines(sport, 150, seed: 1) { set.add(FoldedText(text), labels: ["sports"]) }
    for text in headlines(money, 150, seed: 2) { set.add(FoldedText(text), labels: ["finance"]) }
    if multiLabel {
      for text in headlines(sport + money, 150, seed: 3) { set.add(FoldedText(text), labels: ["sports", "finance"]) }
    }
    return set
  }

  private func decide(_ model: ClassModel, _ text: String, fields: [String] = []) -> ClassModel.Decision {
    var scratch = ClassModel.Scratch(for: model)
    return model.decision(on: FoldedText(text), fields: fields, reasonCount: 3, scratch: &scratch)
  }

  @Test func tellsClassesAndSaysWhy() throws {
    let model = try ClassModel(training: Self.set())
    let decision = decide(model, "国足教练谈联赛")
    #expect(model.labels[decision.label] == "sports")
    #expect(decision.probabilities[decision.label] > 0.8)
    #expect(abs(decision.probabilities.reduce(0, +) - 1) < 0.001)
    #expect(decision.reasons.count == 3)
    #expect(decision.reasons.allSatisfy { $0.weight > 0 }, "\(decision.reasons)")
    // Both scripts are one to the model.
    #expect(model.labels[decide(model, "銀行調整匯率").label] == "finance")
  }

  @Test func theSameSetGivesTheSameBytes() throws {
    #expect(try ClassModel(training: Self.set()).bytes == ClassModel(training: Self.set()).bytes)
  }

  @Test func severalLabelsAreToldEachForItself() throws {
    let model = try ClassModel(training: Self.set(multiLabel: true))
    #expect(model.isMultiLabel)
    let decision = decide(model, "国足的进球的联赛的夺金")
    #expect(decision.chosen.map { model.labels[$0] }.contains("sports"))
  }

  @Test func fieldsOfRecordsCount() throws {
    var set = TrainingSet()
    for number in 0..<200 {
      set.add(
        FoldedText("文件\(number)"), fields: [number % 2 == 0 ? "kind=plan" : "kind=summary"],
        labels: [number % 2 == 0 ? "before" : "after"])
    }
    let model = try ClassModel(training: set)
    #expect(model.labels[decide(model, "文件", fields: ["kind=plan"]).label] == "before")
    #expect(model.labels[decide(model, "文件", fields: ["kind=summary"]).label] == "after")
    #expect(decide(model, "文件", fields: ["kind=plan"]).reasons.first?.text == "kind=plan")
  }

  @Test func textsWithoutAnythingKnownGetAnAnswer() throws {
    let model = try ClassModel(training: Self.set())
    for text in ["", "\u{0}", "😀", String(repeating: "長", count: 200_000)] {
      let decision = decide(model, text)
      #expect(decision.probabilities.allSatisfy { $0.isFinite }, "\(text.prefix(10))")
    }
  }

  @Test func oneLabelIsTooFew() {
    var set = TrainingSet()
    set.add(FoldedText("一"), labels: ["a"])
    let only = set
    #expect(throws: ClassModel.TrainingFailure.tooFewLabels(1)) { try ClassModel(training: only) }
    #expect(throws: ClassModel.TrainingFailure.tooFewLabels(0)) { try ClassModel(training: TrainingSet()) }
  }

  @Test func labelsNeverSeenCountAsWrong() throws {
    let model = try ClassModel(training: Self.set())
    var evaluation = ClassEvaluation(of: model)
    evaluation.add(decide(model, "国足夺金"), truth: ["sports"])
    evaluation.add(decide(model, "国足夺金"), truth: ["weather"])
    #expect(evaluation.accuracy == 0.5)
    #expect(evaluation.table.contains("weather (never seen)\t0.0000\t0.0000\t0.0000\t1"))
  }

  @Test func aModelFileIsCheckedBeforeItIsUsed() throws {
    let model = try ClassModel(training: Self.set())
    let bytes = model.bytes
    let read = try ClassModel(bytes: bytes)
    #expect(read.bytes == bytes)
    #expect(decide(read, "央行降低利率") == decide(model, "央行降低利率"))
    #expect(throws: ClassModel.FileFailure.noModel) { try ClassModel(bytes: Array("{}".utf8)) }
    #expect(throws: ClassModel.FileFailure.noModel) { try ClassModel(bytes: []) }
    var other = bytes
    other[16] = 7
    #expect(throws: ClassModel.FileFailure.otherVersion(7)) { try ClassModel(bytes: other) }
    #expect(throws: ClassModel.FileFailure.damaged) { try ClassModel(bytes: bytes.dropLast(5)) }
    for offset in stride(from: 20, to: bytes.count, by: bytes.count / 50) {
      var changed = bytes
      changed[offset] ^= 0x40
      #expect(throws: ClassModel.FileFailure.damaged, "byte \(offset)") { try ClassModel(bytes: changed) }
    }
  }

  @Test func featuresAreRowsOfRisingColumns() {
    let row = FeatureMatrix().row(of: FoldedText("網絡安全網絡"), fields: ["kind=plan"])
    #expect(zip(row, row.dropFirst()).allSatisfy { $0.column < $1.column })
    #expect(row.allSatisfy { $0.column >= 1 && $0.column <= 1 << 20 })
    #expect(row.contains { $0.count == 2 })
  }
}
