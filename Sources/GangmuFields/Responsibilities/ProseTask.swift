import HanText

/// Finds what is to be done in running text.
final class ProseTask: Sendable {
  private let actors: ActorReader

  init(actors: ActorReader) {
    self.actors = actors
  }

  private let going = PhraseTable("以及 及 和 与 、".words)
  private let openers = PhraseTable("其中 并 而 且 但 即 同时 此外 另外 上述 以上 对于".words)
  private let trailing = SuffixTable(
    """
    应当依法 应当 应 依法 每天 每日 每周 每月 每年 定期 统一 主要 原则上 须 需 均 都 则 也 一律 具体 可 可以 必须 将 要 暂 先 再 由 分别 一般 应该 \
    已 已经 全部 是 实行 的 仍 仍然 交 交给 还 只能 应当
    """.words)
  private let verbs = PhraseTable(
    """
    组织开展 组织 开展 举办 制定 公布 建立 制订 研究 共同 联合 负责 做好 实施 推进 承担 主办 拟订 提出 起草 编制 发布 印发 组建 确定 完善 依法 及时 \
    抓好 落实 联合开展 订定 办理 处理好 妥善处理 搞好 办好 、
    """.words)
  private let prepositions = PhraseTable("在 按照 根据 依照 依据 应当按照 应按照".words)
  private let addressees = PhraseTable("对 对于 向".words)
  private let processed = PhraseTable("进行 予以 给予 加以 实施 开展".words)
  private let requests = PhraseTable("要求 请求 提请 通知".words)
  private let supports = PhraseTable("协助 配合 支持".words)

  /// The object that follows a verb of duty, to the end of its clause; over a comma where 以及 and the like go on.
  func object(after start: Int, clause index: Int, in sentence: Sentence, of text: FoldedText) -> Range<Int>? {
    var end = sentence.clauses[index].upperBound
    var next = index + 1
    while next < sentence.clauses.count, sentence.clauses[next].count > 1,
      goesOn(sentence.clauses[next], in: text)
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

  /// 以及…, 及…, but not 及时….
  private func goesOn(_ clause: Range<Int>, in text: FoldedText) -> Bool {
    guard let match = going.longestMatch(in: text, at: clause.lowerBound, limit: clause.upperBound) else {
      return false
    }
    return !(match.span.count == 1 && text[match.span.lowerBound] == "及" && text.unit(at: match.span.upperBound) == "时")
  }

  /// Whether a span only says after what something is done (根据…情况, 按照…精神).
  func isCircumstance(_ span: Range<Int>, in text: FoldedText) -> Bool {
    guard span.count >= 4, circumstances.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound) != nil
    else { return false }
    // 根据《…方案》(国办发〔2018〕1号), but not 按…比例救助(…).
    if text[span.upperBound - 1] == ")" {
      return span.last { text[$0] == "(" }.map { text.unit(at: $0 - 1) == "》" } ?? false
    }
    return circumstanceEnds.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound) != nil
  }

  private let circumstances = PhraseTable("根据 按照 依照 依据 遵照 按 参照 结合".words)
  private let circumstanceEnds = SuffixTable("情况 需要 要求 规定 精神 原则 安排 分工 实际 通知 意见 方案 》 职责 程序 标准".words)

  /// What the verbs in a span act on: 制定、公布|网络关键设备目录.
  func objectOfVerbs(in span: Range<Int>, of text: FoldedText) -> Range<Int>? {
    var span = text.trimming(span, Trim.punctuation)
    while let verb = verbs.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound) {
      span = text.trimmingStart(verb.span.upperBound..<span.upperBound, Trim.punctuation)
      if span.isEmpty { return nil }
    }
    // 会同有关部门,对…费用,进行审核: what the preposition takes.
    if let preposition = addressees.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound),
      text[preposition.span.lowerBound] == "对", !span.contains(where: { text[$0] == "," }),
      processed.firstMatch(in: text, within: span) == nil
    {
      span = preposition.span.upperBound..<span.upperBound
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

  /// Whether what a verb of duty acts on is no more than another verb (负责组织, 负责统筹), so that the task stands elsewhere.
  /// 负责解释 of a regulation is a task of its own.
  func isBare(_ span: Range<Int>?, in text: FoldedText) -> Bool {
    guard let span else { return false }
    return bare.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound)?.span == span
  }

  private let bare = PhraseTable(
    """
    组织 统筹 落实 实施 督导 承办 执行 协调 统筹协调 组织实施 组织落实 牵头组织 推进 举办 主办 开展 负责 承担 组织开展 具体实施 具体落实 统筹安排 统筹推进 策划 筹备 \
    落实到位 协助 配合
    """.words)

  /// Whether it only says what is done to the thing named before 由 (拟定, 收集整理).
  func isManner(_ span: Range<Int>?, in text: FoldedText) -> Bool {
    guard let span, span.count <= 6 else { return false }
    var offset = span.lowerBound
    while offset < span.upperBound {
      if text[offset] == "、" || text[offset] == "和" || text[offset] == "并" {
        offset += 1
        continue
      }
      guard let verb = manner.longestMatch(in: text, at: offset, limit: span.upperBound) else { return false }
      offset = verb.span.upperBound
    }
    return true
  }

  /// Whether it says by what means something is done, and no more of what than a bare verb: 通过地方应急网络|组织实施.
  func isBareByMeans(_ span: Range<Int>, in text: FoldedText) -> Bool {
    guard means.longestMatch(in: text, at: span.lowerBound, limit: span.upperBound) != nil,
      let verb = bareEnds.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound + 2)
    else { return false }
    return !(span.lowerBound..<verb.span.lowerBound).contains { text[$0] == "," || text[$0] == "将" || text[$0] == "对" }
  }

  private let means = PhraseTable("通过 利用 依托 借助".words)
  private let bareEnds = SuffixTable("组织实施 具体实施 组织落实 统筹实施 负责实施 承办 办理".words)

  private let manner = PhraseTable(
    """
    组织 统筹 落实 实施 督导 承办 执行 协调 推进 举办 主办 开展 拟定 拟订 制定 起草 编制 收集 汇总 整理 保管 布置 安排 管理 维护 审核 评选 评审 检查 监督 \
    考核 联系 通知 发放 采购 印制 设计 制作 办理 筹备 指导 召集 接待 调查 处理 审定 审批 填写 报送 建设 运行 运维 验收 统计 提供 完成
    """.words)

  /// The clause before, where it is no more than the name of something: 第一项任务|,由团委负责.
  func nominal(before index: Int, in sentence: Sentence, _ context: DocumentContext) -> Range<Int>? {
    guard index > 0 else { return nil }
    let text = context.text
    let clause = text.trimming(sentence.clauses[index - 1], Trim.punctuation)
    // 成品粮供应,|在指挥部统一指挥下,|由…: past the clause that says under whom.
    if index > 1, text[clause.lowerBound] == "在", clause.upperBound - 1 > clause.lowerBound,
      text[clause.upperBound - 1] == "下"
    {
      return nominal(before: index - 1, in: sentence, context)
    }
    guard (2...30).contains(clause.count),
      !isCircumstantial(clause, in: text),
      times.longestMatch(in: text, endingAt: clause.upperBound, lower: clause.lowerBound) == nil,
      ends.longestMatch(in: text, endingAt: clause.upperBound, lower: clause.lowerBound) == nil,
      !isDate(clause, in: context), actors.leading(in: clause, of: text) == nil,
      actors.kind(of: clause, in: text) == nil
    else { return nil }
    return clause
  }

  /// What the clause before addresses: 对以市场委托方式取得的横向经费|,由项目承担单位管理使用.
  func addressed(before index: Int, in sentence: Sentence, of text: FoldedText) -> Range<Int>? {
    guard index > 0 else { return nil }
    let clause = text.trimming(sentence.clauses[index - 1], Trim.punctuation)
    guard clause.count <= 60, text[clause.lowerBound] == "对",
      let preposition = addressees.longestMatch(in: text, at: clause.lowerBound, limit: clause.upperBound),
      ends.longestMatch(in: text, endingAt: clause.upperBound, lower: clause.lowerBound) == nil,
      processed.firstMatch(in: text, within: clause) == nil
    else { return nil }
    let thing = preposition.span.upperBound..<clause.upperBound
    return thing.count >= 2 && actors.kind(of: thing, in: text) == nil ? thing : nil
  }

  private func isCircumstantial(_ clause: Range<Int>, in text: FoldedText) -> Bool {
    circumstantial.longestMatch(in: text, at: clause.lowerBound, limit: clause.upperBound) != nil
      && lookalikes.longestMatch(in: text, at: clause.lowerBound, limit: clause.upperBound) == nil
  }

  private let lookalikes = PhraseTable(HeadingWords.modalLookalikes)
  private let circumstantial = PhraseTable(
    """
    为 根据 按照 按 依照 依据 在 经 因 由 如 若 当 从 自 对 随 通过 结合 本着 以 除 凡 遇 并 但 且 同时 其中 另 此外 要 应 请 需 必须 具体 原则上 每
    """.words)
  private let ends = SuffixTable("的 下 起 者 了 前提下 如下 第一 并举 为主 原则 意见 同意 批准".words)

  /// Whether a clause that begins with a verb of duty modifies a noun after it: 负责调查处理…之所有人员|均负有保密义务.
  func isRelative(_ span: Range<Int>, in text: FoldedText) -> Bool {
    let limit = min(span.upperBound, span.lowerBound + 60)
    var offset = span.lowerBound + 2
    while offset + 2 < limit {
      defer { offset += 1 }
      guard text[offset] == "的" || text[offset] == "之" else { continue }
      guard let end = actors.listEnd(from: offset + 1, limit: limit, in: text), end < limit, end - offset <= 14 else {
        continue
      }
      return modal.longestMatch(in: text, at: end, limit: limit) != nil
    }
    return false
  }

  /// Whether somebody stands at the end of a relative clause: 分管教育工作的|副总理担任召集人.
  func namesActor(_ span: Range<Int>, in text: FoldedText) -> Bool {
    guard let of = span.prefix(30).first(where: { text[$0] == "的" || text[$0] == "之" }) else { return false }
    return actors.listEnd(from: of + 1, limit: span.upperBound, in: text) != nil
  }

  private let modal = PhraseTable("均 应 要 须 得 不得 必须 应当 负有 都 也 可 可以 将".words)

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
