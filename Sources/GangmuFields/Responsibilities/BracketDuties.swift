import HanText

/// Entries from brackets that are all actor and verb: (班主任提供圖片), (教育部牽頭,財政部參與), (各園校由教育組統一報送).
struct BracketDuties: Sendable {
  let actors: ActorReader
  private let verbs = PhraseTable(DutyWords.bracketVerbs)
  private let posts = SuffixTable(LabelWords.rosterPhrases)

  /// Reads the inside of a bracket. False where it is not all actor and verb.
  func append(from bracket: Range<Int>, in context: DocumentContext, to found: inout [Responsibility]) -> Bool {
    let text = context.text
    guard !context.hasLabel(in: bracket) else { return true }
    if let post = posts.longestMatch(in: text, endingAt: bracket.lowerBound - 1, lower: max(0, bracket.lowerBound - 9))
    {
      return appendHolder(of: post.payload, bracket, in: context, to: &found)
    }
    var entries: [Responsibility] = []
    // Only the first sentence: (生态环境部指导,试点城市政府负责落实。以下均需…).
    let end = bracket.first { text[$0].isAny(.sentenceEnd) } ?? bracket.upperBound
    var listStart: Int?
    for clause in clauses(of: bracket.lowerBound..<end, in: text) {
      // 科技部、财政部,各省级人民政府负责: a list goes on over the comma to its verb.
      let whole = (listStart ?? clause.lowerBound)..<clause.upperBound
      if let found = self.entries(from: whole, bracket: bracket, in: context) {
        entries += found
        listStart = nil
      } else if actors.kind(of: clause, in: text) != nil, isList(clause, in: text) {
        listStart = whole.lowerBound
      } else {
        return false
      }
    }
    guard listStart == nil else { return false }
    found += entries
    return !entries.isEmpty
  }

  /// 组长(张三), 常务副指挥长(省机关事务管理局局长): who holds the post that stands before the bracket.
  private func appendHolder(
    of post: RuleMark<Responsibility.Role>, _ bracket: Range<Int>, in context: DocumentContext,
    to found: inout [Responsibility]
  ) -> Bool {
    let text = context.text
    let holders = actors.actors(in: bracket, of: text)
    guard bracket.count <= 60, !holders.isEmpty,
      holders.allSatisfy({ $0.kind == .person }) || holders.count == 1 && actors.kind(of: bracket, in: text) == .post
    else { return false }
    found += holders.map {
      Responsibility(
        role: post.sense, actor: $0.span, actorKind: $0.kind, task: nil, due: nil, rule: post.id,
        confidence: post.confidence)
    }
    return true
  }

  private func clauses(of span: Range<Int>, in text: FoldedText) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = span.lowerBound
    for offset in span.lowerBound..<span.upperBound + 1 {
      guard offset == span.upperBound || text[offset] == "," || text[offset] == ";" else { continue }
      let clause = text.trimming(start..<offset, Trim.punctuation)
      if !clause.isEmpty { clauses.append(clause) }
      start = offset + 1
    }
    return clauses
  }

  private func entries(from clause: Range<Int>, bracket: Range<Int>, in context: DocumentContext) -> [Responsibility]? {
    let text = context.text
    guard clause.count <= 200 else { return nil }
    var start = clause.lowerBound
    // 各園校由教育組統一報送: who stands before 由 is not the actor.
    if let by = text.firstIndex(of: "由", in: clause), by - clause.lowerBound <= 12, by + 2 < clause.upperBound {
      start = by + 1
    }
    if let match = togetherSplit(start..<clause.upperBound, in: text) {
      let task = context.task(forBracketAt: bracket.lowerBound - 1)
      return entries(match.lead, .lead, task, "bracket.together", context)
        + entries(match.support, .support, task, "bracket.together", context)
    }
    guard let verb = verb(in: start..<clause.upperBound, of: text) else { return nil }
    let list = start..<verb
    let phrase = verb..<clause.upperBound
    if let duty = actors.bracketRoles.longestMatch(in: text, at: verb, limit: clause.upperBound), duty.span == phrase {
      // The verb says no more than the part: what is to be done is the item that the bracket ends.
      return entries(
        list, duty.payload.sense, context.task(forBracketAt: bracket.lowerBound - 1), duty.payload.id, context)
    }
    return entries(list, .responsible, context.task(phrase), "bracket.verb", context)
  }

  /// The first verb with nothing but actors before it.
  private func verb(in span: Range<Int>, of text: FoldedText) -> Int? {
    var offset = span.lowerBound + 2
    while offset < span.upperBound {
      if verbs.longestMatch(in: text, at: offset, limit: span.upperBound) != nil,
        isList(span.lowerBound..<offset, in: text)
      {
        return offset
      }
      offset += 1
    }
    return nil
  }

  private func isList(_ span: Range<Int>, in text: FoldedText) -> Bool {
    let list = actors.withoutOthers(span, in: text)
    guard !list.isEmpty, span.upperBound < text.count, !actors.vetoed(at: span.upperBound, in: text) else {
      return false
    }
    if list.count == span.count, actors.kind(of: span, in: text) == nil { return false }
    return actors.pieces(of: list, in: text).allSatisfy { piece in
      piece.count >= 2 && piece.count <= 30
    }
  }

  /// A and B of A会同B负责.
  private func togetherSplit(_ span: Range<Int>, in text: FoldedText) -> (lead: Range<Int>, support: Range<Int>)? {
    guard let offset = span.first(where: { text[$0] == "会" && $0 + 1 < span.upperBound && text[$0 + 1] == "同" }) else {
      return nil
    }
    let rest = offset + 2..<span.upperBound
    guard let end = verb(in: rest, of: text) ?? (isListAtEnd(rest, in: text) ? rest.upperBound : nil) else {
      return nil
    }
    return (span.lowerBound..<offset, rest.lowerBound..<end)
  }

  private func isListAtEnd(_ span: Range<Int>, in text: FoldedText) -> Bool {
    actors.kind(of: span, in: text) != nil
  }

  private func entries(
    _ list: Range<Int>, _ role: Responsibility.Role, _ task: Responsibility.Task?, _ rule: String,
    _ context: DocumentContext
  ) -> [Responsibility] {
    let due = task.flatMap { context.due(in: $0.span) } ?? context.due(forLabelAt: list.lowerBound)
    return actors.actors(in: list, of: context.text).map { actor in
      Responsibility(
        role: actor.role ?? role, actor: actor.span, actorKind: actor.kind, task: task, due: due, rule: rule,
        confidence: 0.9)
    }
  }
}
