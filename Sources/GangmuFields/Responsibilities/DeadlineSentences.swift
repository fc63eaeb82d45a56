import GangmuOutline
import HanText

/// The sentences of a document that state a deadline, one after the other.
struct DeadlineSentences {
  /// The sentence that was found last.
  private(set) var sentence = Sentence()
  /// The date that is looked at next.
  private var date = 0

  /// Goes on to the next one. False where none is left.
  mutating func goOn(in context: DocumentContext) -> Bool {
    while date < context.dates.count {
      let index = date
      date += 1
      let span = context.dates[index].span
      let form = context.dates[index].form
      guard form == .deadline || form == .recurring && context.text[span.upperBound - 1] == "前",
        sentence.span.upperBound <= span.lowerBound, let block = context.block(at: span.lowerBound)
      else { continue }
      sentence.read(Self.sentence(around: span, in: context.blocks[block].span, of: context), in: context.text)
      return true
    }
    return false
  }

  /// The sentence of a line in which a date stands, from behind the marker or the end of a sentence before it.
  private static func sentence(around date: Range<Int>, in line: Range<Int>, of context: DocumentContext) -> Range<Int>
  {
    let text = context.text
    let marker = context.markers.last(upTo: date.lowerBound)
    let floor = max(line.lowerBound, date.lowerBound - 200, marker?.lowerBound ?? 0)
    var lower = date.lowerBound
    while lower > floor, !Sentence.isEnd(text[lower - 1]) { lower -= 1 }
    if let marker, marker.lowerBound == lower { lower = min(marker.upperBound, date.lowerBound) }
    var upper = date.upperBound
    while upper < line.upperBound, upper - date.upperBound < 300, !Sentence.isEnd(text[upper]) {
      if Brackets.isOpening(text[upper]), let close = text.closing(of: upper, limit: line.upperBound) {
        upper = close
      }
      upper += 1
    }
    return lower..<upper
  }
}
