import HanText

/// Finds what is to be done in running text.
struct ProseTask: Sendable {
  let actors: ActorReader
  private let going = PhraseTable("以及 及 和 与 、".words)
  private let openers = PhraseTable("具体 其中 并 而 且 但 即 同时 此外 另外 上述 以上 对于".words)
  private let trailing = SuffixTable(
    """
    应当依法 应当 应 依法 每天 每日 每周 每月 每年 定期 统一 主要 原则上 须 需 均 都 则 也 一律 具体 可 可以 必须 将 要 暂 先 再 由 分别 一般 应该 \
    已 已经 全部 是 实行 的 仍 仍然 交 交给 还 只能 应当
    """.words)
  private let verbs = PhraseTable(
    """
    组织开展 组织 开展 举办 制定 公布 建立 制订 研究 共同 联合 负责 做好 实施 推进 承担 主办 拟订 提出 起草 编制 发布 印发 组建 确定 完善 依法 及时 \
    抓好 落实 联合开展 订定 办理 、
    """.words)
  private let prepositions = PhraseTable("在 按照 根据 依照 依据 应当按照 应按照".words)
  private let addressees = PhraseTable("对 向".words)
  private let requests = PhraseTable("要求 请求 提请 通知".words)
  private let supports = PhraseTable("协助 配合 支持".words)

  /// The object that follows a verb of duty, to the end of its clause; over a comma where 以及 and the like go on.
  func object(after start: Int, clause index: Int, in sentence: Sentence, of text: FoldedText) -> Range<Int>? {
    var end = sentence.clauses[index].upperBound
    var next = index + 1
    while next < sentence.clauses.count, sentence.clauses[next].count > 1,
      going.longestMatch(in: text, at: sentence.clauses[next].lowerBound, limit: sentence.clauses[next].upperBound)
        != nil
    {
      end = sentence.clauses[next].upperBound
      next += 1
    }
    var object = text.trimming(start..<end, Trim.punctuation)
    // 负责根据…情况,采取…措施: what is done stands behind the comma.
    if isCircumstance(object, in: text), next < sentence.clauses.count {
      object = text.trimming(start..<sentence.clauses[next].upperBound, Trim.punctuation)
    }
    guard object.count >= 2, text[object.lowerBound] != "的" else { return nil }
    return object
  }

  /// Whether a span only says after what something is done (根据…情况, 按照…精神).
  func isCircumstance(_ span: Range<Int>, in text: FoldedText) -> Bool {
    guard span.count >= 4, circumstances.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound) != nil
    else { return false }
    return circumstanceEnds.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound) != nil
  }

  private let circumstances = PhraseTable("根据 按照 依照 依据 遵照 按 参照 结合".words)
  private let circumstanceEnds = SuffixTable("情况 需要 要求 规定 精神 原则 安排 分工 实际 通知 意见 方案 》 ) 职责 程序 标准".words)

  /// What the verbs in a span act on: 制定、公布|网络关键设备目录.
  func objectOfVerbs(in span: Range<Int>, of text: FoldedText) -> Range<Int>? {
    var span = text.trimming(span, Trim.punctuation)
    while let verb = verbs.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound) {
      span = text.trimmingStart(verb.span.upperBound..<span.upperBound, Trim.punctuation)
      if span.isEmpty { return nil }
    }
    return span.isEmpty || isCircumstance(span, in: text) ? nil : span
  }

  /// What 由 passes on: the words before it in its clause, unless they only say when.
  func thing(before by: Int, clause: Range<Int>, in context: DocumentContext) -> Range<Int>? {
    let text = context.text
    guard by > clause.lowerBound else { return nil }
    var span = text.trimming(clause.lowerBound..<by, Trim.punctuation)
    while !span.isEmpty, let opener = openers.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound) {
      span = opener.span.upperBound..<span.upperBound
    }
    while let adverb = trailing.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound) {
      span = text.trimmingEnd(span.lowerBound..<adverb.span.lowerBound, Trim.punctuation)
    }
    if let taken = span.last(where: { text[$0] == "将" || text[$0] == "把" }) { span = taken + 1..<span.upperBound }
    guard span.count >= 2, !isDate(span, in: context), text[span.lowerBound] != "除",
      times.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound) == nil
    else { return nil }
    return span
  }

  private let times = SuffixTable("时间 期间 时 后 前 内 时段 阶段 之日".words)

  private func isDate(_ span: Range<Int>, in context: DocumentContext) -> Bool {
    context.dates(in: span).contains { context.dates[$0].span.upperBound + 1 >= span.upperBound }
      || context.text[span.upperBound - 1] == "日" || context.text[span.upperBound - 1] == "起"
  }

  /// What the clause before is about, where only an adverbial phrase parts it from the verb: 宣傳周|在…領導下,由….
  func topic(before index: Int, in sentence: Sentence, _ context: DocumentContext) -> Range<Int>? {
    guard index > 0 else { return nil }
    let text = context.text
    let clause = text.trimming(sentence.clauses[index - 1], Trim.punctuation)
    guard clause.count >= 4,
      let preposition = prepositions.firstMatch(in: text, within: clause.lowerBound + 2..<clause.upperBound),
      clause.contains(preposition.span.lowerBound)
    else { return nil }
    return thing(before: preposition.span.lowerBound, clause: clause, in: context)
  }

  /// What the clause after 由X牽頭 says is done, unless it gives a duty of its own.
  func following(_ index: Int, verbs: DutyVerbs, in sentence: Sentence, of text: FoldedText) -> Range<Int>? {
    guard index + 1 < sentence.clauses.count, text[sentence.clauses[index].upperBound] == "," else { return nil }
    let clause = text.trimming(sentence.clauses[index + 1], Trim.punctuation)
    let hasDuty = clause.contains { offset in
      verbs.canStart(with: text[offset])
        && verbs.match(at: offset, lower: clause.lowerBound, limit: clause.upperBound, in: text).map {
          $0.sense?.form != .organizing
        } ?? false
    }
    return hasDuty || clause.isEmpty ? nil : clause
  }

  /// What a verb answers for or to: 对本单位网络安全|负总责, 对人民|负责.
  func addressee(in head: Range<Int>, of text: FoldedText) -> Range<Int>? {
    addressees.firstMatch(in: text, within: head).map {
      text.trimming($0.span.upperBound..<head.upperBound, Trim.punctuation)
    }
  }

  /// Whether what a verb answers for is a thing, and nobody.
  func isThing(_ span: Range<Int>, in text: FoldedText) -> Bool {
    span.count >= 4 && actors.kind(of: span, in: text) == nil
      && somebody.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound) == nil
  }

  private let somebody = SuffixTable("人民 党 群众 历史 大会 会议 社会 国家 自己 单位 领导 上级 后果 子孙".words)

  /// What was asked for in the clause before an answering 應當予以配合: 需要要求X协助调查的,X应当予以配合.
  func request(before index: Int, in sentence: Sentence, of text: FoldedText) -> Range<Int>? {
    guard index > 0 else { return nil }
    let clause = text.trimming(sentence.clauses[index - 1], Trim.punctuation)
    guard clause.count >= 4, text[clause.upperBound - 1] == "的",
      let support = supports.firstMatch(in: text, within: clause)
    else { return nil }
    return support.span.lowerBound..<clause.upperBound - 1
  }
}
