import GangmuDates
import GangmuFields
import GangmuOutline
import HanText
import Testing

@Suite("Confidence")
struct ConfidenceTests {
  private static let page = "节水活动方案\n一、安排\n由总务处管理水管。校史馆总揽全局的宣传。"

  @Test("A rule that gold has met has the confidence that was counted there, whatever the lexicon says")
  func fitted() throws {
    let reading = Reading(Self.page)
    let entry = try #require(reading.fields.responsibilities.first)
    #expect(entry.rule == "prose.by")
    #expect((0.8..<0.95).contains(entry.confidence), "\(entry.confidence)")
  }

  @Test("A rule of the user's keeps the confidence of its file")
  func own() throws {
    var lexicon = FieldLexicon.standard
    lexicon.duties.append(LexicalRule("mine.total", DutySense(.responsible), 0.42, ["总揽全局"]))
    let text = Reading(Self.page)
    let fields = FieldReader(lexicon: lexicon).fields(of: text.document, dates: text.dates)
    let entry = try #require(fields.responsibilities.first { $0.rule == "mine.total" }, "\(fields.responsibilities)")
    #expect(text.string(entry.actor) == "校史馆")
    #expect(entry.confidence == 0.42)
  }
}
