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
    var assembler = DocumentAssembler(page: page, capacity: part.blocks.count)
    assembler.setAside(part.introduction, rule: "noise.introduction")
    let end = RelatedLinks.start(in: page, blocks: part.blocks)
    var title: Range<Int>?
    var index = part.blocks.lowerBound
    while index < end {
      if index == part.titleBlock {
        title = assembler.append(index, spans: part.title)
        index += part.title.count
        continue
      }
      if let rule = NoiseRule.rule(of: page.blocks[index].span, in: page.text) {
        assembler.setAside(index..<index + 1, rule: rule.id)
      } else {
        assembler.append(index)
      }
      index += 1
    }
    assembler.setAside(end..<part.blocks.upperBound, rule: "noise.related_links")
    guard !assembler.blocks.isEmpty else { return nil }
    let content = BlockText(text: page.text.gathering(assembler.pieces), blocks: assembler.blocks)
    let parts = DocumentPartFinder.parts(of: content, title: title)
    let outline = OutlineBuilder.outline(of: content, title: title, parts: parts)
    return OutlinedDocument(
      label: part.label.map(page.text.string), content: content, title: title, sections: outline.sections,
      labels: LabelledBlock.all(in: content, sections: outline.sections, except: title, parts.blocks),
      parts: parts.parts, noise: assembler.noise, warnings: outline.warnings)
  }

  private init(page: BlockText, capacity: Int) {
    self.page = page
    blocks.reserveCapacity(capacity)
    pieces.reserveCapacity(2 * capacity)
  }

  /// Adds a block of the page as the next line.
  private mutating func append(_ index: Int) {
    let span = page.blocks[index].span
    pieces.append(.span(span))
    pieces.append(.lineEnd)
    blocks.append(page.blocks[index])
    blocks[blocks.count - 1].move(to: length..<length + span.count)
    length += span.count + 1
  }

  /// Adds a block of the page as the next line, made of the spans given, and gives back where it stands in the document.
  private mutating func append(_ index: Int, spans: [Range<Int>]) -> Range<Int> {
    let start = length
    for span in spans {
      pieces.append(.span(span))
      length += span.count
    }
    pieces.append(.lineEnd)
    blocks.append(page.blocks[index])
    blocks[blocks.count - 1].move(to: start..<length)
    length += 1
    return start..<length - 1
  }

  private mutating func setAside(_ indices: Range<Int>, rule: String) {
    guard let first = indices.first, let last = indices.last else { return }
    let span = page.blocks[first].span.lowerBound..<page.blocks[last].span.upperBound
    noise.append(Noise(rule: rule, text: page.text.string(span), offset: length))
  }
}
