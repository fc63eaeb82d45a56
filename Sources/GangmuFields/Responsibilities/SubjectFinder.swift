import HanText

/// Finds who a verb of duty is said of: the actor before it in its clause, or the subject of the clauses before.
final class SubjectFinder: Sendable {
  let actors: ActorReader
  private let adverbs = SuffixTable(DutyWords.adverbs)
  private let founding = PhraseTable(DutyWords.founding)
  private let causative = PhraseTable(DutyWords.causative)
  private let assigning = PhraseTable(DutyWords.assigning)
  private let rosters: SuffixTable<Responsibility.Role>
  private let rosterStarts: PhraseTable<Responsibility.Role>
  private let openers = PhraseTable(
    "并 同时 其中 另外 此外 具体 请 而 且 即 但 由 现 今后 平时 平日 原则上 一般 每天 每日 每周 每月 每年 每学期 其它 则 一并 具体由 第一条 要求".words)
  private let closers = SuffixTable("领导下 指导下 下 中 内 期间 时 后 前 上 基础上 起 之日 方面 同时 规定 要求 精神 原则 分工 之际 情况".words)
  private let adverbials = UnitSet("在于经按根依为从自当随以对通围结针本遵")
  private static let maximumLookBack = 5

  init(actors: ActorReader) {
    self.actors = actors
    let roles = LabelWords.rosterPhrases.map { ($0.0, $0.1.sense) }
    let liaisons = ["联络员", "联系人"].map { ($0, Responsibility.Role.contact) }
    rosters = SuffixTable(roles + liaisons)
    rosterStarts = PhraseTable(roles + liaisons)
  }

  /// The list of actors that the verb at `verb` is said of, or nil.
  func subject(
    before verb: Int, clause index: Int, isBound: Bool, known: Range<Int>?, in sentence: Sentence, of text: FoldedText
  ) -> Range<Int>? {
    let clause = text.trimmingStart(sentence.clauses[index], Trim.punctuation)
    guard verb >= clause.lowerBound else { return nil }
    var head = withoutOpeners(clause.lowerBound..<verb, in: text)
    let opened = head.lowerBound > clause.lowerBound
    head = withoutAdverbs(head, in: text)
    if !head.isEmpty, let list = actor(in: head, of: text) { return list }
    guard head.isEmpty || isAdverbial(head, in: text) else { return nil }
    guard !isBound else { return nil }
    let nearest = known.map { known in sentence.clauses.firstIndex { $0.upperBound > known.lowerBound } ?? 0 } ?? 0
    if let known, opened || index > 0 {
      // 由A确定,B作为副主任,负责…: a subject named since the last duty comes first.
      return inherited(before: index, after: nearest, in: sentence, of: text) ?? known
    }
    return inherited(before: index, after: -1, in: sentence, of: text)
  }

  // MARK: - In the clause

  /// The actor in what stands between the start of a clause and a verb.
  private func actor(in head: Range<Int>, of text: FoldedText) -> Range<Int>? {
    guard head.count >= 2, head.count <= 160 else { return nil }
    if let assigned = assigned(in: head, of: text) { return assigned }
    // 经生态环境部|会同…: the actor itself; 经国务院同意后|…: only after whose consent.
    if text[head.lowerBound] == "经" {
      let rest = head.lowerBound + 1..<head.upperBound
      return isList(rest, in: text) && !isInterrupted(rest, in: text) && actors.leading(in: rest, of: text) == nil
        ? rest : nil
    }
    if causative.longestMatch(in: text, at: head.lowerBound, limit: head.upperBound) != nil { return nil }
    if adverbials.contains(text[head.lowerBound]), let end = adverbialEnd(of: head, in: text) {
      let rest = text.trimming(end..<head.upperBound, Trim.punctuation)
      return rest.isEmpty ? nil : actor(in: rest, of: text)
    }
    if isList(head, in: text), !isInterrupted(head, in: text) { return head }
    // 机关依照…的规定,在…内负责; 国家有关部门根据实际举办: what stands before the preposition.
    guard let lead = actors.leading(in: head, of: text), isList(lead, in: text) else { return nil }
    let rest = lead.upperBound..<head.upperBound
    return adverbials.contains(text[rest.lowerBound]) || isAdverbial(rest, in: text) ? lead : nil
  }

  /// Whom a verb of assigning names at the end of a head: 也要相應指定|有關部門.
  private func assigned(in head: Range<Int>, of text: FoldedText) -> Range<Int>? {
    var found: Range<Int>?
    for offset in head.dropLast(3) where assigning.longestMatch(in: text, at: offset, limit: head.upperBound) != nil {
      let rest = offset + 2..<head.upperBound
      if isList(rest, in: text), actors.leading(in: rest, of: text) == nil { found = rest }
    }
    return found
  }

  /// Whether a head that ends like an actor says something before: 要求X, 领导小组成立办公室.
  private func isInterrupted(_ head: Range<Int>, in text: FoldedText) -> Bool {
    guard let lead = actors.leading(in: head, of: text), lead.count < head.count else { return false }
    let next = lead.upperBound
    guard let predicate = actors.predicates.longestMatch(in: text, at: next, limit: head.upperBound) else {
      return false
    }
    // 县|领导小组, 市|监督管理局 are names.
    return (predicate.span.count >= 2 || Self.modal.contains(text[next]))
      && Self.plain.contains(Array(text.units[predicate.span]))
  }

  private static let modal = UnitSet("要应须将把")
  private static let plain = Set("要 应 须 将 把 应当 必须 要求 按照 根据 成立 设立 下设 需要 可以 通过 依照".words.map(FoldUnit.fold))

  private func isList(_ head: Range<Int>, in text: FoldedText) -> Bool {
    let list = actors.withoutOthers(head, in: text)
    guard actors.isList(list, in: text) else { return list.count < head.count && list.count >= 2 }
    return !isQuestion(list, in: text)
  }

  private func isQuestion(_ span: Range<Int>, in text: FoldedText) -> Bool {
    text[span.lowerBound] == "哪" || text[span.lowerBound] == "谁" || text[span.lowerBound] == "何"
  }

  /// Where the adverbial phrase that begins a head ends: 在国务院领导下|, 在…期间|. The last such end before an actor counts.
  private func adverbialEnd(of head: Range<Int>, in text: FoldedText) -> Int? {
    var end = head.upperBound
    while end > head.lowerBound + 2 {
      if closers.longestMatch(in: text, endingAt: end, lower: head.lowerBound + 1) != nil,
        !actors.vetoed(at: end, in: text)
      {
        return end
      }
      end -= 1
    }
    return nil
  }

  /// Whether a span only says when, where or how.
  func isAdverbial(_ span: Range<Int>, in text: FoldedText) -> Bool {
    guard let first = span.first else { return true }
    return adverbials.contains(text[first]) || text[first].isAny(.digit)
      || closers.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound) != nil
  }

  /// What stands behind 以 in 以局长张明|为组长, or the whole where no 以 does.
  func withoutFrame(_ head: Range<Int>, in text: FoldedText) -> Range<Int> {
    let head = withoutAdverbs(head, in: text)
    guard let frame = head.last(where: { text[$0] == "以" || text[$0] == "由" }) else {
      return withoutOpeners(head, in: text)
    }
    return frame + 1..<head.upperBound
  }

  func withoutOpeners(_ span: Range<Int>, in text: FoldedText) -> Range<Int> {
    var span = text.trimmingStart(span, Trim.punctuation)
    while !span.isEmpty, let match = openers.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound),
      !Self.names.contains(where: { text.matches($0, at: span.lowerBound, limit: span.upperBound) })
    {
      span = match.span.upperBound..<span.upperBound
    }
    return span
  }

  /// Names that begin like an opener.
  private static let names = "经济 经理 经办 经贸 经信 经费 经营 请示 现场 现代 具体办事 即墨".words.map(FoldUnit.fold)

  /// The span without the words at its end that say how (具体, 应当, 共同).
  func withoutAdverbs(_ span: Range<Int>, in text: FoldedText) -> Range<Int> {
    var span = text.trimmingEnd(span, Trim.punctuation)
    while let match = adverbs.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound) {
      // 都, 要, 可 are adverbs only behind a whole word.
      if match.span.count == 1, actors.vetoed(at: span.upperBound, in: text) { break }
      span = text.trimmingEnd(span.lowerBound..<match.span.lowerBound, Trim.spaces)
    }
    return span
  }

  // MARK: - From clauses before

  /// The subject of the clauses before one: the body that one of them sets up, else what it begins with.
  private func inherited(before index: Int, after first: Int, in sentence: Sentence, of text: FoldedText) -> Range<Int>?
  {
    for place in sentence.clauses[..<index].indices.reversed().prefix(Self.maximumLookBack) where place > first {
      let clause = text.trimming(sentence.clauses[place], Trim.punctuation)
      guard clause.count >= 3 else { continue }
      if let body = founded(in: clause, of: text) { return body }
      // 安全管理部:负责…
      if place == index - 1, text[sentence.clauses[place].upperBound] == ":", isList(clause, in: text) { return clause }
      let start = withoutOpeners(clause, in: text)
      guard !start.isEmpty, !causativeStart(start, in: text), text[start.lowerBound] != "受" else { continue }
      // 由X兼任主任,负责…: the office is responsible, which the clause before names.
      if text[clause.lowerBound] == "由", clause.contains(where: { text[$0] == "任" }) { continue }
      if let lead = actors.leading(in: start, of: text), isList(lead, in: text) { return lead }
    }
    return nil
  }

  private func causativeStart(_ span: Range<Int>, in text: FoldedText) -> Bool {
    causative.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound) != nil
  }

  private static let places = UnitSet("在于")

  /// The body that a clause sets up: 成立信息安全检查工作组, 下设办公室.
  private func founded(in clause: Range<Int>, of text: FoldedText) -> Range<Int>? {
    guard var start = foundingEnd(in: clause, of: text) else { return nil }
    if text[start] == "了" { start += 1 }
    // 成立以校长为组长的领导小组: the body alone.
    if let of = (start..<clause.upperBound).last(where: { text[$0] == "的" }) { start = of + 1 }
    let body = text.trimming(start..<clause.upperBound, Trim.punctuation)
    return body.count >= 2 && body.count <= 40 && actors.kind(of: body, in: text) == .organization ? body : nil
  }

  /// Where the first verb of founding in a clause ends.
  private func foundingEnd(in clause: Range<Int>, of text: FoldedText) -> Int? {
    for offset in clause.lowerBound..<clause.upperBound - 2 {
      guard let verb = founding.longestMatch(in: text, at: offset, limit: clause.upperBound) else { continue }
      let end = verb.span.upperBound
      if end < clause.upperBound, !Self.places.contains(text[end]), !actors.vetoed(at: end, in: text) { return end }
    }
    return nil
  }

  // MARK: - Posts

  /// The part in a roster that words before an offset name: 办公室主任|由.
  func rosterRole(endingAt end: Int, lower: Int, in text: FoldedText) -> Responsibility.Role? {
    rosters.longestMatch(in: text, endingAt: end, lower: lower)?.payload
  }

  /// The part in a roster that a clause names: 设副召集人2人.
  func rosterRole(in clause: Range<Int>, of text: FoldedText) -> Responsibility.Role? {
    rosterStarts.firstMatch(in: text, within: clause)?.payload
  }

  /// The part in a roster that the words at an offset name: 担任|召集人, 兼任|办公室主任.
  func rosterRole(startingAt start: Int, limit: Int, in text: FoldedText) -> Responsibility.Role? {
    var offset = start
    while offset < min(limit, start + 12) {
      if let match = rosterStarts.longestMatch(in: text, at: offset, limit: limit) { return match.payload }
      offset += 1
    }
    return nil
  }
}
