import HanText

/// Joins lines that were broken in mid-sentence, so that a block is a paragraph again.
///
/// Two signs tell a broken line: the next one begins with a mark that no line may begin with (，。、), or the page is set to
/// a width, as text from mails, PDFs and old editors is: nearly no line is longer than some width, many are just as long,
/// sentences run over the ends of these and end in shorter ones. Verse, rosters, headlines and addresses are not joined:
/// their lines have many lengths, or end where what they say ends, or end in no sentence at all. Nothing is joined to a
/// line that begins with a marker.
enum HardWrap {
  /// The page with its broken lines joined; the page itself where none is broken.
  static func joined(_ page: BlockText) -> BlockText {
    let width = LineWidth(of: page)
    var broken: [Int] = []
    for index in page.blocks.indices.dropFirst() where isBroken(before: index, in: page, at: width) {
      broken.append(index)
    }
    return broken.isEmpty ? page : page.joining(broken)
  }

  /// Whether the line before a block was broken off and the block goes on with its sentence.
  private static func isBroken(before index: Int, in page: BlockText, at width: LineWidth?) -> Bool {
    let text = page.text
    let next = page.blocks[index].span
    // A block without text may stand at the end of the text.
    let isMarked = text.unit(at: next.lowerBound).map(mayNotBegin) ?? false
    // Nearly every page has no width, and nearly no line such a mark.
    guard isMarked || width != nil, page.blocks[index - 1].isParagraph, page.blocks[index].isParagraph else {
      return false
    }
    if isMarked { return true }
    guard let width, width.isFull(page.blocks[index - 1].span, in: text) else { return false }
    return MarkerReader.shared.read(in: text, at: next.lowerBound, limit: next.upperBound) == nil
      && ItemMark.reading(next, in: text) == nil
  }

  /// Whether a mark is one that the rules of line breaking (GB/T 15834-2011, 5.1) keep from the start of a line.
  private static func mayNotBegin(_ unit: FoldUnit) -> Bool {
    switch unit {
    case ",", "。", "、", ";", ":", "!", "?", ")", "》", "」", "』", "”", "〉", "】": true
    default: false
    }
  }
}

extension BlockText {
  /// This text with some of its blocks, rising, joined to the block before each.
  fileprivate func joining(_ continuing: [Int]) -> BlockText {
    var pieces: [FoldedText.Piece] = []
    var joined: [Block] = []
    var length = 0
    var rest = continuing[...]
    for index in blocks.indices {
      let span = blocks[index].span
      if rest.first == index, let last = joined.indices.last {
        rest.removeFirst()
        if text[span.lowerBound].isAny(.latin), text[blocks[index - 1].span.upperBound - 1].isAny(.latin) {
          pieces.append(.space)
          length += 1
        }
        joined[last].span = joined[last].span.lowerBound..<length + span.count
      } else {
        if !joined.isEmpty {
          pieces.append(.lineEnd)
          length += 1
        }
        joined.append(blocks[index])
        joined[joined.count - 1].move(to: length..<length + span.count)
      }
      pieces.append(.span(span))
      length += span.count
    }
    pieces.append(.lineEnd)
    return BlockText(text: text.gathering(pieces), blocks: joined)
  }
}
