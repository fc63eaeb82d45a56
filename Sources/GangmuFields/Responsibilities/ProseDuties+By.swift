import GangmuOutline
import HanText

extension ProseDuties {
  /// Reads 由: 由X牽頭, T由X負責, 主任由X擔任, 成員由A、B等組成, T由X+verb.
  func readBy(_ place: Place, in context: DocumentContext, _ state: inout State) -> Int {
    let text = context.text
    if let end = readRoster(place, in: context, &state) { return end }
    if Self.shifting.firstMatch(in: text, within: place.near) != nil { return 0 }
    if let verb = duty(in: place.near, limit: place.clause.upperBound, of: text) {
      if verb.sense?.form == .post { return 0 }
      let list = subjects.withoutAdverbs(place.match.span.upperBound..<verb.span.lowerBound, in: text)
      if isList(list, in: text) { return readDuty(verb, list: list, place, in: context, &state) }
    }
    let thing = tasks.thing(before: place.match.span.lowerBound, clause: place.clause, in: context)
    guard context.saysWhoByBy || thing != nil,
      var running = actors.runningList(from: place.match.span.upperBound, limit: place.clause.upperBound, in: text)
    else { return 0 }
    let clauses = state.sentence.clauses
    // The clause in which the list ends.
    var clause = place.index
    if running.end == place.clause.upperBound {
      // The list fills its clause and goes on over commas: 由党委书记,村主任,驻村干部签字.
      guard
        let longer = actors.runningList(
          from: place.match.span.upperBound, limit: state.sentence.span.upperBound, in: text, overCommas: true),
        longer.isBacked, let next = clauses.firstIndex(where: { $0.upperBound > longer.end })
      else { return 0 }
      running = longer
      clause = next
    }
    let end = running.end
    let list = place.match.span.upperBound..<end
    var phrase = text.trimming(end..<clauses[clause].upperBound, Trim.punctuation)
    guard !list.contains(where: { Self.notInName.contains(text[$0]) }) else { return 0 }
    guard phrase.count >= 2,
      !isNotDone(phrase, in: text),
      actors.kind(of: actors.withoutOthers(list, in: text), in: text) != nil
    else { return 0 }
    if tasks.isCircumstance(phrase, in: text), clause + 1 < clauses.count {
      phrase = text.trimming(phrase.lowerBound..<clauses[clause + 1].upperBound, Trim.punctuation)
    }
    // …合格后, …的: the verb phrase ends before.
    if let last = phrase.last, text[last] == "后" || text[last] == "的" { phrase = phrase.lowerBound..<last }
    var match = place.match
    if !running.isBacked {
      guard text[phrase.lowerBound].isAny(.han), phrase.lowerBound == end else { return 0 }
      match.id = "prose.by_unknown"
      match.confidence = 0.6
    }
    if Self.sayings.longestMatch(in: text, endingAt: phrase.upperBound, lower: phrase.lowerBound) != nil { return 0 }
    let isBare = tasks.isBare(phrase, in: text) || tasks.isBareByMeans(phrase, in: text)
    let matter =
      tasks.addressed(before: place.index, in: state.sentence, of: text)
      ?? (isBare ? self.matter(of: place, before: list.lowerBound - 1, in: context, state) : nil)
    let organizes =
      Self.organizing.longestMatch(in: text, endingAt: phrase.upperBound, lower: phrase.lowerBound) != nil
    add(list, isBare && organizes ? .organizer : .responsible, thing ?? matter ?? phrase, match, in: context, &state)
    state.subject = list
    return place.clause.upperBound
  }

  /// Whether a phrase after 由+actor gives no task. 组成 says what something consists of, 组成审查小组 what is done.
  private func isNotDone(_ phrase: Range<Int>, in text: FoldedText) -> Bool {
    if text.matches(Self.composing, at: phrase.lowerBound, limit: phrase.upperBound) { return phrase.count <= 4 }
    return Self.notDone.longest(in: text, at: phrase.lowerBound, limit: phrase.upperBound) != nil
  }

  private static let composing = FoldUnit.fold("组成")

  /// Verbs after 由+actor that say where something comes from.
  private static let notDone = PhraseTable(
    "引起 造成 导致 构成 转 变 产生 出发 到 至 担任 创作 演唱 执导 主演 编剧 作词 作曲 带来 表演 饰演 改编 谱曲 独唱 演出".words)
  /// Verbs that make 由 say from what something changes: 由A向B转变, 由A扩展至B.
  private static let shifting = PhraseTable(
    "转变 转向 转为 变为 变成 改为 调整为 扩展至 扩大到 扩大至 放宽至 提高到 提高至 增加到 增至 降至 降低到 下降到 上升到 上升为 升级为 扩展到 调整到 为主向 转到 过渡".words)

  /// Mottoes: what is said of all and asks nothing of anybody.
  private static let sayings = SuffixTable("各负其责 各司其职 各尽其责 各尽其职".words)
  /// Bare verbs that make an organizer.
  private static let organizing = SuffixTable("组织实施 组织落实 承办".words)

  /// Characters that show that what seems an actor says something.
  private static let notInName = UnitSet("向将把被让仍又派")

  /// The first verb of duty in a span.
  private func duty(in span: Range<Int>, limit: Int, of text: FoldedText) -> DutyVerbs.Match? {
    for offset in span where verbs.canStart(with: text[offset]) && text[offset] != "由" {
      if let match = verbs.match(at: offset, lower: span.lowerBound, limit: limit, in: text) { return match }
    }
    return nil
  }

  /// Whether what stands between 由 and a verb of duty is a list of actors: short, and nothing said in it.
  private func isList(_ span: Range<Int>, in text: FoldedText) -> Bool {
    guard span.count >= 2, span.count <= 160 else { return false }
    if actors.isList(span, in: text) { return true }
    guard span.count <= 12 else { return false }
    // 班联|会, 学生代表大|会: no modal verb at the end of a name.
    let body = text[span.upperBound - 1] == "会" ? span.lowerBound..<span.upperBound - 1 : span
    return actors.predicates.firstMatch(in: text, within: body) == nil
  }

  private func readDuty(
    _ verb: DutyVerbs.Match, list: Range<Int>, _ place: Place, in context: DocumentContext, _ state: inout State
  ) -> Int {
    let text = context.text
    guard let sense = verb.sense else { return 0 }
    if sense.form == .together {
      let together = Place(clause: place.clause, index: place.index, match: verb)
      guard let end = actors.listEnd(from: verb.span.upperBound, limit: place.clause.upperBound, in: text) else {
        return 0
      }
      let thing = tasks.thing(before: place.match.span.lowerBound, clause: place.clause, in: context)
      let task =
        thing ?? tasks.addressed(before: place.index, in: state.sentence, of: text)
        ?? tasks.objectOfVerbs(in: end..<place.clause.upperBound, of: text)
        ?? matter(of: place, before: list.lowerBound - 1, in: context, state)
      add(list, .lead, task, together.match, in: context, &state)
      add(verb.span.upperBound..<end, .support, task, together.match, in: context, &state)
      return place.clause.upperBound
    }
    let thing = tasks.thing(before: place.match.span.lowerBound, clause: place.clause, in: context)
    if state.thing == nil { state.thing = thing ?? tasks.topic(before: place.index, in: state.sentence, context) }
    if text.unit(at: verb.span.upperBound) == "的" {
      // 由X牵头负责的Y: the duty is told of Y in passing.
      let attributed = text.trimming(
        verb.span.upperBound + 1..<max(place.clause.upperBound, verb.span.upperBound + 1), Trim.punctuation)
      add(list, sense.role, attributed.isEmpty ? nil : attributed, verb, in: context, &state)
      return place.clause.upperBound
    }
    if sense.role == .lead, let end = readJointly(place, verb: verb, list, in: context, &state) { return end }
    var object = tasks.object(after: verb.span.upperBound, clause: place.index, in: state.sentence, of: text)
    if thing != nil && tasks.isManner(object, in: text) || tasks.isBare(object, in: text) { object = nil }
    let following = tasks.following(place.index, verbs: verbs, in: state.sentence, of: text)
    let task =
      object ?? thing ?? state.thing ?? (sense.role == .lead ? following : nil)
      ?? matter(of: place, before: list.lowerBound - 1, in: context, state) ?? following
    add(list, sense.role, task, verb, in: context, &state)
    state.subject = list
    return place.clause.upperBound
  }

  // MARK: - Rosters

  /// 主任由信息處長車艷霞擔任, 辦公室由X兼任主任, 成員由A、B等部門組成.
  private func readRoster(_ place: Place, in context: DocumentContext, _ state: inout State) -> Int? {
    let text = context.text
    for offset in place.near where Self.rosterVerbs.canStart(with: text[offset]) {
      guard let verb = Self.rosterVerbs.longestMatch(in: text, at: offset, limit: place.clause.upperBound),
        text.unit(at: verb.span.upperBound) != "员", text[offset - 1] != "小", text[offset - 1] != "主",
        verb.span.count > 1 || text[offset] == "兼"
          || subjects.rosterRole(startingAt: offset + 1, limit: min(offset + 6, place.clause.upperBound), in: text)
            != nil
      else { continue }
      let list = subjects.withoutAdverbs(place.match.span.upperBound..<offset, in: text)
      let role =
        subjects.rosterRole(
          endingAt: subjects.withoutAdverbs(place.before, in: text).upperBound, lower: place.clause.lowerBound, in: text
        )
        ?? subjects.rosterRole(startingAt: verb.span.upperBound, limit: place.clause.upperBound, in: text)
        ?? (verb.payload ? .member : priorRole(place, in: state.sentence, of: text))
      guard let role, !list.isEmpty, list.count <= 200, !list.contains(where: { text[$0] == "派" }) else { continue }
      // 由本部组成审查小组: one who sets up a body is no member of it.
      if verb.payload, place.before.isEmpty, verb.span.upperBound + 1 < place.clause.upperBound,
        actors.pieces(of: list, in: text).count == 1
      {
        return nil
      }
      let members = withoutCount(list, in: text)
      if isShared(members, in: text) {
        addWhole(members, role, place.match, &state)
      } else {
        add(members, role, nil, place.match, in: context, &state)
      }
      return place.clause.upperBound
    }
    return nil
  }

  /// Whether one post at the end belongs to all members of a list, which name no actors without it: 民航局、奥组委和北京市的|司局级
  /// 有关负责同志.
  private func isShared(_ list: Range<Int>, in text: FoldedText) -> Bool {
    guard let of = list.last(where: { text[$0] == "的" }), of + 1 < list.upperBound,
      (list.lowerBound..<of).contains(where: { text[$0] == "、" }),
      !(of..<list.upperBound).contains(where: { text[$0] == "、" })
    else { return false }
    return Self.shared.longestMatch(in: text, at: of + 1, limit: list.upperBound) != nil
      && actors.kind(of: list, in: text) == .post
  }

  private static let shared = PhraseTable("有关 相关 负责 主要 分管 司局级 厅局级 处级 科级 领导 各一名 一名".words)

  private func addWhole(_ list: Range<Int>, _ role: Responsibility.Role, _ match: DutyVerbs.Match, _ state: inout State)
  {
    state.found.append(
      Responsibility(
        role: role, actor: list, actorKind: .post, task: nil, due: nil, rule: match.id, confidence: match.confidence))
  }

  /// The part that the clause before 由 sets up: 设副召集人2人,由….
  private func priorRole(_ place: Place, in sentence: Sentence, of text: FoldedText) -> Responsibility.Role? {
    guard place.index > 0, place.before.isEmpty || subjects.withoutAdverbs(place.before, in: text).isEmpty else {
      return nil
    }
    let clause = sentence.clauses[place.index - 1]
    guard clause.count <= 40, clause.contains(where: { text[$0] == "设" }) else { return nil }
    return subjects.rosterRole(in: clause, of: text)
  }

  /// Verbs of taking a post; true where they make members.
  private static let rosterVerbs = PhraseTable<Bool>([
    ("担任", false), ("兼任", false), ("组成", true), ("出任", false), ("兼", false), ("任", false), ("共同组成", true),
  ])

  /// The list without a count at its end: 扶贫办9个部门和单位, 等部门负责同志.
  private func withoutCount(_ list: Range<Int>, in text: FoldedText) -> Range<Int> {
    let start = max(list.lowerBound, list.upperBound - 20)
    guard let digit = (start..<list.upperBound).last(where: { text[$0].isAny([.digit, .hanNumeral]) }),
      text.unit(at: digit + 1) == "个" || text.unit(at: digit + 1) == "家"
    else { return list }
    var end = digit
    while end > list.lowerBound, text[end - 1].isAny([.digit, .hanNumeral]) { end -= 1 }
    return end > list.lowerBound && text[end - 1] == "等" ? list.lowerBound..<end - 1 : list.lowerBound..<end
  }
}
