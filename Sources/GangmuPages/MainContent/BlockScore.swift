import HanText

/// How much a block looks like the text of an article, in characters.
struct BlockScore {
  /// Characters of running text; none in furniture.
  var text = 0
  /// Characters of links in blocks that are little else.
  var links = 0
  /// What `text` is on a page without running text: the Han characters of any line that is neither link nor furniture.
  var shortText = 0

  /// What a block counts of which only the links do.
  init(links: Int) {
    self.links = links
  }

  /// Scores a block.
  ///
  /// Running text is told by its marks: Chinese sentences have a comma or a full stop every dozen characters, while the
  /// names of links, menus and captions have none. A long line without marks counts too. Only Han characters and their
  /// marks count, not addresses and code. A block of which links make up the half is furniture, unless its sentences run
  /// through the links: some sites link each word that they sell. An imprint is furniture however many sentences it has.
  init(_ block: Block, _ facts: BlockFacts, in text: FoldedText) {
    let length = block.span.count
    let last = text[block.span.upperBound - 1]
    let isLinks = facts.linkScalars * 2 > length
    // Most links end like no sentence.
    if isLinks, !last.isAny([.sentenceEnd, .close, .quote]) {
      links = length
      return
    }
    let (han, marks) = text.units.withUnsafeBufferPointer { Self.count(UnsafeBufferPointer(rebasing: $0[block.span])) }
    if isLinks, !(marks >= 2 && facts.linkScalars * 10 < length * 9) {
      links = length
      return
    }
    guard han > 0 else { return }
    if FurnitureLine.isImprint(block.span, facts.words, in: text) { return }
    if marks > 0, han >= 20 || last == "。" {
      self.text = min(han, 400) + 10 * min(marks, 10)
    } else if han >= 40 {
      self.text = han / 2
    }
    shortText = han
  }

  /// How many Han characters a line has, and how many of the marks of sentences.
  private static func count(_ line: UnsafeBufferPointer<FoldUnit>) -> (han: Int, marks: Int) {
    var (han, marks) = (0, 0)
    var offset = 0
    while offset < line.count {
      // Without branches, and with sums as wide as a unit, the compiler looks at many units at once.
      var (hanHere, marksHere): (UInt16, UInt16) = (0, 0)
      let end = min(offset + 0x8000, line.count)
      for index in offset..<end {
        let code = line[index].rawValue
        hanHere &+= code &- 0x4E00 < 0x5200 ? 1 : 0
        let isASCII: UInt16 = (code == 0x2C ? 1 : 0) | (code == 0x3B ? 1 : 0) | (code == 0x21 ? 1 : 0)
        // 、 and 。
        marksHere &+= isASCII | (code == 0x3F ? 1 : 0) | (code &- 0x3001 < 2 ? 1 : 0)
      }
      han += Int(hanHere)
      marks += Int(marksHere)
      offset = end
    }
    return (han, marks)
  }
}
