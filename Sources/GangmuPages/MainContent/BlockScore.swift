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
    var marks = 0
    var han = 0
    text.units.withUnsafeBufferPointer { units in
      for unit in units[block.span] {
        if unit.rawValue >= 0x4E00, unit.rawValue <= 0x9FFF {
          han += 1
        } else if unit == "," || unit == "。" || unit == "、" || unit == ";" || unit == "!" || unit == "?" {
          marks += 1
        }
      }
    }
    let isSentence = text[block.span.upperBound - 1].isAny([.sentenceEnd, .close, .quote]) && marks >= 2
    if facts.linkScalars * 2 > length, !(isSentence && facts.linkScalars * 10 < length * 9) {
      links = length
      return
    }
    guard han > 0, !FurnitureLine.isImprint(block.span, in: text) else { return }
    if marks > 0, han >= 20 || text[block.span.upperBound - 1] == "。" {
      self.text = min(han, 400) + 10 * min(marks, 10)
    } else if han >= 40 {
      self.text = han / 2
    }
    shortText = han
  }
}
