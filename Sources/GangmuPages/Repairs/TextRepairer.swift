import HanText

/// Takes out of a page's text what `RepairRule`s find, and paragraphs that stand there twice in a row.
enum TextRepairer {
  /// The id for paragraphs that only repeat the one before.
  private static let doubled = "text.doubled_paragraph"
  /// Shorter lines (同上, 合計) repeat for a reason.
  private static let shortestDoubled = 20

  /// Repairs a page's content.
  static func repair(_ page: inout Page) {
    defer { page.repairs.sort { $0.source < $1.source } }
    let content = page.content
    var removals: [(span: Range<Int>, rule: String)] = []
    var dropped: Set<Int> = []
    content.text.units.withUnsafeBufferPointer { units in
      let places = RepairTrigger.places(in: units)
      var next = 0
      for index in content.blocks.indices {
        let block = content.blocks[index]
        if index > 0, isDoubled(block, of: content.blocks[index - 1], in: units) {
          dropped.insert(index)
          continue
        }
        while next < places.count, places[next].offset < block.span.lowerBound { next += 1 }
        let first = next
        while next < places.count, places[next].offset < block.span.upperBound { next += 1 }
        if first < next { removals += Self.removals(from: block, of: content.text, for: places[first..<next]) }
      }
    }
    guard !removals.isEmpty || !dropped.isEmpty else { return }
    let aboveTitle = dropped.count { $0 < page.titleBlocks.lowerBound }
    page.titleBlocks = page.titleBlocks.lowerBound - aboveTitle..<page.titleBlocks.upperBound - aboveTitle
    let map = content.text.sourceMap
    page.repairs += removals.map { span, rule in
      TextRepair(
        rule: rule, source: map.source(of: span.lowerBound) ?? span.lowerBound, removed: content.text.string(span))
    }
    var rebuilt = Rebuilt(content, removals: removals.count)
    for (index, block) in content.blocks.enumerated() {
      if dropped.contains(index) {
        page.noise.append(
          PageNoise(
            rule: doubled, text: content.text.string(block.span), offset: block.span.lowerBound, line: block.line))
      } else {
        rebuilt.append(block, without: &removals)
      }
    }
    page.noise.sort { $0.offset < $1.offset }
    page.content = rebuilt.finish()
    for index in page.noise.indices {
      page.noise[index].offset = rebuilt.moved(page.noise[index].offset)
    }
  }

  /// What rules with these triggers find in a block, rising; nothing where they would leave nothing of it.
  private static func removals(
    from block: Block, of text: FoldedText, for places: ArraySlice<(offset: Int, trigger: RepairTrigger)>
  ) -> [(span: Range<Int>, rule: String)] {
    var removals: [(span: Range<Int>, rule: String)] = []
    for rule in RepairRule.all where places.contains(where: { $0.trigger == rule.trigger }) {
      for span in rule.spans(block, text) { removals.append((span, rule.id)) }
    }
    guard !removals.isEmpty else { return [] }
    removals.sort { $0.span.lowerBound < $1.span.lowerBound }
    var end = 0
    removals.removeAll { removal in
      defer { end = max(end, removal.span.upperBound) }
      return removal.span.lowerBound < end
    }
    return removals.reduce(0) { $0 + $1.span.count } < block.span.count ? removals : []
  }

  private static func isDoubled(
    _ block: Block, of previous: Block, in units: UnsafeBufferPointer<FoldUnit>
  ) -> Bool {
    block.span.count >= shortestDoubled && block.span.count == previous.span.count && block.kind == .paragraph
      && previous.kind == .paragraph && units[block.span].elementsEqual(units[previous.span])
  }
}

/// A text put together again without what was removed.
private struct Rebuilt {
  private let text: FoldedText
  private var pieces: [FoldedText.Piece] = []
  private var blocks: [Block] = []
  private var length = 0
  /// Where each kept block began, and begins now.
  private var moves: [(old: Int, new: Int)] = []
  private var next = 0

  /// Begins with a text of which so many spans are to go.
  init(_ content: BlockText, removals: Int) {
    text = content.text
    pieces.reserveCapacity(2 * content.blocks.count + removals)
    blocks.reserveCapacity(content.blocks.count)
    moves.reserveCapacity(content.blocks.count)
  }

  /// Adds a block without the removals in it, which rise from block to block.
  mutating func append(_ block: Block, without removals: inout [(span: Range<Int>, rule: String)]) {
    if !blocks.isEmpty {
      pieces.append(.lineEnd)
      length += 1
    }
    let start = length
    moves.append((block.span.lowerBound, start))
    var removed: [Range<Int>] = []
    var offset = block.span.lowerBound
    while next < removals.count, removals[next].span.lowerBound < block.span.upperBound {
      let span = removals[next].span
      next += 1
      append(offset..<span.lowerBound)
      offset = span.upperBound
      removed.append(span)
    }
    append(offset..<block.span.upperBound)
    var moved = block
    if let first = removed.first, first.lowerBound == block.span.lowerBound, block.kind == .paragraph {
      moved.kind = .listItem
    }
    func shifted(_ place: Int) -> Int {
      let gone = removed.reduce(0) { $0 + max(0, min($1.upperBound, place) - $1.lowerBound) }
      return place - block.span.lowerBound + start - gone
    }
    if case .tableRow(let cells) = block.kind {
      moved.kind = .tableRow(cells: cells.map { shifted($0.lowerBound)..<shifted($0.upperBound) })
    }
    moved.span = start..<length
    blocks.append(moved)
  }

  private mutating func append(_ span: Range<Int>) {
    guard !span.isEmpty else { return }
    pieces.append(.span(span))
    length += span.count
  }

  /// Where the block that began at or behind an old offset begins now.
  func moved(_ offset: Int) -> Int {
    var low = 0
    var high = moves.count
    while low < high {
      let middle = (low + high) / 2
      if moves[middle].old < offset { low = middle + 1 } else { high = middle }
    }
    return low < moves.count ? moves[low].new : length
  }

  func finish() -> BlockText {
    BlockText(text: text.gathering(pieces), blocks: blocks)
  }
}
