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

  /// Where a verb of duty stands and what it is.
  private struct Found {
    enum Word {
      /// 由.
      case by
      /// A verb, by its number in the table.
      case verb(Int)
      /// 为 with what somebody is made, by the number of the post.
      case named(Int)
    }

    var end: Int
    var word: Word
    var isSaying = false
  }

  /// 为联席会议成员, 为领导小组组长: what somebody is made, of which body, at the end of a clause.
  private func named(at offset: Int, limit: Int, in text: FoldedText) -> Found? {
    let end = max(offset + 3, min(limit, offset + 14))
    var next = offset + 3
    while case let start = posts.firstStart(in: text, within: next..<end), start < end {
      next = start + 1
      guard let post = posts.longest(in: text, at: start, limit: limit) else { continue }
      guard bodies.longestMatch(in: text, endingAt: start, lower: offset + 1) != nil,
        post.end == limit || text[post.end].isAny([.clauseEnd, .sentenceEnd]) || text[post.end] == "("
      else { return nil }
      return Found(end: post.end, word: .named(post.phrase))
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
    guard let found = find(at: offset, lower: lower, limit: limit, in: text) else { return nil }
    let span = offset..<found.end
    switch found.word {
    case .by: return Match(span: span, sense: nil, id: "prose.by", confidence: 0.85)
    case .named(let post):
      return Match(
        span: span, sense: DutySense(posts[post].sense, .named), id: "prose.named_post", confidence: 0.85)
    case .verb(let verb):
      let rule = verbs[verb]
      return Match(
        span: span, sense: rule.sense, id: rule.id, confidence: rule.confidence, isSaying: found.isSaying)
    }
  }

  /// Whether a verb of duty stands at an offset.
  func hasMatch(at offset: Int, lower: Int, limit: Int, in text: FoldedText) -> Bool {
    find(at: offset, lower: lower, limit: limit, in: text) != nil
  }

  private func find(at offset: Int, lower: Int, limit: Int, in text: FoldedText) -> Found? {
    if text[offset] == "由" {
      guard offset + 3 < limit, notBy.longest(in: text, at: offset, limit: limit) == nil else { return nil }
      guard offset == lower || !notByBefore.contains(text[offset - 1]) else { return nil }
      // 经由 is one word, 已经由 is not.
      if offset > lower, text[offset - 1] == "经", offset - 1 == lower || text[offset - 2] != "已" { return nil }
      return Found(end: offset + 1, word: .by)
    }
    guard let match = verbs.longest(in: text, at: offset, limit: limit) else {
      return text[offset] == "为" ? named(at: offset, limit: limit, in: text) : nil
    }
    if let veto = vetoAfter.longest(in: text, at: offset, limit: limit), veto.end > match.end { return nil }
    let isVetoed = vetoBefore.longestMatch(in: text, endingAt: offset, lower: lower) != nil
    let isSaying =
      verbs[match.phrase].sense.role == .support
      && manners.longestMatch(in: text, endingAt: offset, lower: lower) != nil
    if isVetoed, !isSaying { return nil }
    return Found(end: match.end, word: .verb(match.phrase), isSaying: isSaying)
  }
}
