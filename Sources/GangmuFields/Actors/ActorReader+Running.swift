import HanText

/// A list of actors in running text.
struct RunningList: Sendable {
  /// Where it ends.
  var end: Int
  /// Whether a known verb follows. Without one the name may go on in words that no rule knows.
  var isBacked: Bool
}

extension ActorReader {
  /// Where the list of actors that begins at `start` ends in running text, before what is said about them: 由民政部|指定,
  /// 由批准其登记的民政部门|依法查处. Nil where no actor stands there.
  func listEnd(from start: Int, limit: Int, in text: FoldedText) -> Int? {
    runningList(from: start, limit: limit, in: text)?.end
  }

  /// The list of actors that begins at `start`.
  ///
  /// Members are read one after the other. One that 、 closes needs no known ending of its own (民政、卫生计生部门): the last
  /// one tells what they are.
  ///
  /// With `overCommas` commas part members too (由党委书记,村主任,驻村干部签字).
  func runningList(from start: Int, limit: Int, in text: FoldedText, overCommas: Bool = false) -> RunningList? {
    let limit = min(limit, start + 160)
    var known: RunningList?
    var lower = start
    for _ in 0..<Self.mostMembers {
      let member = runningMember(from: lower, limit: limit, in: text, joins: Self.mostMembers, overCommas: overCommas)
      if let list = member.list { known = list }
      guard let next = member.next else { return member.list == nil && lower > start ? known.flatMap(unbacked) : known }
      lower = next
    }
    return known
  }

  private static let mostMembers = 24

  private func unbacked(_ list: RunningList) -> RunningList? { RunningList(end: list.end, isBacked: false) }

  /// One member: the list up to its end, nil where it has none that is known, and where the next member begins.
  private typealias Member = (list: RunningList?, next: Int?)

  private func runningMember(from lower: Int, limit: Int, in text: FoldedText, joins: Int, overCommas: Bool)
    -> Member
  {
    var candidate: Int?
    var fallback: Int?
    var said = false
    var offset = lower
    while offset < limit {
      let unit = text[offset]
      if Brackets.isOpening(unit), let close = text.closing(of: offset, limit: limit, reach: 80) {
        // 村“第一书记”, 扶贫工作队(组), 省(区、市)
        let ends =
          unit.isAny(.quote) && ending(at: close, lower: offset + 1, in: text) != nil
          || offset == lower + 1 && Self.places.contains(text[lower])
        if ends || candidate == offset { candidate = close + 1 }
        offset = close + 1
        continue
      }
      if unit == "、" {
        if candidate == offset { return (RunningList(end: offset, isBacked: false), offset + 1) }
        return (nil, said || offset - lower < 2 || offset - lower > 20 ? nil : offset + 1)
      }
      if unit == ",", overCommas {
        return (candidate.map { RunningList(end: $0, isBacked: false) }, candidate == offset ? offset + 1 : nil)
      }
      if let end = candidate, offset - end > 10 { return (RunningList(end: end, isBacked: false), nil) }
      if let end = candidate, offset >= end, !isInside(offset, lower: lower, limit: limit, in: text) {
        if offset == end, Self.isJoiner(unit), joins > 0 {
          // Another member follows, unless 和 belongs to what is said.
          let next = runningMember(from: offset + 1, limit: limit, in: text, joins: joins - 1, overCommas: overCommas)
          return (RunningList(end: end, isBacked: next.list == nil), next.list == nil ? nil : offset + 1)
        }
        if let predicate = predicates.longestMatch(in: text, at: offset, limit: limit),
          predicate.span.count > 1 || offset == end
        {
          guard goesOn(predicate.span, limit: limit, in: text) else {
            return (RunningList(end: end, isBacked: true), nil)
          }
          said = true
          fallback = end
          candidate = nil
          offset = predicate.span.upperBound
          if offset < limit, text[offset] == "的" || text[offset] == "之" { offset += 1 }
          continue
        }
        if text[offset] == "的", offset > end { return (RunningList(end: end, isBacked: false), nil) }
        // 本校|相关经费, 学校|各处室: the name goes on, or is none.
        if offset == end, Self.continuations.longestMatch(in: text, at: offset, limit: limit) != nil { candidate = nil }
      } else if candidate == nil, predicates.longestMatch(in: text, at: offset, limit: limit) != nil {
        said = true
      }
      offset += 1
      guard offset - lower >= 2, let match = ending(at: offset, lower: lower, in: text) else { continue }
      if match.span.count == offset - lower, match.span.count == 1 { continue }
      if offset < limit, text[offset] == "的" || text[offset] == "之" || vetoed(at: offset, in: text) { continue }
      candidate = offset
    }
    return ((candidate ?? fallback).map { RunningList(end: $0, isBacked: false) }, nil)
  }

  /// Whether a longer ending of a name spans an offset: 家长|会, 评审委员|会.
  private func isInside(_ offset: Int, lower: Int, limit: Int, in text: FoldedText) -> Bool {
    (1...2).contains { ahead in
      guard offset + ahead <= limit, let match = ending(at: offset + ahead, lower: lower, in: text) else {
        return false
      }
      return match.span.lowerBound < offset
    }
  }

  /// Whether what looks like a predicate goes on with the name before it: 国务院|有关部门, 机构|编制部门, 市|监督管理局,
  /// 召集人|委托的副召集人.
  private func goesOn(_ predicate: Range<Int>, limit: Int, in text: FoldedText) -> Bool {
    if Self.modifiers.longestMatch(in: text, at: predicate.lowerBound, limit: limit) != nil { return true }
    guard predicate.upperBound < limit else { return false }
    if predicate.count > 1, text[predicate.upperBound] == "的" { return true }
    var end = predicate.upperBound
    guard Self.nameVerbs.longestMatch(in: text, at: predicate.lowerBound, limit: limit) != nil else { return false }
    while let verb = Self.nameVerbs.longestMatch(in: text, at: end, limit: limit) { end = verb.span.upperBound }
    return Self.nameEnds.longestMatch(in: text, at: end, limit: limit) != nil
      && vetoes.longestMatch(in: text, at: end, limit: limit).map {
        $0.span.count < 2 || $0.span.lowerBound == end && Self.heads.contains(text[end])
      } ?? true
  }

  /// Modifiers inside a name.
  private static let modifiers = PhraseTable("有关 相关 同志 所属 直属 下属 内设 机关 主要负责 分管负责 负责人 负责同志 负责干部 领导小组".words)
  /// Words after what looks like a whole name that show that more of it follows, or that it says where from and not who.
  private static let continuations = PhraseTable("相关 有关 各 所属 下属 直属 内设 项下 名下 内部 专项 自有 自筹 经费 资金 预算 编列 年度 现有".words)
  /// Verbs that names of bodies are made with.
  private static let nameVerbs = PhraseTable(
    """
    编制 管理 监督 指导 检查 审查 审核 组织 宣传 领导 协调 发展 改革 建设 维护 评定 评审 仲裁 审计 督导 督查 调查 处理 研究 推进 执行 统筹 服务 保障 实施 \
    支持 推广 登记 集中 事务 受理 投诉 举报 宣教 教育 行政 开发 采购 招标 培训 安全 监测 应急 指挥 筹备 工作
    """.words)
  /// Ends of such names.
  private static let nameEnds = PhraseTable(
    "部门 部 局 总局 机构 机关 单位 委员会 领导小组 小组 组 办公室 中心 科 处 股 室 站 所 同志 人员 人 干部 总队 队 支队 大队 公司 署 厅 司 委 办 专员 专干 指挥部".words)
  private static let heads = UnitSet("部局组办科处室站所队署厅司委")

  /// Levels of government in one character.
  private static let places = UnitSet("省市县区州旗")

  @inline(__always)
  private static func isJoiner(_ unit: FoldUnit) -> Bool {
    switch unit {
    case "和", "与", "及", "或": true
    default: false
    }
  }

  /// The actors at the start of a clause and what is said about them, as in 信息处|在8月10日通过视频培训; nil where the clause
  /// does not begin with an actor.
  func leading(in clause: Range<Int>, of text: FoldedText) -> Range<Int>? {
    let limit = min(clause.upperBound, clause.lowerBound + 100)
    var offset = clause.lowerBound + 2
    while offset < limit {
      if Brackets.isOpening(text[offset]), let close = text.closing(of: offset, limit: limit, reach: 80) {
        offset = close + 1
        continue
      }
      if predicates.longestMatch(in: text, at: offset, limit: limit) != nil {
        let head = clause.lowerBound..<offset
        if !vetoed(at: offset, in: text), kind(of: head, in: text) != nil,
          Self.modifiers.longestMatch(in: text, at: offset, limit: limit) == nil
        {
          return head
        }
      }
      offset += 1
    }
    return nil
  }

  /// Whether a span is a list of actors: its last member is one, or all its members are names of persons.
  func isList(_ span: Range<Int>, in text: FoldedText) -> Bool {
    let list = withoutOthers(span, in: text)
    guard list.count >= 2 else { return false }
    if kind(of: list, in: text) != nil { return true }
    let members = actors(in: list, of: text)
    return !members.isEmpty && members.allSatisfy { $0.kind == .person }
  }
}
