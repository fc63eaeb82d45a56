import HanText

/// Builds the outline of one document from its markers.
struct OutlineBuilder {
  private let content: BlockText
  private let title: Range<Int>?
  private let breaks: PartBreaks
  private var drafts: [SectionDraft] = []
  private var warnings: [TextWarning] = []

  /// The sections of a document and what is wrong with their numbers.
  ///
  /// - Parameters:
  ///   - content: The document's text.
  ///   - title: The title's block, which is no section.
  ///   - parts: The parts around the text, whose blocks are no sections either.
  static func outline(
    of content: BlockText, title: Range<Int>?, parts: DocumentPartFinder.Found
  ) -> (sections: [Section], warnings: [TextWarning]) {
    let scanned = MarkerScanner.candidates(in: content, except: title, parts.blocks)
    guard !scanned.candidates.isEmpty else { return ([], []) }
    let (candidates, repairs) = LostNumerals.repaired(scanned.candidates, in: content.text)
    var builder = OutlineBuilder(
      content: content, title: title, breaks: PartBreaks(content, ends: parts.ends), warnings: repairs)
    builder.place(ContentsList.removed(from: candidates, in: content), seriesCount: scanned.seriesCount)
    builder.closeSpans()
    builder.findHeadings()
    return (builder.sections(), builder.warnings)
  }

  private init(content: BlockText, title: Range<Int>?, breaks: PartBreaks, warnings: [TextWarning]) {
    self.content = content
    self.title = title
    self.breaks = breaks
    self.warnings = warnings
  }

  // MARK: Levels

  private mutating func place(_ candidates: [MarkerCandidate], seriesCount: Int) {
    drafts.reserveCapacity(candidates.count)
    var stack = SeriesStack(seriesCount: seriesCount)
    var company = MarkerCompany(candidates)
    // For each series its label; empty while no series has one.
    var seriesLabels: [Range<Int>?] = []
    var previousBlock = -1
    for candidate in candidates {
      company.advance()
      if candidate.block != previousBlock { stack.closeInline() }
      let partBreak = breaks.first(after: previousBlock).flatMap { $0 < candidate.block ? $0 : nil }
      let startsPart = !candidate.isInline && partBreak != nil
      let label = candidate.isInline ? nil : label(before: candidate.block, after: previousBlock)
      let place = stack.place(for: candidate, company: &company, startsPart: startsPart, isLabelled: label != nil)
      guard place != .none else { continue }
      var fence = candidate.marker.span.lowerBound
      if case .begins = place {
        if label != nil, seriesLabels.isEmpty { seriesLabels = [Range<Int>?](repeating: nil, count: seriesCount) }
        if !seriesLabels.isEmpty { seriesLabels[candidate.series] = label }
        if let label { fence = label.lowerBound }
      }
      if let partBreak { fence = content.blocks[partBreak].span.lowerBound }
      let seriesLabel = seriesLabels.isEmpty ? nil : seriesLabels[candidate.series]
      append(candidate, at: place, in: stack, label: seriesLabel, fence: fence)
      stack.take(candidate, id: drafts.count - 1, at: place)
      previousBlock = candidate.block
    }
  }

  private mutating func append(
    _ candidate: MarkerCandidate, at place: SeriesStack.Place, in stack: SeriesStack, label: Range<Int>?, fence: Int
  ) {
    let marker = candidate.marker
    let depth: Int
    let irregularity: SeriesStack.Irregularity?
    switch place {
    case .continues(let at, let fault), .begins(let at, let fault): (depth, irregularity) = (at, fault)
    case .none: return
    }
    if let irregularity {
      let number = content.text.string(marker.span)
      let last = stack.levels.indices.contains(depth) ? stack.levels[depth].last : nil
      warnings.append(
        TextWarning(
          code: "outline.\(irregularity.rawValue)", span: marker.span,
          message: irregularity.message(number, after: last)))
    }
    drafts.append(
      SectionDraft(
        marker: marker, block: candidate.block, isInline: candidate.isInline,
        parent: depth > 0 ? stack.levels[depth - 1].section : nil, level: depth + 1, seriesLabel: label, fence: fence,
        end: content.text.count))
  }

  /// The label line right before a block, where it stands after the last section's own line: `要求:`, `具體安排:`, or a
  /// heading without a number (發生車禍時).
  private func label(before block: Int, after previousBlock: Int) -> Range<Int>? {
    guard block - 1 > previousBlock, block > 0, case let span = content.blocks[block - 1].span,
      span.count <= Self.longestUnnumberedHeading, span != title
    else { return nil }
    let last = content.text[span.upperBound - 1]
    let isOpen = last == ":" ? span.count <= Self.longestLabel : !last.isAny(.clauseEnd)
    return isOpen && !content.text.hasSentence(span) ? span : nil
  }

  private static let longestLabel = 12
  private static let longestUnnumberedHeading = 24

  // MARK: Spans

  /// Ends every section where the next one of its level or above begins, and an inline member with its sentence.
  private mutating func closeSpans() {
    var innermost: Int?
    for id in drafts.indices {
      while let open = innermost, drafts[open].level >= drafts[id].level {
        drafts[open].end = drafts[id].fence
        innermost = drafts[open].parent
      }
      innermost = id
    }
    if let last = drafts.last?.block, let end = breaks.first(after: last) {
      while let open = innermost {
        drafts[open].end = content.blocks[end].span.lowerBound
        innermost = drafts[open].parent
      }
    }
    if drafts.contains(where: \.isInline) { closeInlineSpans() }
  }

  /// Ends an inline member with its paragraph, the last one of its enumeration with its sentence. A member under which
  /// sections of later paragraphs stand keeps them.
  private mutating func closeInlineSpans() {
    // For the document and each section: how many sentences the longest member has of the enumeration that stands under
    // it, and the block of that.
    var sentences = [(block: Int, count: Int)](repeating: (-1, 0), count: drafts.count + 1)
    for id in drafts.indices where drafts[id].isInline {
      let draft = drafts[id]
      let block = content.blocks[draft.block].span
      guard !hasSection(from: block.upperBound, to: draft.end, after: id) else { continue }
      let parent = draft.parent.map { $0 + 1 } ?? 0
      let most = sentences[parent].block == draft.block ? sentences[parent].count : nil
      let isLast = id + 1 == drafts.count || !drafts[id + 1].isInline || drafts[id + 1].block != draft.block
      let end = min(draft.end, block.upperBound)
      if isLast {
        drafts[id].end = self.end(ofSentences: max(most ?? 1, 1), from: draft.start, to: end)
      } else {
        let count = content.text.units[draft.start..<end].count { !$0.isIdeograph && $0.isAny(.sentenceEnd) }
        sentences[parent] = (draft.block, max(most ?? 0, count))
        drafts[id].end = end
      }
    }
  }

  /// Whether a section behind `id` begins between two offsets.
  private func hasSection(from lower: Int, to upper: Int, after id: Int) -> Bool {
    let next = drafts[(id + 1)...].partitioningIndex { $0.start >= lower }
    return next < drafts.count && drafts[next].start < upper
  }

  /// The offset after so many sentences.
  private func end(ofSentences count: Int, from start: Int, to limit: Int) -> Int {
    var left = count
    for offset in start..<limit where !content.text[offset].isIdeograph && content.text[offset].isAny(.sentenceEnd) {
      left -= 1
      if left == 0 { return offset + 1 }
    }
    return limit
  }

  // MARK: Headings and bodies

  private mutating func findHeadings() {
    var votes = HeadingVotes(sections: drafts.count)
    let text = content.text
    for id in drafts.indices {
      let (start, end, traits) = (drafts[id].marker.textStart, drafts[id].end, drafts[id].marker.traits)
      let next = id + 1 < drafts.count ? drafts[id + 1].start : text.count
      let line = start..<max(start, min(content.blocks[drafts[id].block].span.upperBound, next, end))
      let form = HeadingForm(
        of: line, in: text, isRunning: drafts[id].isInline || traits.rank == .provision,
        hasMore: min(next, end) > line.upperBound + 1)
      drafts[id].form = form
      drafts[id].votes = votes.cast(form, numbering: traits.name, under: drafts[id].parent)
    }
    for id in drafts.indices {
      drafts[id].heading = votes.heading(drafts[id].form, in: drafts[id].votes)
    }
  }

  /// The sections that the drafts have become.
  private func sections() -> [Section] {
    var sections: [Section] = []
    sections.reserveCapacity(drafts.count)
    for id in drafts.indices { sections.append(section(id)) }
    return sections
  }

  private func section(_ id: Int) -> Section {
    let draft = drafts[id]
    let start = draft.heading.map { afterHeading($0, limit: draft.end) } ?? draft.marker.textStart
    let hasChild = id + 1 < drafts.count && drafts[id + 1].parent == id
    let end = hasChild ? drafts[id + 1].start : draft.end
    return Section(
      id: id, parent: draft.parent, level: draft.level, marker: draft.marker.span,
      numbering: NumberingFamily.ids[draft.marker.series.family], ordinal: draft.marker.ordinal,
      isInline: draft.isInline, heading: draft.heading, span: draft.start..<draft.end,
      body: content.text.trimmed(start..<max(start, end)), seriesLabel: draft.seriesLabel)
  }

  /// Where the body begins: behind the heading's own punctuation.
  private func afterHeading(_ heading: Range<Int>, limit: Int) -> Int {
    var offset = heading.upperBound
    while offset < limit, content.text[offset].isAny([.sentenceEnd, .clauseEnd, .space]) { offset += 1 }
    return offset
  }
}

extension SeriesStack.Irregularity {
  /// One sentence for people.
  func message(_ marker: String, after last: Int?) -> String {
    switch (self, last) {
    case (.skipped, let last?): "\(marker) follows number \(last): a number is missing"
    case (.repeated, let last?): "\(marker) repeats number \(last)"
    case (.outOfOrder, let last?): "\(marker) follows number \(last)"
    default: "\(marker) begins a series that has no first member"
    }
  }
}
