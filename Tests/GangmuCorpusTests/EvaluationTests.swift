import Gangmu
import GangmuCorpus
import TestSupport
import Testing

@Suite("Evaluation against gold")
struct EvaluationTests {
  private static let page = """
    节水活动方案
    一、活动主题
    节约用水
    二、活动内容
    (一)挂横幅
    责任单位:总务处、团委
    完成时间:5月4日前
    (二)讲座
    由校长负责,依据《节水条例》。
    """
  /// One theme right, one date wrong in value, one actor missed, one made up, one task wrong, a title in the other script.
  private static let gold = """
    {"page": "plan.txt", "documents": [{"title": "節水活動方案", "kind": "plan", "sections": [
      {"level": 1, "marker": "一、", "starts": "活动主题", "role": "theme", "inline": false},
      {"level": 1, "marker": "二、", "starts": "活动内容", "role": "activities", "inline": false},
      {"level": 2, "marker": "(一)", "starts": "挂横幅", "role": "activity", "inline": false},
      {"level": 2, "marker": "(二)", "starts": "讲座", "role": "requirement", "inline": false}],
      "themes": ["节约用水"], "dates": [{"text": "5月4日前", "edtf": "../XXXX-05-05", "role": "deadline"}],
      "responsibilities": [{"role": "responsible", "actor": "总务处", "task": "挂横幅"},
        {"role": "responsible", "actor": "校团委", "task": "挂横幅"},
        {"role": "responsible", "actor": "校长", "task": "讲座一场"}],
      "citations": [{"title": "节水条例", "number": null}], "contacts": [{"name": "没有此人"}]}]}
    """

  private func run(_ mode: Evaluation.Mode) throws -> EvaluationRun {
    let folder = try TemporaryFolder()
    let records = try PageParser().records(bytes: Array(Self.page.utf8), uri: "pages/plan.txt")
    let lines = records.map { String(decoding: $0.json(), as: UTF8.self) }.joined(separator: "\n")
    try TextFile.write(Self.gold, to: folder.file("plan.gold.json"))
    try TextFile.write(lines + "\nno record\n", to: folder.file("records.jsonl"))
    return withExtendedLifetime(folder) {
      EvaluationRun(gold: GoldFolder([folder.path]), records: [folder.file("records.jsonl")], mode: mode)
    }
  }

  @Test("The strict table counts what is right, made up and missed")
  func strict() throws {
    let run = try run(.strict)
    let counts = run.evaluation.counts
    func row(_ field: String) -> [Int] { counts[field].map { [$0.right, $0.madeUp, $0.missed] } ?? [] }
    #expect(row("documents") == [1, 0, 0])
    #expect(row("titles") == [0, 1, 1])
    #expect(row("themes") == [1, 0, 0])
    #expect(row("dates_strict") == [0, 1, 1])
    #expect(row("responsibility_actor") == [2, 1, 1])
    #expect(row("responsibility_task") == [1, 2, 2])
    #expect(row("citations") == [1, 0, 0])
    #expect(run.evaluation.accuracies["section_role"]?.right == 3)
    #expect(run.evaluation.exact.total == 1)
    #expect(run.badRecords == 1)
    #expect(run.unfounded.map(\.text) == ["節水活動方案", "校团委", "讲座一场", "没有此人"])
  }

  @Test("Keys that gold does not give are not counted; those that it gives are")
  func newerKeys() throws {
    #expect(try run(.strict).evaluation.counts["audience"] == nil)
    let folder = try TemporaryFolder()
    let page = "节水活动方案\n一、活动对象\n全校师生\n二、活动地点\n操场\n附件:1.报名表 2.评分标准"
    let records = try PageParser().records(bytes: Array(page.utf8), uri: "plan.txt")
    let gold = """
      {"page": "plan.txt", "documents": [{"title": "节水活动方案", "kind": "plan",
        "audience": ["全校师生", "家长"], "attachments": ["报名表", "评分标准"], "slogans": []}]}
      """
    try TextFile.write(gold, to: folder.file("plan.gold.json"))
    try TextFile.write(
      records.map { String(decoding: $0.json(), as: UTF8.self) }.joined(separator: "\n"),
      to: folder.file("records.jsonl"))
    let run = withExtendedLifetime(folder) {
      EvaluationRun(gold: GoldFolder([folder.path]), records: [folder.file("records.jsonl")], mode: .strict)
    }
    func row(_ field: String) -> [Int]? { run.evaluation.counts[field].map { [$0.right, $0.madeUp, $0.missed] } }
    #expect(run.failures.isEmpty, "records beside the gold are none: \(run.failures)")
    #expect(row("audience") == [1, 0, 1])
    #expect(row("attachments") == [2, 0, 0])
    #expect(row("slogans") == [0, 0, 0])
    #expect(row("places") == nil)
  }

  @Test("Claims are counted by confidence and by rule")
  func calibration() throws {
    let calibration = try run(.strict).evaluation.calibration
    let rules = try #require(calibration.rules["responsibilities"])
    #expect(rules["label.responsible"]?.total == 2)
    #expect(rules["label.responsible"]?.right == 1)
    #expect(calibration.rules["themes"]?["theme.section"]?.right == 1)
    let claims = calibration.tenths.values.flatMap(\.values).map(\.total).reduce(0, +)
    #expect(calibration.all.values.map(\.total).reduce(0, +) == claims)
    #expect(EvaluationReport(try run(.strict)).calibrationTable.contains("responsibilities label.responsible"))
  }

  @Test("The soft mode folds script, the overlap mode takes parts")
  func modes() throws {
    #expect(try run(.soft).evaluation.counts["titles"]?.right == 1)
    let overlap = try run(.overlap).evaluation.counts
    #expect(overlap["responsibility_actor"]?.right == 3)
    #expect(overlap["responsibility_task"]?.right == 3)
  }

  @Test("Reports hold the same numbers as table, Markdown and JSON")
  func reports() throws {
    let report = EvaluationReport(try run(.strict))
    #expect(report.table.contains("responsibility_actor         66.67     66.67     66.67        3"))
    #expect(report.markdown.contains("| responsibility_actor | 66.67 | 66.67 | 66.67 | 3 |"))
    #expect(report.json.contains(#""responsibility_actor":{"p":0.6667,"r":0.6667,"f1":0.6667,"n":3}"#))
    #expect(report.misses(of: "responsibility_actor").contains("made up: responsible | 团委"))
  }

  @Test("Annotations of brat read back as gold that agrees with the record")
  func brat() throws {
    let record = try #require(try PageParser().records(bytes: Array(Self.page.utf8), uri: "plan.txt").first)
    let document = BratDocument(record)
    let gold = try BratImport.gold(text: document.text, annotations: document.annotations)
    #expect(
      gold["responsibilities"]?.elements.compactMap { $0["actor"]?.string } == record.responsibilities.map(\.actor.text)
    )
    #expect(gold["title"]?.string == record.title)
    #expect(gold["dates"]?.elements.compactMap { $0["edtf"]?.string } == record.dates.compactMap(\.edtf))
  }

  @Test(
    "A broken annotation file is refused with its line",
    arguments: [
      ("T1\tDate 0 99\tx", "line 1: '0 99' is no place in a text of 4 characters"),
      ("T1\tDate 0 2\t水节", "line 1: '水节' is not what stands there: '节水'"),
      ("\nA1\tDateRole T9 event", "line 2: an attribute of nothing"),
      ("R1\tDoes Arg1:T1 Arg2:T2", "line 1: a relation of nothing"),
    ])
  func broken(_ annotations: String, expected: String) {
    do {
      _ = try BratImport.gold(text: "节水方案", annotations: annotations)
      Issue.record("not refused: \(annotations)")
    } catch {
      #expect("\(error)" == expected)
    }
  }
}
