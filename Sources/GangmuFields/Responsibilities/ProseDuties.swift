import GangmuOutline
import HanText

/// Entries from running text: 由X牽頭, X負責T, X會同Y…, X、Y等共同舉辦, 主任由X擔任, T由X+verb.
final class ProseDuties: Sendable {
  let actors: ActorReader
  let verbs: DutyVerbs
  let subjects: SubjectFinder
  let tasks: ProseTask

  init(actors: ActorReader, verbs: DutyVerbs) {
    self.actors = actors
    self.verbs = verbs
    subjects = SubjectFinder(actors: actors)
    tasks = ProseTask(actors: actors)
  }

  /// The most verbs of one sentence that are read; what has more is no sentence that somebody wrote.
  private static let maximumVerbs = 40

  /// Reads a sentence and appends its entries to those of the state.
  func read(_ piece: SentencePiece, in context: DocumentContext, _ state: inout State) {
    let subject = piece.isContinued ? continuedSubject(of: piece.span, state.found) : nil
    state.begin(piece, subject: subject, in: context.text)
    for clause in state.sentence.clauses.indices { read(clause, in: context, &state) }
  }

  /// The subject of the last duty, where this sentence goes on from a semicolon with 並.
  private func continuedSubject(of sentence: Range<Int>, _ found: [Responsibility]) -> Range<Int>? {
    guard let last = found.last, last.rule.hasPrefix("prose."),
      (0..<400).contains(sentence.lowerBound - last.actor.upperBound)
    else { return nil }
    let found = found.suffix(60)
    let first = found.last { $0.task != last.task || $0.rule != last.rule }.map { $0.actor.upperBound } ?? 0
    let start = found.first { $0.actor.lowerBound >= first && $0.task == last.task && $0.rule == last.rule }?.actor
      .lowerBound
    return min(start ?? last.actor.lowerBound, last.actor.lowerBound)..<last.actor.upperBound
  }

  private func read(_ index: Int, in context: DocumentContext, _ state: inout State) {
    let text = context.text
    let clause = text.trimming(state.sentence.clauses[index], Trim.punctuation)
    // 有的经费仍由机构管理: tells of how things are, not of who is to do them.
    guard clause.count >= 3,
      Self.narrative.longestMatch(in: text, at: clause.lowerBound, limit: clause.upperBound) == nil
    else { return }
    var next = clause.lowerBound
    // What opens and what begins a verb of duty is a signal: between them is nothing to read.
    let marks = context.signals.sentences
    while state.mark < marks.count, marks[state.mark].offset < clause.lowerBound { state.mark += 1 }
    while state.mark < marks.count, case let mark = marks[state.mark], mark.offset < clause.upperBound {
      state.mark += 1
      guard mark.offset >= next else { continue }
      if mark.isEnd { continue }
      if mark.isOpening {
        if let close = text.closing(of: mark.offset, limit: clause.upperBound) { next = close + 1 }
        continue
      }
      guard let match = verbs.match(at: mark.offset, lower: clause.lowerBound, limit: clause.upperBound, in: text)
      else { continue }
      state.verbs += 1
      guard state.verbs <= Self.maximumVerbs else { return }
      let place = Place(clause: clause, index: index, match: match)
      next = max(match.span.upperBound, read(place, in: context, &state))
    }
  }

  private static let narrative = PhraseTable("有的 有些 个别 少数".words)

  /// A verb in its clause.
  struct Place {
    var clause: Range<Int>
    var index: Int
    var match: DutyVerbs.Match
    var before: Range<Int> { clause.lowerBound..<match.span.lowerBound }
    /// What follows the verb in its clause, as far as a list of actors reaches.
    var near: Range<Int> { match.span.upperBound..<min(clause.upperBound, match.span.upperBound + 240) }
  }

  /// Reads one verb. Gives how far it was understood.
  private func read(_ place: Place, in context: DocumentContext, _ state: inout State) -> Int {
    guard let sense = place.match.sense else { return readBy(place, in: context, &state) }
    switch sense.form {
    case .subject: return readSubject(place, sense, in: context, &state)
    case .together: return readTogether(place, lead: place.before, in: context, &state)
    case .post: return readPost(place, in: context, &state)
    case .named:
      let head = subjects.withoutFrame(place.before, in: context.text)
      guard head.count >= 2, head.count <= 60,
        actors.kind(of: head, in: context.text) != nil
          || actors.actors(in: head, of: context.text).contains(where: { $0.kind == .person })
      else { return 0 }
      add(head, sense.role, nil, place.match, in: context, &state)
      return place.match.span.upperBound
    case .identity: return readIdentity(place, sense, in: context, &state)
    case .organizing:
      guard context.role(at: place.match.span.lowerBound) == .organization else { return 0 }
      return readSubject(place, sense, in: context, &state)
    }
  }

  // MARK: - X負責T

  private func readSubject(_ place: Place, _ sense: DutySense, in context: DocumentContext, _ state: inout State) -> Int
  {
    let text = context.text
    let helped = sense.role == .support ? helped(place, in: text) : nil
    if place.match.isSaying, helped == nil { return 0 }
    guard
      let list = subjects.subject(
        before: place.match.span.lowerBound, clause: place.index, isBound: sense.isBound && helped == nil,
        known: state.subject, in: state.sentence, of: text) ?? headingSubject(place, in: context)
    else { return 0 }
    // 本校负责调查处理…之所有人员均…: a relative clause, which gives nobody a duty.
    let said = place.match.span.upperBound..<place.clause.upperBound
    if tasks.isRelative(said, in: text) || place.match.id == "prose.in_charge" && tasks.namesActor(said, in: text) {
      return 0
    }
    if state.thing == nil, place.index > 0 {
      state.thing = tasks.topic(before: place.index, in: state.sentence, context)
    }
    if sense.role == .lead, let end = readJointly(place, verb: place.match, list, in: context, &state) { return end }
    var task = tasks.object(after: place.match.span.upperBound, clause: place.index, in: state.sentence, of: text)
    // 积极配合有关部门,做好宣传工作: what the two do stands behind the comma.
    if let helped, task == helped {
      task =
        tasks.following(place.index, verbs: verbs, in: state.sentence, of: text).flatMap {
          tasks.objectOfVerbs(in: $0, of: text)
        } ?? task
    }
    // 对人民负责: what is answered to, not what is done.
    if task == nil, sense.role == .responsible, let addressee = tasks.addressee(in: place.before, of: text) {
      guard tasks.isThing(addressee, in: text) else { return 0 }
      task = addressee
    }
    if task == nil, sense.role == .support { task = tasks.request(before: place.index, in: state.sentence, of: text) }
    if task == nil, sense.role != .responsible { task = state.thing }
    if task == nil, sense.role == .lead {
      task = tasks.following(place.index, verbs: verbs, in: state.sentence, of: text)
    }
    if task == nil || tasks.isBare(task, in: text), list.lowerBound >= place.clause.lowerBound {
      task = matter(of: place, before: list.lowerBound, in: context, state) ?? task
    }
    if task == nil, sense.role == .support { task = place.match.span }
    // 以示郑重与负责: nothing that somebody named before is to do.
    if task == nil, sense.role == .responsible, list.upperBound <= place.clause.lowerBound { return 0 }
    if sense.role == .support, context.kind == .news || context.kind == .speech { return 0 }
    add(list, sense.role, task, place.match, in: context, &state)
    state.subject = list
    return place.clause.upperBound
  }

  /// Whom a verb of support helps, right behind it: 协助|人民政府|搞好….
  private func helped(_ place: Place, in text: FoldedText) -> Range<Int>? {
    let start = place.match.span.upperBound
    return actors.listEnd(from: start, limit: place.clause.upperBound, in: text).map { start..<$0 }
  }

  /// A牵头、B参与的工作机制: the second actor supports.
  func readJointly(
    _ place: Place, verb leading: DutyVerbs.Match, _ list: Range<Int>, in context: DocumentContext, _ state: inout State
  ) -> Int? {
    let text = context.text
    let start = leading.span.upperBound + 1
    guard start < place.clause.upperBound, text[start - 1] == "、",
      let verb = Self.joining.firstMatch(in: text, within: start..<place.clause.upperBound),
      case let support = text.trimming(start..<verb.span.lowerBound, Trim.punctuation),
      actors.isList(support, in: text)
    else { return nil }
    let rest = verb.span.upperBound..<place.clause.upperBound
    let task =
      rest.first.map { text[$0] == "的" } == true ? text.trimming(rest.dropFirst(), Trim.punctuation) : nil
    let thing = task.flatMap { $0.isEmpty ? nil : $0 } ?? matter(of: place, before: list.lowerBound, in: context, state)
    add(list, .lead, thing, leading, in: context, &state)
    add(support, .support, thing, leading, in: context, &state)
    return place.clause.upperBound
  }

  private static let joining = PhraseTable("共同参与 参与 参加 配合 协同 协作".words)

  /// What a duty is about that its own clause does not say, or says with a bare verb only (由团委负责, 总务处统筹): what stands
  /// before the actor in the clause, the clause before where it names something (第一项任务,由团委负责), else the heading.
  func matter(of place: Place, before actor: Int, in context: DocumentContext, _ state: State) -> Range<Int>? {
    tasks.thing(before: actor, clause: place.clause, in: context)
      ?? state.thing
      ?? tasks.nominal(before: place.index, in: state.sentence, context)
      ?? context.headingTask(at: place.clause.lowerBound)
  }

  /// The heading that is the subject of its text: 监督组。负责对采购工作进行监督.
  private func headingSubject(_ place: Place, in context: DocumentContext) -> Range<Int>? {
    let text = context.text
    guard place.index == 0, text.trimming(place.before, Trim.punctuation).isEmpty,
      let section = context.document.section(at: place.clause.lowerBound), let heading = section.heading,
      heading.upperBound <= place.clause.lowerBound,
      text.trimming(heading.upperBound..<place.clause.lowerBound, Trim.punctuation).isEmpty,
      actors.kind(of: heading, in: text) == .organization
    else { return nil }
    return heading
  }

  private static let aroundTask = UnitSet(" \t的")

  /// 主要负责人是|本单位网络安全|第一责任人.
  private func readIdentity(_ place: Place, _ sense: DutySense, in context: DocumentContext, _ state: inout State)
    -> Int
  {
    let text = context.text
    let end = place.match.span.lowerBound
    let floor = max(place.clause.lowerBound, end - 30)
    guard let copula = (floor..<end).last(where: { text[$0] == "是" || text[$0] == "为" }) else { return 0 }
    let isDouble = text.unit(at: copula - 1) == "作" || text.unit(at: copula - 1) == "均"
    let head = subjects.withoutOpeners(place.clause.lowerBound..<(isDouble ? copula - 1 : copula), in: text)
    guard (2...40).contains(head.count), actors.isList(head, in: text), actors.leading(in: head, of: text) == nil else {
      return 0
    }
    let task = text.trimming(copula + 1..<end, Self.aroundTask)
    add(head, sense.role, task.count < 2 ? nil : task, place.match, in: context, &state)
    return place.match.span.upperBound
  }

  // MARK: - A會同B

  private func readTogether(_ place: Place, lead: Range<Int>, in context: DocumentContext, _ state: inout State) -> Int
  {
    let text = context.text
    let start = place.match.span.upperBound
    guard let end = actors.listEnd(from: start, limit: place.clause.upperBound, in: text) else { return 0 }
    let leaders =
      lead.isEmpty
      ? nil
      : subjects.subject(
        before: lead.upperBound, clause: place.index, isBound: true, known: nil, in: state.sentence, of: text)
    guard let leaders else { return 0 }
    let rest = text.trimmingStart(end..<place.clause.upperBound, Trim.punctuation)
    let said =
      rest.isEmpty || text[rest.lowerBound] != "("
      ? rest
      : (text.closing(of: rest.lowerBound, limit: rest.upperBound).map { $0 + 1 } ?? rest.lowerBound)..<rest.upperBound
    let task =
      tasks.objectOfVerbs(in: said, of: text)
      ?? tasks.following(place.index, verbs: verbs, in: state.sentence, of: text).flatMap {
        tasks.objectOfVerbs(in: $0, of: text)
      }
      ?? matter(of: place, before: leaders.lowerBound, in: context, state)
    add(leaders, .lead, task, place.match, in: context, &state)
    add(start..<end, .support, task, place.match, in: context, &state)
    state.subject = leaders
    return place.clause.upperBound
  }

  // MARK: - X擔任組長

  private func readPost(_ place: Place, in context: DocumentContext, _ state: inout State) -> Int {
    let text = context.text
    guard
      let role = subjects.rosterRole(startingAt: place.match.span.upperBound, limit: place.clause.upperBound, in: text),
      let list = subjects.subject(
        before: place.match.span.lowerBound, clause: place.index, isBound: true, known: nil, in: state.sentence,
        of: text)
    else { return 0 }
    add(list, role, nil, place.match, in: context, &state)
    return place.clause.upperBound
  }

  // MARK: - Entries

  func add(
    _ list: Range<Int>, _ role: Responsibility.Role, _ task: Range<Int>?, _ match: DutyVerbs.Match,
    in context: DocumentContext, _ state: inout State
  ) {
    let due = context.due(in: state.sentence.span)
    let task = context.task(task)
    actors.read(list, of: context.text, into: &state.actors)
    for actor in state.actors where actor.span.count <= 50 {
      state.found.append(
        Responsibility(
          role: actor.role ?? role, actor: actor.span, actorKind: actor.kind, task: task, due: due,
          rule: match.id, confidence: match.confidence))
    }
  }
}
