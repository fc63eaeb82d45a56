import Gangmu
import GangmuFields
import GangmuRules
import Testing

@Suite("Rule files")
struct RuleFileTests {
  private static let mine = """
    labels:
      - id: label.chief
        says: lead
        confidence: 0.9
        phrases: [总揽人, 總攬單位]
        example:
          - {text: "一、启动仪式\\n总揽人:教务处", gives: 教务处}
        counterexample: "总揽人很多。"
    duties:
      - id: duty.run
        role: organizer
        bound: true
        phrases: [操办]
        example: "节水活动方案\\n一、晚会\\n学生会操办元旦晚会。"
    section_roles:
      - id: role.hero
        role: awards
        phrases: [光荣榜设置]
        example: "节水活动方案\\n一、光荣榜设置\\n若干名。\\n二、其他\\n无。"
    kinds:
      - id: kind.roadmap
        kind: plan
        phrases: [路线图]
        example: {text: "节水路线图\\n一、时间\\n5月4日。", gives: plan}
    actors:
      - id: actor.keeper
        kind: post
        phrases: [掌柜]
        example: {text: "节水活动方案\\n一、工作\\n责任单位:布庄掌柜", gives: 布庄掌柜}
    vetoes:
      - id: veto.everyone
        field: responsibilities
        phrases: [全体]
        example: "节水活动方案\\n一、工作\\n责任单位:全体教师、教务处"
        counterexample: "节水活动方案\\n一、工作\\n责任单位:教务处"
    series:
      - id: series.weaving
        first_year: 2011
        phrases: [全国织布周]
        example: {text: "第三届全国织布周活动方案\\n一、活动时间\\n9月20日", gives: "2013"}
    """

  @Test("A file with every kind of rule is read, its examples hold, and its rules are gone by")
  func whole() throws {
    let rules = try RuleFileReader.read(Self.mine, name: "mine.yaml")
    #expect(rules.count == 7)
    #expect(rules.failures(name: "mine.yaml").map(\.description) == [])
    let page = Array("节水活动方案\n一、启动仪式\n總攬單位:教務處\n".utf8)
    let records = try rules.parser().records(bytes: page, uri: "page")
    #expect(
      records.flatMap(\.responsibilities).map { "\($0.role) \($0.actor.text) \($0.rule)" } == ["lead 教務處 label.chief"])
  }

  @Test("What a file shows of the built-in rules reads back as the same")
  func roundTrip() throws {
    let text = RuleFileWriter.text(of: .standard)
    let rules = try RuleFileReader.read(text, name: "standard.yaml")
    #expect(RuleFileWriter.text(of: rules) == text)
    #expect(rules.count == RuleFile.standard.count)
    #expect(rules.failures(name: "standard.yaml").map(\.description) == [])
  }

  @Test(
    "What is wrong is told with line and column",
    arguments: [
      ("labels:\n  - id: label.x\n    says: boss\n    phrases: [总揽]", "3:11: unknown: 'boss'"),
      ("labels:\n  - id: Label X\n    says: lead\n    phrases: [总揽]", "2:9: an id is words"),
      ("labels:\n  - id: label.x\n    says: lead\n", "2:5: a rule needs 'phrases'"),
      ("labels:\n  - says: lead\n    phrases: [总揽]", "2:5: a rule needs an 'id'"),
      ("lables: []", "1:1: unknown key 'lables'"),
      ("kinds:\n  - id: kind.x\n    kind: plan\n    phrases: [a]\n    weight: 2", "5:5: unknown key 'weight'"),
      ("kinds:\n  - id: kind.x\n    kind: plan\n    confidence: 2\n    phrases: [a]", "4:17: a confidence"),
      ("kinds:\n  - id: kind.x\n    kind: plan\n    phrases: [\".*方案\"]", "4:15: phrases are literal text"),
      ("kinds: [", "no YAML"),
      ("- a\n- b", "1:1: the file is a mapping"),
      ("series:\n  - id: series.x\n    first_year: soon\n    phrases: [织布周]", "3:17: a series needs the year"),
    ])
  func failures(_ text: String, expected: String) {
    #expect(throws: RuleFileReader.Failures.self) { try RuleFileReader.read(text, name: "f") }
    do {
      _ = try RuleFileReader.read(text, name: "f")
    } catch {
      let messages = error.failures.map(\.description)
      #expect(messages.contains { $0.contains(expected) }, "\(messages)")
    }
  }

  @Test("An example that shows nothing is a failure at its place")
  func idleExample() throws {
    let rules = try RuleFileReader.read(
      "labels:\n  - id: label.x\n    says: lead\n    phrases: [总揽人]\n    example: 一、启动仪式", name: "f")
    #expect(rules.failures(name: "f").map(\.description) == ["f:5:14: label.x changes nothing in this example"])
  }

  @Test("An id that stands for two rules is a failure at the second")
  func twoRulesOfOneID() throws {
    let rules = try RuleFileReader.read(
      """
      labels:
        - {id: label.x, says: lead, phrases: [总揽人]}
        - {id: label.x, says: lead, open: true, phrases: [总揽单位]}
        - {id: label.x, says: lead, phrases: [總攬處]}
      kinds:
        - {id: kind.x, kind: plan, phrases: [路线图]}
        - {id: kind.x, kind: plan, phrases: [时间表]}
      """, name: "f")
    #expect(
      rules.failures(name: "f").map(\.description) == [
        "f:4:5: the id label.x stands twice, first in line 2", "f:7:5: the id kind.x stands twice, first in line 6",
      ])
  }

  @Test("Aliases, depth, long phrases and long files are refused before they cost anything")
  func hostile() {
    var bomb = "a0: &a0 [x]\n"
    for level in 1..<12 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
    let hostile = [
      bomb, "labels: " + String(repeating: "[", count: 3000), String(repeating: "- ", count: 1500) + "x",
      "kinds:\n  - id: kind.x\n    kind: plan\n    phrases: [" + String(repeating: "方", count: 3000) + "]",
      String(repeating: "# x\n", count: 1 << 19),
    ]
    for text in hostile {
      #expect(throws: RuleFileReader.Failures.self, "\(text.prefix(40))") { try RuleFileReader.read(text, name: "f") }
    }
  }
}
