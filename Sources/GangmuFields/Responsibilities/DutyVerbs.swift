import HanText

/// The verbs of duty of a lexicon, ready to be found in running text.
final class DutyVerbs: Sendable {
  /// A verb of duty, or 由.
  struct Match: Sendable {
    var span: Range<Int>
    /// Nil for 由.
    var sense: DutySense?
    var id: String
    var confidence: Double
    /// Whether words before it make it a saying (积极配合), unless it says whom it helps.
    var isSaying = false
  }

  private let verbs: PhraseTable<RuleMark<DutySense>>
  private let vetoAfter = PhraseTable(DutyWords.vetoAfter)
  private let vetoBefore = SuffixTable(DutyWords.vetoBefore)
  private let manners = SuffixTable(DutyWords.helpfully)
  private let notBy = PhraseTable("由于 由此 由来 由浅 由点 由表 由衷 由内 由上 由下 由大 由小 由重 由过去 由原".words)
  private let notByBefore = UnitSet("自理缘路")
  private let gate: UnitSet

  init(lexicon: FieldLexicon) {
    verbs = PhraseTable(lexicon.duties.entries())
    gate = UnitSet(Self.starts(of: lexicon).map(\.first))
  }

  /// 为联席会议成员, 为领导小组组长: what somebody is made, of which body, at the end of a clause.
  private func named(at offset: Int, limit: Int, in text: FoldedText) -> Match? {
    for start in offset + 3..<max(offset + 3, min(limit, offset + 14)) {
      guard let post = posts.longestMatch(in: text, at: start, limit: limit) else { continue }
      guard bodies.longestMatch(in: text, endingAt: start, lower: offset + 1) != nil,
        post.span.upperBound == limit || text[post.span.upperBound].isAny([.clauseEnd, .sentenceEnd])
          || text[post.span.upperBound] == "("
      else { return nil }
      return Match(
        span: offset..<post.span.upperBound, sense: DutySense(post.payload.sense, .named), id: "prose.named_post",
        confidence: 0.85)
    }
    return nil
  }

  private let posts = PhraseTable(LabelWords.rosterPhrases)
  private let bodies = SuffixTable("会议 小组 工作组 领导组 委员会 指挥部 办公室 专班 组委会 协调组 筹备组 本会".words)

  /// How the verbs of duty of a lexicon begin, and 由, and 为 with what somebody is made.
  static func starts(of lexicon: FieldLexicon) -> [SignalTable.Start] {
    (lexicon.duties.flatMap(\.phrases) + ["由"]).compactMap { phrase in
      let units = FoldUnit.fold(phrase)
      guard let first = units.first else { return nil }
      return .init(first: first, second: units.count > 1 && first != "为" ? units[1] : nil)
    }
  }

  /// Whether a verb of duty may begin with a unit.
  @inline(__always)
  func canStart(with unit: FoldUnit) -> Bool { gate.contains(unit) }

  /// The verb of duty at an offset, or nil where none stands or where it is part of a noun or a saying.
  func match(at offset: Int, lower: Int, limit: Int, in text: FoldedText) -> Match? {
    if text[offset] == "由" {
      guard offset + 3 < limit, notBy.longestMatch(in: text, at: offset, limit: limit) == nil else { return nil }
      guard offset == lower || !notByBefore.contains(text[offset - 1]) else { return nil }
      // 经由 is one word, 已经由 is not.
      if offset > lower, text[offset - 1] == "经", offset - 1 == lower || text[offset - 2] != "已" { return nil }
      return Match(span: offset..<offset + 1, sense: nil, id: "prose.by", confidence: 0.85)
    }
    guard let match = verbs.longestMatch(in: text, at: offset, limit: limit) else {
      return text[offset] == "为" ? named(at: offset, limit: limit, in: text) : nil
    }
    if let veto = vetoAfter.longestMatch(in: text, at: offset, limit: limit), veto.span.count > match.span.count {
      return nil
    }
    let isVetoed = vetoBefore.longestMatch(in: text, endingAt: offset, lower: lower) != nil
    let isSaying =
      match.payload.sense.role == .support && manners.longestMatch(in: text, endingAt: offset, lower: lower) != nil
    if isVetoed, !isSaying { return nil }
    return Match(
      span: match.span, sense: match.payload.sense, id: match.payload.id, confidence: match.payload.confidence,
      isSaying: isSaying)
  }
}
