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
    var index = part.blocks.lowerBound
    while index < end {
      if index == part.titleBlock {
        title = assembler.append(page.blocks[index], spans: part.title)
        index += part.title.count
        continue
      }
      let block = page.blocks[index]
      if let rule = NoiseRule.lines.first(where: { $0.applies(block.span, page.text) }) {
        assembler.setAside(index..<index + 1, rule: rule.id)
      } else {
        assembler.append(block, spans: [block.span])
      }
      index += 1
    }
    assembler.setAside(end..<part.blocks.upperBound, rule: "noise.related_links")
    guard !assembler.blocks.isEmpty else { return nil }
    let content = BlockText(text: page.text.gathering(assembler.pieces), blocks: assembler.blocks)
    let parts = DocumentPartFinder.parts(of: content, title: title)
    let outline = OutlineBuilder.outline(of: content, title: title, parts: parts)
    var document = OutlinedDocument(
      label: part.label.map(page.text.string), content: content, title: title, sections: outline.sections,
      parts: parts.parts, noise: assembler.noise, warnings: outline.warnings)
    document.labels = labels(of: document, except: parts.blocks)
    return document
  }

  /// The lines that begin with a label and are neither title, nor part, nor a section's first line.
  private static func labels(of document: OutlinedDocument, except parts: Set<Int>) -> [LabelledBlock] {
    let content = document.content
    return content.blocks.enumerated().flatMap { index, block -> [LabelledBlock] in
      guard block.span != document.title, !parts.contains(index) else { return [] }
      let section = document.section(at: block.span.lowerBound)
      guard section?.span.lowerBound != block.span.lowerBound else { return [] }
      return LabelledBlock.read(block, in: content.text).map {
        LabelledBlock(label: $0.label, value: $0.value, section: section?.id)
      }
    }
  }

  private init(page: BlockText) {
    self.page = page
  }

  /// Adds a block as the next line, made of the spans given, and gives back where it stands in the document.
  @discardableResult
  private mutating func append(_ block: Block, spans: [Range<Int>]) -> Range<Int> {
    let start = length
    for span in spans {
      pieces.append(.span(span))
      length += span.count
    }
    var moved = block
    moved.span = start..<length
    if case .tableRow(let cells) = block.kind {
      let shift = start - block.span.lowerBound
      moved.kind = .tableRow(cells: cells.map { $0.lowerBound + shift..<$0.upperBound + shift })
    }
    pieces.append(.lineEnd)
    blocks.append(moved)
    length += 1
    return moved.span
  }

  private mutating func setAside(_ indices: Range<Int>, rule: String) {
    guard let first = indices.first, let last = indices.last else { return }
    let span = page.blocks[first].span.lowerBound..<page.blocks[last].span.upperBound
    noise.append(Noise(rule: rule, text: page.text.string(span), offset: length))
  }
}
