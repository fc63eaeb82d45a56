import GangmuDates
import GangmuOutline
import HanText

/// Tells what each date is in its document: from its own form, the label and the section that it stands in, its place, and
/// the words of its sentence.
///
/// A class: a struct of tables would be copied, and each table counted, where it is asked.
final class DateRoleReader: Sendable {
  /// Words that say that something was issued or decided on a day.
  private let issuing = PhraseTable(
    """
    印发 发布 公布 颁布 通过 下发 出台 发出 提出 施行的 批准 转发 修订 制定的 签署 收悉 会议 来函 去函 成立以来 召开的 指出 强调 讲话 决定 规定 号令 号函 修正
    """.words)
  private let effective = PhraseTable("施行 实施 执行 生效 实行 起用 适用".words)
  private let opening = PhraseTable("定于 将于 拟于 决定于 决定在 将在 在 于".words)

  /// One role for each date of a document.
  func roles(in context: DocumentContext, citations: [Citation]) -> [DateRole] {
    let signOffs = signOffs(in: context)
    var roles: [DateRole] = []
    roles.reserveCapacity(context.dates.count)
    var hasPeriod = false
    var citation = 0
    let ownDay = context.kind == .notice || context.kind == .plan ? firstDay(of: signOffs, in: context) : nil
    var nextSignOff = signOffs[...]
    for index in context.dates.indices {
      let span = context.dates[index].span
      let isSignOff = nextSignOff.first == index
      if isSignOff { nextSignOff.removeFirst() }
      while citation < citations.count, citations[citation].span.upperBound <= span.lowerBound { citation += 1 }
      let isCited = citation < citations.count && citations[citation].span.overlaps(span)
      let role =
        isCited
        ? DateRole.mention
        : role(of: index, isSignOff: isSignOff, hasPeriod: hasPeriod, ownDay: ownDay, in: context)
      if role == .period { hasPeriod = true }
      roles.append(role)
    }
    return roles
  }

  private func role(
    of index: Int, isSignOff: Bool, hasPeriod: Bool, ownDay: String?, in context: DocumentContext
  ) -> DateRole {
    let date = DateMention(of: context.dates[index])
    if date.form == .recurring { return .recurring }
    if isSignOff || isByline(date, index, in: context) { return .issued }
    if let title = context.document.title, title.contains(date.span.lowerBound) {
      // 112學年度 in a title names the year, not when something runs.
      return date.form == .range && context.dates[index].edtf?.contains("-") == true ? .period : .mention
    }
    let label = label(of: date, in: context)
    if label == .issued || isPrinted(date, in: context) { return .issued }
    if label == .published { return .mention }
    if date.form == .deadline { return .deadline }
    if label == .completion { return date.form == .single ? .deadline : .event }
    let section = context.document.sectionID(at: date.span.lowerBound)
    let role = section.map { context.roles[$0] }
    if role == .time { return isLater(date, in: context) ? .event : .period }
    if label == .time { return role == .activity || hasPeriod ? .event : .period }
    if date.form == .openStart, isEffective(date, in: context) { return .period }
    switch context.kind {
    case .qa, .regulation, .speech, .opinion: return .mention
    default: break
    }
    if let ownDay, context.dates[index].isOver(before: ownDay), role.map({ !Self.isOfActivities($0) }) ?? true {
      return .mention
    }
    if isIssuing(date, role: role, in: context) { return .mention }
    if section == nil ? isPast(date, in: context) : isDisaster(date, in: context) { return .mention }
    // 2013年以來 tells what has been so.
    if date.form == .openStart, context.text[date.span.upperBound - 1] == "来" { return .mention }
    if section == nil, !hasPeriod, date.form == .range { return .period }
    return .event
  }

  /// Whether a section is about what is to be done: its dates are those of activities whenever the document was signed.
  private static func isOfActivities(_ role: SectionRole) -> Bool {
    switch role {
    case .activities, .activity, .schedule, .time, .awards: true
    default: false
    }
  }

  /// The first of the days on which a document, or a text that it brings with it, was issued, as it states them in full.
  private func firstDay(of signOffs: [Int], in context: DocumentContext) -> String? {
    var first: String?
    var nextSignOff = signOffs[...]
    for index in context.dates.indices where context.dates[index].form == .single {
      let isSignOff = nextSignOff.first == index
      if isSignOff { nextSignOff.removeFirst() }
      guard context.dates[index].edtf?.utf8.count == 10,
        isSignOff || label(of: DateMention(of: context.dates[index]), in: context) == .issued,
        let day = context.dates[index].first, !day.utf8.contains(UInt8(ascii: "X"))
      else { continue }
      first = first.map { min($0, day) } ?? day
    }
    return first
  }

  /// The sense of the label in whose value a date stands.
  private func label(of date: DateMention, in context: DocumentContext) -> LabelSense? {
    guard let block = context.block(at: date.span.lowerBound) else { return nil }
    let labels = context.labels(in: context.blocks[block].span.lowerBound..<date.span.lowerBound)
    return labels.suffix(8).reversed().first { context.labels[$0].value.contains(date.span.lowerBound) }.map {
      context.labels[$0].rule.sense
    }
      ?? labelBefore(block, in: context)
  }

  /// A label that stands alone on the line before (a two-column listing read as lines).
  private func labelBefore(_ block: Int, in context: DocumentContext) -> LabelSense? {
    guard block > 0 else { return nil }
    let before = context.labels(in: context.blocks[block - 1].span)
    guard let last = before.last, context.text.trimming(context.labels[last].value, Trim.spaces).isEmpty else {
      return nil
    }
    return context.labels[last].rule.sense
  }

  /// Whether another date stands before one in the same section's words: 其中9月20日為主題日.
  private func isLater(_ date: DateMention, in context: DocumentContext) -> Bool {
    guard let id = context.document.sectionID(at: date.span.lowerBound) else { return false }
    return context.hasDate(in: context.document.sections[id].span.lowerBound..<date.span.lowerBound)
  }

  private func isEffective(_ date: DateMention, in context: DocumentContext) -> Bool {
    let end = min(context.text.count, date.span.upperBound + 8)
    return effective.firstMatch(in: context.text, within: date.span.upperBound..<end) != nil
  }

  /// Whether the words right after a date, up to the end of its sentence, say that a document was issued or something was
  /// decided; in running text before the first section or about the background.
  private func isIssuing(_ date: DateMention, role: SectionRole?, in context: DocumentContext) -> Bool {
    guard date.form == .single else { return false }
    let text = context.text
    var end = date.span.upperBound
    let limit = min(text.count, end + 60)
    while end < limit, !text[end].isAny([.sentenceEnd, .lineEnd]) { end += 1 }
    guard let match = issuing.firstMatch(in: text, within: date.span.upperBound..<end) else { return false }
    let isNear = match.span.lowerBound - date.span.upperBound <= 30
    let citesSoon = (match.span.upperBound..<min(end + 1, limit)).contains { text[$0] == "《" }
    return isNear && (role == nil || role == .background || role == .purpose || citesSoon)
  }

  /// Whether a date before the first section is told of as past: 2003年5月13日,某煤矿发生特大瓦斯爆炸事故.
  private func isPast(_ date: DateMention, in context: DocumentContext) -> Bool {
    let text = context.text
    var end = date.span.upperBound
    let limit = min(text.count, end + 80)
    while end < limit, !text[end].isAny([.sentenceEnd, .lineEnd]) { end += 1 }
    let clause = date.span.upperBound..<end
    if opening.longestMatch(in: text, at: max(0, date.span.lowerBound - 1), limit: date.span.lowerBound) != nil {
      return false
    }
    return past.firstMatch(in: text, within: clause) != nil && future.firstMatch(in: text, within: clause) == nil
  }

  /// Whether the clause of a date tells of a disaster, which no plan schedules: 1995年7月12日云南孟连发生7.3级地震.
  private func isDisaster(_ date: DateMention, in context: DocumentContext) -> Bool {
    let text = context.text
    var end = date.span.upperBound
    let limit = min(text.count, end + 30)
    while end < limit, !text[end].isAny([.sentenceEnd, .clauseEnd, .lineEnd]) { end += 1 }
    return disasters.firstMatch(in: text, within: date.span.upperBound..<end) != nil
  }

  private let disasters = PhraseTable("发生 强震 遇难".words)
  private let past = PhraseTable("发生 造成 已经 曾 正式开通 了 以来 受到 遇难 死亡 宣布 查处 被评为 荣获 获得".words)
  private let future = PhraseTable("将 拟 定于 为了 请 要 应 需 须".words)

  /// The line of printing at the end of an official document (GB/T 9704-2012, 版记): 某某办公室　2023年5月26日印发.
  private func isPrinted(_ date: DateMention, in context: DocumentContext) -> Bool {
    guard date.form == .single, let block = context.block(at: date.span.lowerBound) else { return false }
    let line = context.blocks[block].span
    let rest = context.text.trimming(date.span.upperBound..<line.upperBound, Trim.punctuation)
    guard line.count <= 60, rest.count == 2,
      context.text.matches(Self.printed, at: rest.lowerBound, limit: rest.upperBound)
    else {
      return false
    }
    return !(line.lowerBound..<date.span.lowerBound).contains { context.text[$0] == "《" || context.text[$0] == "经" }
  }

  private static let printed = FoldUnit.fold("印发")

  /// The line under the headline of a news page that gives its day: 校园生活‧2012-09-14‧学生事务处.
  private func isByline(_ date: DateMention, _ index: Int, in context: DocumentContext) -> Bool {
    guard context.kind == .news, date.form == .single, let block = context.block(at: date.span.lowerBound), block <= 4
    else {
      return false
    }
    let line = context.blocks[block].span
    return line.count <= 60 && !line.contains { context.text[$0].isAny([.sentenceEnd, .clauseEnd]) }
      && context.dates[index].edtf?.count == 10
  }

  // MARK: - Sign-off

  /// The dates, in reading order, that stand on a line of their own at the end of a text (or of an annexed text), under the
  /// issuer's name or in the bracket under a title.
  private func signOffs(in context: DocumentContext) -> [Int] {
    var signOffs: [Int] = []
    for index in context.dates.indices where context.dates[index].form == .single {
      let date = DateMention(of: context.dates[index])
      guard let block = context.block(at: date.span.lowerBound) else { continue }
      let span = context.blocks[block].span
      let before = context.text.trimming(span.lowerBound..<date.span.lowerBound, Trim.spaces)
      let after = context.text.trimming(date.span.upperBound..<span.upperBound, Trim.quotes)
      if !after.isEmpty, !(after.count <= 2 && context.text[after.lowerBound] == ")") { continue }
      if isBracketUnderTitle(index, before: before, after: after, in: context) {
        signOffs.append(index)
        continue
      }
      // On its own, or behind the issuer's name.
      let isAlone = before.isEmpty || before.count == 1
      let isSigned = before.count <= 30 && !before.contains { context.text[$0].isAny([.sentenceEnd, .clauseEnd]) }
      let isLast = block + 4 >= context.blocks.count
      let role = context.role(at: date.span.lowerBound)
      let isBody = role == .time || role == .activity && !isLast
      let isSignOff =
        isAlone
        ? (!isBody || isLast) && block > 0 && (previousIsShort(block, in: context) || isLast)
        : isSigned && block + 2 >= context.blocks.count && block > 1
      if isSignOff { signOffs.append(index) }
    }
    return signOffs
  }

  /// Whether a line is nothing but a bracket with the issuer's name and a full date: (民政部 一九九七年一月二十八日).
  private func isBracketUnderTitle(
    _ index: Int, before: Range<Int>, after: Range<Int>, in context: DocumentContext
  ) -> Bool {
    guard !after.isEmpty, before.count > 1, before.count <= 30, context.text[before.lowerBound] == "(",
      let value = context.dates[index].edtf, value.count == 10, !value.contains("X")
    else { return false }
    return before.dropFirst().allSatisfy { context.text[$0].isAny([.han, .space]) }
  }

  private func previousIsShort(_ block: Int, in context: DocumentContext) -> Bool {
    let span = context.blocks[block - 1].span
    return span.count <= 30 && !context.text[span.upperBound - 1].isAny([.sentenceEnd, .clauseEnd])
  }
}

/// Where a date stands and what it says about time: all that most rules look at. The whole expression holds a dozen
/// references, which each copy would count.
private struct DateMention {
  let span: Range<Int>
  let form: DateExpression.Form

  init(of date: borrowing DateExpression) {
    span = date.span
    form = date.form
  }
}

extension DateExpression {
  /// Whether the whole of it lies before a day (as `1996-01-25`), in each year that it may be of.
  fileprivate func isOver(before day: String) -> Bool {
    guard form == .single || form == .range, let first, var last else { return false }
    if last.contains("X") {
      guard var year = self.year ?? yearCandidates.last, last.count == 10 else { return false }
      // 12月25日至1月5日 ends in the next year.
      if last.dropFirst(4) < first.dropFirst(4) { year += 1 }
      last = "\(year)" + last.dropFirst(4)
    }
    return last < day
  }
}
