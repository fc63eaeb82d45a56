import HanText

/// Builds the outline of one document from its markers.
struct OutlineBuilder {
  private let content: BlockText
  private let title: Range<Int>?
  private let breaks: PartBreaks
  private var sections: [Section] = []
  private var warnings: [TextWarning] = []
  /// For each section, the block of its marker.
  private var blocks: [Int] = []
  /// For each section, its marker.
  private var markers: [Marker] = []
  /// For each section, where it ends what stands before it: at its marker, at the label line that opens its series, or
  /// where the text breaks off before it.
  private var fences: [Int] = []

  /// The sections of a document and what is wrong with their numbers.
  ///
  /// - Parameters:
  ///   - content: The document's text.
  ///   - title: The title's block, which is no section.
  ///   - parts: The parts around the text, whose blocks are no sections either.
  static func outline(
    of content: BlockText, title: Range<Int>?, parts: DocumentPartFinder.Found
  ) -> (sections: [Section], warnings: [TextWarning]) {
    var builder = OutlineBuilder(content: content, title: title, breaks: PartBreaks(content, ends: parts.ends))
    let scanned = MarkerScanner(content).candidates(except: title, parts.blocks)
    let (candidates, repairs) = LostNumerals.repaired(scanned, in: content.text)
    builder.warnings = repairs
    builder.place(ContentsList.removed(from: candidates, in: content))
    builder.closeSpans()
    builder.findHeadings()
    builder.findBodies()
    return (builder.sections, builder.warnings)
  }

  private init(content: BlockText, title: Range<Int>?, breaks: PartBreaks) {
    self.content = content
    self.title = title
    self.breaks = breaks
  }

  // MARK: Levels

  private mutating func place(_ candidates: [MarkerCandidate]) {
    var stack = SeriesStack()
    var company = MarkerCompany(candidates)
    var seriesLabels: [Marker.Series: Range<Int>] = [:]
    var previousBlock = -1
    for candidate in candidates {
      company.advance()
      if candidate.block != previousBlock { stack.closeInline() }
      let marker = candidate.marker
      let partBreak = breaks.first(after: previousBlock).flatMap { $0 < candidate.block ? $0 : nil }
      let startsPart = !candidate.isInline && partBreak != nil
      let label = candidate.isInline ? nil : label(before: candidate.block, after: previousBlock)
      let place = stack.place(
        for: marker, isInline: candidate.isInline, company: company, startsPart: startsPart, isLabelled: label != nil)
      guard place != .none else { continue }
      fences.append(marker.span.lowerBound)
      if case .begins = place {
        seriesLabels[marker.series] = label
        if let label { fences[fences.count - 1] = label.lowerBound }
      }
      if let partBreak { fences[fences.count - 1] = content.blocks[partBreak].span.lowerBound }
      append(candidate, at: place, in: stack, label: seriesLabels[marker.series])
      stack.take(marker, id: sections.count - 1, isInline: candidate.isInline, at: place)
      previousBlock = candidate.block
    }
  }

  private mutating func append(
    _ candidate: MarkerCandidate, at place: SeriesStack.Place, in stack: SeriesStack, label: Range<Int>?
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
      warnings.append(
        TextWarning(
          code: "outline.\(irregularity.rawValue)", span: marker.span,
          message: irregularity.message(number, after: stack.levels[safe: depth]?.last)))
    }
    sections.append(
      Section(
        id: sections.count, parent: depth > 0 ? stack.levels[depth - 1].section : nil, level: depth + 1,
        marker: marker.span, numbering: NumberingFamily.all[marker.series.family].id,
        ordinal: marker.ordinal, isInline: candidate.isInline,
        heading: nil, span: marker.span.lowerBound..<content.text.count, body: marker.textStart..<marker.textStart,
        seriesLabel: label))
    blocks.append(candidate.block)
    markers.append(marker)
  }

  /// The label line right before a block, where it stands after the last section's own line: `要求:`, `具體安排:`, or a
  /// heading without a number (發生車禍時).
  private func label(before block: Int, after previousBlock: Int) -> Range<Int>? {
    guard block - 1 > previousBlock, block > 0, case let span = content.blocks[block - 1].span, span != title else {
      return nil
    }
    let last = content.text[span.upperBound - 1]
    let isHeading = span.count <= Self.longestUnnumberedHeading && !content.text.hasSentence(span)
    return isHeading && (last == ":" && span.count <= Self.longestLabel || !last.isAny(.clauseEnd)) ? span : nil
  }

  private static let longestLabel = 12
  private static let longestUnnumberedHeading = 24

  // MARK: Spans

  /// Ends every section where the next one of its level or above begins, and an inline member with its sentence.
  private mutating func closeSpans() {
    var open: [Int] = []
    for id in sections.indices {
      while let last = open.last, sections[last].level >= sections[id].level {
        sections[last].span = sections[last].span.lowerBound..<fences[id]
        open.removeLast()
      }
      open.append(id)
    }
    if let last = blocks.last, let end = breaks.first(after: last) {
      for id in open { sections[id].span = sections[id].span.lowerBound..<content.blocks[end].span.lowerBound }
    }
    closeInlineSpans()
  }

  /// Ends an inline member with its paragraph, the last one of its enumeration with its sentence. A member under which
  /// sections of later paragraphs stand keeps them.
  private mutating func closeInlineSpans() {
    struct Enumeration: Hashable {
      let parent: Int?
      let block: Int
    }
    var sentences: [Enumeration: Int] = [:]
    for id in sections.indices where sections[id].isInline {
      let block = content.blocks[blocks[id]].span
      let span = sections[id].span
      guard !hasSection(from: block.upperBound, to: span.upperBound, after: id) else { continue }
      let key = Enumeration(parent: sections[id].parent, block: blocks[id])
      let isLast = !sections.indices.contains(id + 1) || !sections[id + 1].isInline || blocks[id + 1] != blocks[id]
      var end = min(span.upperBound, block.upperBound)
      if isLast {
        end = self.end(ofSentences: max(sentences[key] ?? 1, 1), from: span.lowerBound, to: end)
      } else {
        let count = content.text.units[span.lowerBound..<end].count { $0.isAny(.sentenceEnd) }
        sentences[key] = max(sentences[key] ?? 0, count)
      }
      sections[id].span = span.lowerBound..<end
    }
  }

  /// Whether a section behind `id` begins between two offsets.
  private func hasSection(from lower: Int, to upper: Int, after id: Int) -> Bool {
    var (low, high) = (id + 1, sections.count)
    while low < high {
      let middle = (low + high) / 2
      if sections[middle].span.lowerBound >= lower { high = middle } else { low = middle + 1 }
    }
    return low < sections.count && sections[low].span.lowerBound < upper
  }

  /// The offset after so many sentences.
  private func end(ofSentences count: Int, from start: Int, to limit: Int) -> Int {
    var left = count
    for offset in start..<limit where content.text[offset].isAny(.sentenceEnd) {
      left -= 1
      if left == 0 { return offset + 1 }
    }
    return limit
  }

  // MARK: Headings and bodies

  private mutating func findHeadings() {
    var forms: [HeadingForm] = []
    forms.reserveCapacity(sections.count)
    for id in sections.indices {
      let start = sections[id].body?.lowerBound ?? sections[id].marker.upperBound
      let next = sections.indices.contains(id + 1) ? sections[id + 1].span.lowerBound : content.text.count
      let line = start..<max(start, min(content.blocks[blocks[id]].span.upperBound, next, sections[id].span.upperBound))
      let isRunning = sections[id].isInline || markers[id].traits.rank == .provision
      let hasMore = min(next, sections[id].span.upperBound) > line.upperBound + 1
      forms.append(HeadingForm(of: line, in: content.text, isRunning: isRunning, hasMore: hasMore))
    }
    settle(forms)
  }

  /// Gives headings where the siblings bear them out: a first sentence is a run-in heading where most siblings have a short
  /// one too, and a short sentence that is the whole item is a heading where most siblings have one.
  private mutating func settle(_ forms: [HeadingForm]) {
    struct Series: Hashable {
      let parent: Int?
      let numbering: Int
    }
    struct Votes {
      var runIn = 0
      var running = 0
      var headed = 0
      var plain = 0
    }
    var places: [Series: Int] = [:]
    var votes: [Votes] = []
    let series = sections.indices.map { id in
      let series = Series(parent: sections[id].parent, numbering: markers[id].traits.name)
      if let place = places[series] { return place }
      places[series] = votes.count
      votes.append(Votes())
      return votes.count - 1
    }
    for (place, form) in zip(series, forms) {
      switch form {
      case .line: votes[place].headed += 1
      case .runIn:
        votes[place].runIn += 1
        votes[place].headed += 1
      case .running:
        votes[place].running += 1
        votes[place].plain += 1
      case .sentence, .none: votes[place].plain += 1
      }
    }
    for (id, form) in forms.enumerated() {
      let vote = votes[series[id]]
      switch form {
      case .line(let heading): sections[id].heading = heading
      case .runIn(let heading): sections[id].heading = vote.runIn > vote.running ? heading : nil
      case .sentence(let heading): sections[id].heading = vote.headed > vote.plain ? heading : nil
      case .running, .none: break
      }
    }
  }

  private mutating func findBodies() {
    for id in sections.indices {
      let start =
        sections[id].heading.map { afterHeading($0, limit: sections[id].span.upperBound) }
        ?? sections[id].body?.lowerBound ?? sections[id].marker.upperBound
      var end = sections[id].span.upperBound
      if sections.indices.contains(id + 1), sections[id + 1].parent == id {
        end = sections[id + 1].span.lowerBound
      }
      sections[id].body = content.text.trimmed(start..<max(start, end))
    }
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

extension Array {
  /// The element at an index, or nil where there is none.
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
