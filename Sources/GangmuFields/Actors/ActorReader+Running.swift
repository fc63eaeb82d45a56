import HanText

extension ActorReader {
  /// Where the list of actors that begins at `start` ends in running text, before what is said about them: 由民政部|指定,
  /// 由批准其登记的民政部门|依法查处. Nil where no actor stands there.
  func listEnd(from start: Int, limit: Int, in text: FoldedText) -> Int? {
    let limit = min(limit, start + 120)
    var candidate: Int?
    var lower = start
    var offset = start
    while offset < limit {
      if Brackets.opening.contains(text[offset]), let close = text.closing(of: offset, limit: limit, reach: 80) {
        offset = close + 1
        if candidate == nil || offset < limit { continue }
      }
      if let end = candidate, offset >= end {
        if offset == end, Self.joiners.contains(text[offset]) {
          // Another member follows, unless 和 belongs to what is said.
          candidate = nil
          lower = offset + 1
          offset += 1
          if let next = listEnd(from: lower, limit: limit, in: text) { return next }
          return end
        }
        if let predicate = predicates.longestMatch(in: text, at: offset, limit: limit), predicate.span.count > 1 || offset == end,
          Self.modifiers.longestMatch(in: text, at: offset, limit: limit) == nil
        {
          return end
        }
        if offset - end > 10 || text[offset] == "的" && offset > end { return end }
      }
      offset += 1
      guard offset - lower >= 2, let match = ending(at: offset, lower: lower, in: text) else { continue }
      if match.span.count == offset - lower, match.span.count == 1 { continue }
      if offset < limit, text[offset] == "的" || vetoed(at: offset, in: text) { continue }
      candidate = offset
    }
    return candidate
  }

  /// Words that go on with a name: 国务院|有关部门, 市委|组织部, 区|领导小组.
  private static let modifiers = PhraseTable(
    "有关 相关 所属 直属 下属 内设 机关 领导小组 组织部 组织人事 管理局 管理处 管理部门 管理委员会 管理中心 管理办公室 监督管理 管理科 指导中心 协调小组 检查组 审核组 主要负责 分管负责 负责人 负责同志".words)

  private static let joiners = UnitSet("、和与及或")

  /// The actors at the start of a clause and what is said about them, as in 信息处|在8月10日通过视频培训; nil where the clause
  /// does not begin with an actor.
  func leading(in clause: Range<Int>, of text: FoldedText) -> Range<Int>? {
    let limit = min(clause.upperBound, clause.lowerBound + 100)
    var offset = clause.lowerBound + 2
    while offset < limit {
      if Brackets.opening.contains(text[offset]), let close = text.closing(of: offset, limit: limit, reach: 80) {
        offset = close + 1
        continue
      }
      if predicates.longestMatch(in: text, at: offset, limit: limit) != nil {
        let head = clause.lowerBound..<offset
        if !vetoed(at: offset, in: text), kind(of: head, in: text) != nil { return head }
      }
      offset += 1
    }
    return nil
  }
}
