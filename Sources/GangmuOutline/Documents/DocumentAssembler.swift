import HanText

/// Puts one document's text together from the blocks of its page, setting noise aside.
struct DocumentAssembler {
  private let page: BlockText
  private var pieces: [FoldedText.Piece] = []
  private var blocks: [Block] = []
  private var noise: [Noise] = []
  private var length = 0

  /// The document of a part of a page. `isLast` gives it what follows it on the page, too.
  static func document(_ part: DocumentSplitter.Part, of page: BlockText) -> OutlinedDocument? {
    var assembler = DocumentAssembler(page: page)
    assembler.setAside(part.introduction, rule: "noise.introduction")
    let end = RelatedLinks.start(in: page, blocks: part.blocks)
    var title: Range<Int>?
    for index in part.blocks.lowerBound..<end {
      var block = page.blocks[index]
      if index == part.titleBlock, let words = part.title { block.span = words }
      if let rule = NoiseRule.lines.first(where: { $0.applies(block.span, page.text) }), index != part.titleBlock {
        assembler.setAside(index..<index + 1, rule: rule.id)
        continue
      }
      let span = assembler.append(block)
      if index == part.titleBlock { title = span }
    }
    assembler.setAside(end..<part.blocks.upperBound, rule: "noise.related_links")
    guard !assembler.blocks.isEmpty else { return nil }
    let content = BlockText(text: page.text.gathering(assembler.pieces), blocks: assembler.blocks)
    let outline = OutlineBuilder.outline(of: content, title: title)
    return OutlinedDocument(
      label: part.label.map(page.text.string), content: content, title: title, sections: outline.sections,
      noise: assembler.noise, warnings: outline.warnings)
  }

  private init(page: BlockText) {
    self.page = page
  }

  /// Adds a block as the next line, and gives back where it stands in the document.
  private mutating func append(_ block: Block) -> Range<Int> {
    let shift = length - block.span.lowerBound
    let span = length..<length + block.span.count
    var moved = block
    moved.span = span
    if case .tableRow(let cells) = block.kind {
      moved.kind = .tableRow(cells: cells.map { $0.lowerBound + shift..<$0.upperBound + shift })
    }
    pieces += [.span(block.span), .lineEnd]
    blocks.append(moved)
    length += block.span.count + 1
    return span
  }

  private mutating func setAside(_ indices: Range<Int>, rule: String) {
    guard let first = indices.first, let last = indices.last else { return }
    let span = page.blocks[first].span.lowerBound..<page.blocks[last].span.upperBound
    noise.append(Noise(rule: rule, text: page.text.string(span), offset: length))
  }
}
