import GangmuDates
import GangmuOutline
import HanText

/// Entries from hand-ins with a deadline: 各學院於2016年9月26日前將…總結報送到…科.
final class HandIns: Sendable {
  let actors: ActorReader
  private let verbs = PhraseTable(DutyWords.handIn)
  private let objects: ProseTask
  private let starters = PhraseTable("于 在 务必 要 应 须 需 必须 将 把 请 应当 按照 按 根据 统一".words)
  private let openers = PhraseTable("请 各位 要求 并 同时 希望 另请 另外 此外".words)

  init(actors: ActorReader) {
    self.actors = actors
    objects = ProseTask(actors: actors)
  }

  func append(from sentence: Sentence, in context: DocumentContext, to found: inout [Responsibility]) {
    let text = context.text
    let dates = context.dates(in: sentence.span)
    guard
      let due = context.due(in: sentence.span) ?? dates.first(where: {
        text[context.dates[$0].span.upperBound - 1] == "前"
      })
        ?? dates.first
    else { return }
    let deadline = context.dates[due].span
    for clause in sentence.clauses where clause.overlaps(deadline) || clause.lowerBound >= deadline.upperBound {
      guard
        let thing = thing(in: clause, of: text) ?? plainThing(in: clause, of: sentence, deadline: deadline, in: text)
          ?? madeThing(in: clause, of: sentence, in: text)
      else { continue }
      guard let list = subject(of: sentence, clause: clause, deadline: deadline, in: context) else { return }
      for actor in actors.actors(in: list, of: text) {
        found.append(
          Responsibility(
            role: .responsible, actor: actor.span, actorKind: actor.kind, task: context.task(thing), due: due,
            rule: "prose.hand_in", confidence: 0.85))
      }
      return
    }
  }

  /// What is handed in: what follows 將 to the verb of handing in or to the deadline that stands between.
  private func thing(in clause: Range<Int>, of text: FoldedText) -> Range<Int>? {
    guard
      let take = clause.first(where: {
        (text[$0] == "将" || text[$0] == "把") && $0 + 1 < clause.upperBound && text[$0 + 1] != "于" && text[$0 + 1] != "会"
      })
    else { return nil }
    var offset = take + 1
    var end: Int?
    while offset < clause.upperBound {
      if Brackets.isOpening(text[offset]), let close = text.closing(of: offset, limit: clause.upperBound) {
        offset = close + 1
        continue
      }
      if end == nil, text[offset] == "于" || text[offset] == "在", followsDate(offset, limit: clause.upperBound, in: text)
      {
        end = offset
      }
      if let verb = verbs.longestMatch(in: text, at: offset, limit: clause.upperBound),
        isHandIn(verb.span, limit: clause.upperBound, in: text)
      {
        return take + 1..<(end ?? withoutManner(take + 1..<offset, in: text))
      }
      offset += 1
    }
    return nil
  }

  /// What is handed in where no 將 shows it: 各部门于…前上报|征文2篇; 各单位制定|活动方案|,于…前报市质量办.
  private func plainThing(in clause: Range<Int>, of sentence: Sentence, deadline: Range<Int>, in text: FoldedText)
    -> Range<Int>?
  {
    // 于…前上报…, 于…前,函送…
    let start = clause.contains(deadline.lowerBound) ? deadline.upperBound : clause.lowerBound
    guard start <= clause.upperBound, start - deadline.upperBound <= 2,
      let verb = verbs.longestMatch(
        in: text, at: text.trimmingStart(start..<clause.upperBound, adverbs).lowerBound, limit: clause.upperBound)
    else { return nil }
    let rest = text.trimming(verb.span.upperBound..<clause.upperBound, Trim.punctuation)
    guard rest.count >= 2 else { return nil }
    // 报国务院办公厅备案: to whom, not what.
    if actors.kind(of: rest, in: text) == nil,
      actors.listEnd(from: rest.lowerBound, limit: rest.upperBound, in: text) == nil
    {
      return verb.span.count > 1 ? rest : nil
    }
    guard let index = sentence.clauses.firstIndex(of: clause), index > 0 else { return nil }
    let before = text.trimming(sentence.clauses[index - 1], Trim.punctuation)
    guard let lead = actors.leading(in: before, of: text) else { return nil }
    let object = objects.objectOfVerbs(in: lead.upperBound..<before.upperBound, of: text)
    return object.flatMap { withoutVerbs($0, in: text) }
  }

  /// What is made before it is handed in: 形成|总结报告|并报送…; 制定|具体实施方案|,…,并于…前报送….
  private func madeThing(in clause: Range<Int>, of sentence: Sentence, in text: FoldedText) -> Range<Int>? {
    guard let verb = longVerb(in: clause, of: text) else { return nil }
    if let thing = made(in: clause.lowerBound..<verb.lowerBound, of: text) { return thing }
    guard let index = sentence.clauses.firstIndex(of: clause),
      actors.listEnd(from: verb.upperBound, limit: clause.upperBound, in: text) != nil
        || verb.upperBound == clause.upperBound
    else { return nil }
    for clause in sentence.clauses[..<index].suffix(5) {
      if let thing = made(in: clause, of: text) { return thing }
    }
    return nil
  }

  /// The first verb of handing in of more than one character.
  private func longVerb(in clause: Range<Int>, of text: FoldedText) -> Range<Int>? {
    for offset in clause {
      if let verb = verbs.longest(in: text, at: offset, limit: clause.upperBound), verb.end > offset + 1 {
        return offset..<verb.end
      }
    }
    return nil
  }

  private func made(in span: Range<Int>, of text: FoldedText) -> Range<Int>? {
    guard let verb = making.firstMatch(in: text, within: span) else { return nil }
    var end = span.upperBound
    if let and = (verb.span.upperBound..<end).last(where: { text[$0] == "并" }) { end = and }
    let thing = text.trimming(verb.span.upperBound..<end, Trim.punctuation)
    return thing.count >= 2 ? withoutVerbs(thing, in: text) : nil
  }

  /// What further verbs act on: 制定|或调整完善后的|实施办法. Nil where they name nothing.
  private func withoutVerbs(_ span: Range<Int>, in text: FoldedText) -> Range<Int>? {
    guard let first = span.first, text[first] == "或" || text[first] == "并" else { return span }
    guard let of = span.last(where: { text[$0] == "的" }), of + 2 < span.upperBound else { return nil }
    return of + 1..<span.upperBound
  }

  private let making = PhraseTable("形成 制定 编制 撰写 拟定 填写 整理 起草 填报 研究提出 提出".words)

  private let adverbs = UnitSet(" 统一及时,并于")

  private func followsDate(_ offset: Int, limit: Int, in text: FoldedText) -> Bool {
    offset + 1 < limit
      && (text[offset + 1].isAny([.digit, .hanNumeral, .redaction]) || text[offset + 1] == "每"
        || text[offset + 1] == "本" || text[offset + 1] == "x")
  }

  /// A verb of one character hands in only at the end of its object: 将总结报教育局, not 将报告….
  private func isHandIn(_ verb: Range<Int>, limit: Int, in text: FoldedText) -> Bool {
    guard verb.count == 1 else { return true }
    return Self.lookalikes.longestMatch(in: text, at: verb.lowerBound, limit: limit) == nil
      && handOverVetoesBefore.longestMatch(in: text, endingAt: verb.upperBound, lower: 0) == nil
  }

  /// Words that begin like a verb of handing over.
  static let lookalikes = PhraseTable(
    "报告 报名 报道 报刊 报表 报纸 报送材料 发展 发现 发生 发布 发动 发言 传统 传承 传播 交通 交流 交往 送审 传达 发挥 报到 报警".words)
  private let handOverVetoesBefore = SuffixTable(
    "汇报 小报 海报 板报 手抄报 通报 申报 简报 年报 日报 周报 月报 填报 开发 研发 转发 宣传 颁发 印发 外交 提交 情报 网报 上报 赠送 播送 自传 群发 社交".words.filter {
      $0 != "提交" && $0 != "上报"
    })
  private let manner = SuffixTable("以书面形式 以电子邮件形式 以电子版形式 一并 及时 按时 统一 电子版和纸质版 盖章后 汇总后 签字盖章后".words)

  private func withoutManner(_ span: Range<Int>, in text: FoldedText) -> Int {
    manner.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound)?.span.lowerBound ?? span.upperBound
  }

  private func isActor(_ head: Range<Int>, in text: FoldedText) -> Bool {
    guard let first = head.first else { return false }
    return text[first] == "各" && head.count >= 2 && head.count <= 12
      || actors.kind(of: actors.withoutOthers(head, in: text), in: text) != nil
  }

  /// Who hands in: what the sentence, or the clause before, begins with.
  private func subject(of sentence: Sentence, clause: Range<Int>, deadline: Range<Int>, in context: DocumentContext)
    -> Range<Int>?
  {
    let text = context.text
    for candidate in sentence.clauses.reversed() where candidate.lowerBound <= clause.lowerBound {
      var lower = text.trimmingStart(candidate, Trim.punctuation).lowerBound
      while let opener = openers.longestMatch(in: text, at: lower, limit: candidate.upperBound) {
        lower = opener.span.upperBound
      }
      // 由各校辦理…,並於…前將…函報: the actor after 由.
      if lower < candidate.upperBound, text[lower] == "由",
        let end = actors.listEnd(from: lower + 1, limit: candidate.upperBound, in: text)
      {
        return lower + 1..<end
      }
      var offset = lower
      let limit = min(candidate.upperBound, lower + 60)
      while offset < limit, deadline.lowerBound > lower || !candidate.contains(deadline.lowerBound) {
        if Brackets.isOpening(text[offset]), let close = text.closing(of: offset, limit: limit) {
          offset = close + 1
          continue
        }
        let isDeadline = offset == deadline.lowerBound
        if offset > lower, isDeadline || starters.longestMatch(in: text, at: offset, limit: candidate.upperBound) != nil
        {
          let head = text.trimmingEnd(lower..<offset, Trim.punctuation)
          if isActor(head, in: text),
            !actors.vetoed(at: head.upperBound, in: text)
          {
            return head
          }
          if isDeadline { break }
        }
        offset += 1
      }
      // 各单位制定活动方案,于…前报….
      if candidate.lowerBound < clause.lowerBound, let lead = actors.leading(in: lower..<candidate.upperBound, of: text)
      {
        return lead
      }
    }
    return nil
  }
}
