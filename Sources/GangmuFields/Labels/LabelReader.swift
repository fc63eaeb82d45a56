import HanText

/// A label that was found with what it announces.
struct LabelOccurrence: Sendable {
  /// What the label says.
  var rule: RuleMark<LabelSense>
  /// The words of the label.
  var label: Range<Int>
  /// What follows, within the line, the table cell and the bracket; empty where nothing does.
  var value: Range<Int>
  /// The index of the block that it stands in.
  var block: Int
  /// Whether it stands in a bracket.
  var isBracketed: Bool

  /// The part that the actors after it play, or nil.
  var role: Responsibility.Role? {
    switch rule.sense {
    case .actors(let role), .roster(let role): role
    case .contactName: .contact
    default: nil
    }
  }
}

/// Finds label lines: 任務單位:院團委, (牽頭單位:市發展改革委,配合單位:市委組織部), `聯系人 張三` at the start of a line, and labels in
/// table cells.
///
/// A class, as all readers that hold many tables and are held by several others: a struct of tables would be copied with each.
final class LabelReader: Sendable {
  private let endings: SuffixTable<RuleMark<LabelSense>>
  private let starts: PhraseTable<RuleMark<LabelSense>>

  private let actors: ActorReader
  /// The open labels in the fold.
  private let open: Set<[FoldUnit]>

  init(lexicon: FieldLexicon, actors: ActorReader) {
    self.actors = actors
    endings = SuffixTable(lexicon.labels.entries())
    starts = PhraseTable(lexicon.labels.entries())
    open = Set(lexicon.openLabels.map(FoldUnit.fold))
  }

  /// The labels of a text, in reading order.
  func labels(in content: BlockText, markers: MarkerIndex, signals: TextSignals) -> [LabelOccurrence] {
    var labels: [LabelOccurrence] = []
    let colons = signals.colons
    var nextColon = 0
    var nextMarker = 0
    for index in content.blocks.indices {
      let first = labels.count
      if case .tableRow(let cells) = content.blocks[index].kind {
        var row = cellLabels(cells, block: index, in: content.text)
        let taken = row.map(\.label)
        for cell in cells.prefix(60) where !taken.contains(cell) {
          appendColons(of: cell, block: index, in: content.text, colons, &nextColon, to: &row, first: row.count)
        }
        labels += row.sorted { $0.label.lowerBound < $1.label.lowerBound }
        continue
      }
      let marker = markers.end(from: content.blocks[index].span.lowerBound, after: &nextMarker)
      if marker == nil, let lone = loneLabel(block: index, in: content, markers: markers) {
        labels.append(lone)
        continue
      } else if let spaced = spacedLabel(block: index, behind: marker, in: content) {
        labels.append(spaced)
      }
      appendColons(
        of: content.blocks[index].span, block: index, in: content.text, colons, &nextColon, to: &labels, first: first)
    }
    return labels
  }

  /// The rule of a span that is nothing but a label, spaces inside it allowed.
  func rule(of span: Range<Int>, in text: FoldedText) -> RuleMark<LabelSense>? {
    let span = text.trimming(span, Trim.punctuation)
    guard span.count >= 2, span.count <= 16,
      let match = endings.longestMatch(
        in: text, endingAt: span.upperBound, lower: span.lowerBound, skippingSpaces: true),
      match.span == span
    else { return nil }
    return match.payload
  }

  // MARK: - With a colon

  /// Appends the labels that end with one of the colons in a span. `nextColon` is the first one that was not looked at yet.
  private func appendColons(
    of span: Range<Int>, block: Int, in text: FoldedText, _ colons: [Int32], _ nextColon: inout Int,
    to labels: inout [LabelOccurrence], first: Int
  ) {
    var lower = labels.count > first ? labels[labels.count - 1].value.lowerBound : span.lowerBound
    while nextColon < colons.count, colons[nextColon] < lower { nextColon += 1 }
    guard nextColon < colons.count, colons[nextColon] < max(lower, span.upperBound) else { return }
    let end = max(lower, span.upperBound)
    var found: [(span: Range<Int>, rule: RuleMark<LabelSense>?, colon: Int)] = []
    while nextColon < colons.count, case let colon = Int(colons[nextColon]), colon < end {
      nextColon += 1
      if let match = label(endingAt: colon, lower: lower, in: text) {
        found.append((match.span, match.payload, colon))
        lower = colon + 1
      } else if !found.isEmpty, let start = unknownLabel(endingAt: colon, lower: lower, in: text) {
        found.append((start..<colon, nil, colon))
        lower = colon + 1
      }
    }
    if labels.count > first, let next = found.first?.span.lowerBound, let value = labels.last?.value,
      value.contains(next)
    {
      labels[labels.count - 1].value = value.lowerBound..<next
    }
    for (index, label) in found.enumerated() {
      // A value ends where the next label begins.
      guard let rule = label.rule else { continue }
      let limit = index + 1 < found.count ? found[index + 1].span.lowerBound : span.upperBound
      let value = value(from: label.colon + 1, limit: limit, in: text)
      labels.append(
        LabelOccurrence(
          rule: rule, label: label.span, value: value.span, block: block,
          isBracketed: value.isBracketed))
    }
  }

  private func label(
    endingAt colon: Int, lower: Int, in text: FoldedText
  ) -> SuffixTable<RuleMark<LabelSense>>.Match? {
    let end = text.trimmingEnd(max(lower, colon - 4)..<colon, Trim.spaces).upperBound
    let bare = Self.withoutBracket(lower..<end, in: text)
    let floor = max(lower, bare - 24)
    guard let match = endings.longestMatch(in: text, endingAt: bare, lower: floor, skippingSpaces: true) else {
      return nil
    }
    let start = match.span.lowerBound
    guard start > lower, !Self.edges.contains(text[start - 1]) else { return match }
    // A number or an address behind a label makes it one, whatever stands before: 发至政教处邮箱:zjc@….
    switch match.payload.sense {
    case .phone, .email:
      if let next = text.unit(at: colon + 1), next.isAny([.digit, .latin]), next != "x" { return match }
    default: break
    }
    guard open.contains(text.units[match.span].filter { $0 != " " }) else { return nil }
    // More words before it must be a short modifier, not a clause.
    var offset = start
    while offset > floor, !Self.edges.contains(text[offset - 1]) { offset -= 1 }
    return start - offset <= 10 ? match : nil
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
      switch text[offset] {
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
      case let next = content.blocks[index + 1].span, next.count <= 120, markers[next.lowerBound] == nil,
      let rule = rule(of: span, in: content.text), content.text[span.upperBound - 1] != ":",
      self.rule(of: next, in: content.text) == nil
    else { return nil }
    let isTerm = content.blocks[index].kind == .listItem
    switch rule.sense {
    case .actors, .roster:
      let list = actors.actors(in: next, of: content.text).actors
      guard !list.isEmpty, isTerm || list.allSatisfy({ actors.kind(of: $0.span, in: content.text) != nil }) else {
        return nil
      }
    case .contactName, .phone, .email, .completion: guard isTerm else { return nil }
    default: return nil
    }
    return LabelOccurrence(rule: rule, label: span, value: next, block: index, isBracketed: false)
  }

  /// A label that a space or a number follows, at the start of a line or behind its marker.
  private func spacedLabel(block index: Int, behind marker: Int?, in content: BlockText) -> LabelOccurrence? {
    let text = content.text
    let span = content.blocks[index].span
    guard span.count <= 120, case let start = marker ?? span.lowerBound, start < span.upperBound,
      starts.canStart(with: text[start]),
      let match = starts.longestMatch(in: text, at: start, limit: span.upperBound),
      match.span.count >= 2, match.span.upperBound < span.upperBound,
      hasGap(in: span.prefix(Self.gapReach), of: text)
    else { return nil }
    let next = text[match.span.upperBound]
    let isNumber: Bool
    if case .phone = match.payload.sense { isNumber = next == "(" || next.digitValue != nil } else { isNumber = false }
    guard next == " " || isNumber, text.firstIndex(of: "。", in: span) == nil else { return nil }
    switch match.payload.sense {
    case .actors, .roster, .contactName, .phone, .completion: break
    default: return nil
    }
    let value = text.trimming(match.span.upperBound..<span.upperBound, Trim.spaces)
    guard !value.isEmpty, text[value.lowerBound] != ":" else { return nil }
    return LabelOccurrence(rule: match.payload, label: match.span, value: value, block: index, isBracketed: false)
  }

  private static let gapReach = 24

  /// Whether a space or a number stands where a label that begins a line would end.
  private func hasGap(in opening: Range<Int>, of text: FoldedText) -> Bool {
    var offset = opening.lowerBound + 2
    while offset < opening.upperBound {
      let unit = text[offset]
      if unit == " " || unit == "(" || unit.digitValue != nil { return true }
      offset += 1
    }
    return false
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
