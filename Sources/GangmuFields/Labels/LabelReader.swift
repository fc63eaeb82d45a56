import HanText

/// Finds label lines: 任務單位:院團委, (牽頭單位:市發展改革委,配合單位:市委組織部), `聯系人 張三` at the start of a line, and labels in
/// table cells.
///
/// A class, as all readers that hold many tables and are held by several others: a struct of tables would be copied with each.
final class LabelReader: Sendable {
  private let endings: SuffixTable<RuleMark<LabelSense>>
  private let starts: PhraseTable<RuleMark<LabelSense>>

  private let actors: ActorReader
  /// Whether more words may stand before each phrase of the tables.
  private let areOpen: [Bool]

  init(lexicon: FieldLexicon, actors: ActorReader) {
    self.actors = actors
    let entries = lexicon.labels.entries()
    endings = SuffixTable(entries)
    starts = PhraseTable(entries)
    let open = Set(lexicon.openLabels.map(FoldUnit.fold))
    areOpen = entries.map { open.contains(FoldUnit.fold($0.0).filter { $0 != " " }) }
  }

  /// The labels of a text, in reading order.
  func labels(in content: BlockText, markers: MarkerIndex, signals: TextSignals) -> [LabelOccurrence] {
    var labels: [LabelOccurrence] = []
    let colons = signals.colons
    var nextColon = colons.startIndex
    var nextMarker = 0
    if !colons.isEmpty { labels.reserveCapacity(min(colons.count, Self.usualCount)) }
    let blocks = content.blocks
    for index in blocks.indices {
      let first = labels.count
      if case .tableRow(let cells) = blocks[index].kind {
        labels += self.labels(inRow: cells, block: index, in: content.text, colons, &nextColon)
        continue
      }
      let line = blocks[index].span
      let marker = markers.end(from: line.lowerBound, after: &nextMarker)
      let start = marker ?? line.lowerBound
      if marker == nil, let lone = loneLabel(block: index, in: content, markers: markers) {
        labels.append(lone)
        continue
      } else if line.count <= Self.longestSpacedLine,
        let found = starts.longest(in: content.text, at: start, limit: line.upperBound),
        let spaced = spacedLabel(found.phrase, start..<found.end, block: index, in: content)
      {
        labels.append(spaced)
      }
      if nextColon < colons.endIndex, colons[nextColon] < line.upperBound {
        appendColons(of: line, block: index, in: content.text, colons, &nextColon, to: &labels, first: first)
      }
    }
    return labels
  }

  /// How many labels few documents pass.
  private static let usualCount = 8

  /// The labels of a row of a table: its cells that are labels, and those with a colon in the others.
  private func labels(
    inRow cells: [Range<Int>], block: Int, in text: FoldedText, _ colons: ArraySlice<Int32>, _ nextColon: inout Int
  ) -> [LabelOccurrence] {
    var row = cellLabels(cells, block: block, in: text)
    let taken = row.map(\.label)
    for cell in cells.prefix(60) where !taken.contains(cell) {
      appendColons(of: cell, block: block, in: text, colons, &nextColon, to: &row, first: row.count)
    }
    return row.sorted { $0.label.lowerBound < $1.label.lowerBound }
  }

  /// The rule of a span that is nothing but a label, spaces inside it allowed.
  func rule(of span: Range<Int>, in text: FoldedText) -> RuleMark<LabelSense>? {
    var span = text.trimmingEnd(span, Trim.punctuation)
    guard let last = span.last, endings.canEnd(with: text[last]) else { return nil }
    span = text.trimmingStart(span, Trim.punctuation)
    guard span.count >= 2, span.count <= 16,
      let found = endings.longest(
        in: text, endingAt: span.upperBound, lower: span.lowerBound, skippingSpaces: true),
      found.start == span.lowerBound
    else { return nil }
    return endings[found.phrase]
  }

  // MARK: - With a colon

  /// What a colon ends: a label, or words that end the value before.
  private struct Announcement {
    var span: Range<Int>
    /// The number of the label, nil where it is none that is known.
    var phrase: Int?
    var colon: Int
  }

  /// Appends the labels that end with one of the colons in a span. `nextColon` is the first one that was not looked at yet.
  private func appendColons(
    of span: Range<Int>, block: Int, in text: FoldedText, _ colons: ArraySlice<Int32>, _ nextColon: inout Int,
    to labels: inout [LabelOccurrence], first: Int
  ) {
    var lower = labels.count > first ? labels[labels.count - 1].value.lowerBound : span.lowerBound
    while nextColon < colons.endIndex, colons[nextColon] < lower { nextColon += 1 }
    let end = max(lower, span.upperBound)
    var last: Announcement?
    while nextColon < colons.endIndex, case let colon = Int(colons[nextColon]), colon < end {
      nextColon += 1
      let next: Announcement
      if let label = label(endingAt: colon, lower: lower, in: text) {
        next = Announcement(span: label.start..<label.end, phrase: label.phrase, colon: colon)
      } else if last != nil, let start = unknownLabel(endingAt: colon, lower: lower, in: text) {
        next = Announcement(span: start..<colon, phrase: nil, colon: colon)
      } else {
        continue
      }
      // A value ends where the next label begins.
      if let last {
        append(last, limit: next.span.lowerBound, block: block, in: text, to: &labels)
      } else if labels.count > first, case let value = labels[labels.count - 1].value,
        value.contains(next.span.lowerBound)
      {
        labels[labels.count - 1].value = value.lowerBound..<next.span.lowerBound
      }
      last = next
      lower = colon + 1
    }
    if let last { append(last, limit: span.upperBound, block: block, in: text, to: &labels) }
  }

  private func append(
    _ found: Announcement, limit: Int, block: Int, in text: FoldedText, to labels: inout [LabelOccurrence]
  ) {
    guard let phrase = found.phrase else { return }
    let value = value(from: found.colon + 1, limit: limit, in: text)
    labels.append(
      LabelOccurrence(
        rule: endings[phrase], label: found.span, value: value.span, block: block, isBracketed: value.isBracketed))
  }

  private func label(endingAt colon: Int, lower: Int, in text: FoldedText) -> (phrase: Int, start: Int, end: Int)? {
    let end = text.trimmingEnd(max(lower, colon - 4)..<colon, Trim.spaces).upperBound
    let bare = Self.withoutBracket(lower..<end, in: text)
    let floor = max(lower, bare - 24)
    guard let found = endings.longest(in: text, endingAt: bare, lower: floor, skippingSpaces: true) else {
      return nil
    }
    let start = found.start
    guard start > lower, !Self.edges.contains(text[start - 1]) else { return (found.phrase, start, bare) }
    // A number or an address behind a label makes it one, whatever stands before: 发至政教处邮箱:zjc@….
    switch endings[found.phrase].sense {
    case .phone, .email:
      if let next = text.unit(at: colon + 1), next.isAny([.digit, .latin]), next != "x" {
        return (found.phrase, start, bare)
      }
    default: break
    }
    guard areOpen[found.phrase] else { return nil }
    // More words before it must be a short modifier, not a clause.
    var offset = start
    while offset > floor, !Self.edges.contains(text[offset - 1]) { offset -= 1 }
    return start - offset <= 10 ? (found.phrase, start, bare) : nil
  }

  /// Where a label that no rule knows begins, behind a gap: 主办单位:国务院办公厅　|运行维护单位:. It ends the value before it.
  private func unknownLabel(endingAt colon: Int, lower: Int, in text: FoldedText) -> Int? {
    var offset = colon
    while offset > lower, colon - offset <= 10, text[offset - 1].isAny(.han) { offset -= 1 }
    guard (2...10).contains(colon - offset), offset > lower, text[offset - 1] == " " || text[offset - 1] == ";" else {
      return nil
    }
    return offset
  }

  /// Where a label ends that a bracket follows: 责任单位(部门): .
  private static func withoutBracket(_ span: Range<Int>, in text: FoldedText) -> Int {
    guard let last = span.last, text[last] == ")" else { return span.upperBound }
    var offset = last
    while offset > span.lowerBound, last - offset < 12 {
      offset -= 1
      if text[offset] == "(" { return offset }
    }
    return span.upperBound
  }

  private static let edges = UnitSet(" \t\n,.。;:、!?()[]〔〕【】「」『』“”\"*-·★●◆■|/>一二三四五六七八九十0123456789")

  /// What stands from an offset on, to the end of the line, the sentence, the cell, or the bracket that the offset stands in.
  private func value(from start: Int, limit: Int, in text: FoldedText) -> (span: Range<Int>, isBracketed: Bool) {
    var offset = start
    var depth = 0
    scan: while offset < limit {
      let unit = text[offset]
      // All these marks stand before the Han characters.
      if unit > Self.lastMark {
        offset += 1
        continue
      }
      switch unit {
      case "(", "[", "〔", "【": depth += 1
      case ")", "]", "〕", "】":
        depth -= 1
        if depth < 0 { return (start..<offset, true) }
      case "。" where depth == 0: break scan
      case ";" where depth == 0 && isClause(from: offset + 1, limit: limit, in: text): break scan
      default: break
      }
      offset += 1
    }
    return (start..<offset, false)
  }

  private static var lastMark: FoldUnit { "〕" }

  /// Whether what follows a semicolon says something about an actor and is no member of a list.
  private func isClause(from start: Int, limit: Int, in text: FoldedText) -> Bool {
    let end = (start..<min(limit, start + 60)).first { text[$0] == ";" || text[$0] == "。" } ?? min(limit, start + 60)
    return start < end && actors.leading(in: start..<end, of: text) != nil
  }

  // MARK: - Without a colon

  /// A label that fills a line without a marker, with its value on the next: a `dt` and its `dd`, 牵头单位 / 校团委.
  private func loneLabel(block index: Int, in content: BlockText, markers: MarkerIndex) -> LabelOccurrence? {
    let span = content.blocks[index].span
    guard span.count <= 10, index + 1 < content.blocks.count,
      case let next = content.blocks[index + 1].span, next.count <= 120,
      let rule = rule(of: span, in: content.text), content.text[span.upperBound - 1] != ":",
      markers[next.lowerBound] == nil,
      self.rule(of: next, in: content.text) == nil
    else { return nil }
    let isTerm = content.blocks[index].kind == .listItem
    switch rule.sense {
    case .actors, .roster:
      let list = actors.actors(in: next, of: content.text)
      guard !list.isEmpty, isTerm || list.allSatisfy({ actors.kind(of: $0.span, in: content.text) != nil }) else {
        return nil
      }
    case .contactName, .phone, .email, .completion: guard isTerm else { return nil }
    default: return nil
    }
    return LabelOccurrence(rule: rule, label: span, value: next, block: index, isBracketed: false)
  }

  /// The longest line that begins with a label without a colon.
  private static let longestSpacedLine = 120

  /// A label that a space or a number follows, at the start of a line or behind its marker.
  private func spacedLabel(_ phrase: Int, _ label: Range<Int>, block index: Int, in content: BlockText)
    -> LabelOccurrence?
  {
    let text = content.text
    let span = content.blocks[index].span
    guard label.count >= 2, label.upperBound < span.upperBound else { return nil }
    let next = text[label.upperBound]
    // Most such words go on.
    if next >= Trim.firstHan { return nil }
    switch starts[phrase].sense {
    case .phone: guard next == " " || next == "(" || next.digitValue != nil else { return nil }
    case .actors, .roster, .contactName, .completion: guard next == " " else { return nil }
    default: return nil
    }
    let value = text.trimming(label.upperBound..<span.upperBound, Trim.spaces)
    guard !value.isEmpty, text[value.lowerBound] != ":", text.firstIndex(of: "。", in: span) == nil else { return nil }
    return LabelOccurrence(
      rule: starts[phrase], label: label, value: value, block: index, isBracketed: false)
  }

  private func cellLabels(_ cells: [Range<Int>], block: Int, in text: FoldedText) -> [LabelOccurrence] {
    var labels: [LabelOccurrence] = []
    for (index, cell) in cells.enumerated().dropLast() where index < 40 {
      guard let rule = rule(of: cell, in: text), self.rule(of: cells[index + 1], in: text) == nil else { continue }
      labels.append(
        LabelOccurrence(rule: rule, label: cell, value: cells[index + 1], block: block, isBracketed: false))
    }
    return labels
  }
}
