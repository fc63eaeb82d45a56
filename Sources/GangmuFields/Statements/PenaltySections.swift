import GangmuOutline
import HanText

/// The sections that say what is punished, which stand among those of 奖惩 with what can be won: 有下列行为之一的，依法处理.
struct PenaltySections: Sendable {
  private var areOfPenalties: [Bool] = []

  /// Reads which sections of a document speak of penalties: by the words of their heading and their own text, else as the
  /// section that they stand in. One that names an award is none.
  static func read(in context: DocumentContext) -> PenaltySections {
    guard context.roles.contains(.awards) else { return PenaltySections() }
    var areOfPenalties: [Bool] = []
    let sections = context.document.sections
    areOfPenalties.reserveCapacity(sections.count)
    for id in sections.indices {
      guard context.roles[id] == .awards else {
        areOfPenalties.append(false)
        continue
      }
      let section = sections[id]
      let inherited = section.parent.map { areOfPenalties[$0] } ?? false
      let start = section.marker.upperBound
      let end = section.body?.upperBound ?? section.heading?.upperBound ?? section.span.upperBound
      let own = start..<max(start, min(end, start + reach))
      let isAward = awards.firstMatch(in: context.text, within: own) != nil
      areOfPenalties.append(!isAward && (inherited || penalties.firstMatch(in: context.text, within: own) != nil))
    }
    return PenaltySections(areOfPenalties: areOfPenalties)
  }

  /// Whether a section, by its id, says what is punished.
  func contains(_ id: Int) -> Bool {
    areOfPenalties.indices.contains(id) && areOfPenalties[id]
  }

  private static let reach = 300
  private static let awards = PhraseTable("奖 表彰 表扬 授予 评选 荣誉 评优 记功 优秀 先进 证书".words)
  private static let penalties = PhraseTable(
    "处罚 处分 惩处 惩罚 惩戒 追究 追责 问责 罚款 通报批评 下列行为 以下行为 下列情形 以下情形 依法处理 严肃处理 扣分 责令".words)
}
