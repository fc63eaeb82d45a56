import GangmuOutline
import HanText

/// A sentence of running text in clauses. What stands in brackets and quotation marks belongs to its clause unread.
struct Sentence: Sendable {
  /// The sentence without its end mark.
  var span: Range<Int>
  /// Its clauses: what commas and colons part.
  var clauses: [Range<Int>]
  /// Whether it goes on from a semicolon.
  var isContinued: Bool

  init(span: Range<Int>, isContinued: Bool, in text: FoldedText) {
    self.span = span
    self.isContinued = isContinued
    clauses = []
    var start = span.lowerBound
    var offset = start
    while offset < span.upperBound {
      if Brackets.opening.contains(text[offset]), let close = text.closing(of: offset, limit: span.upperBound) {
        offset = close
      } else if text[offset] == "," || text[offset] == ":" && !isTimeOfDay(offset, in: text) {
        clauses.append(start..<offset)
        start = offset + 1
      }
      offset += 1
    }
    clauses.append(start..<span.upperBound)
  }

  private func isTimeOfDay(_ colon: Int, in text: FoldedText) -> Bool {
    text.unit(at: colon - 1)?.digitValue != nil && text.unit(at: colon + 1)?.digitValue != nil
  }
}

/// Cuts a document's running text into the sentences and brackets in which a duty may stand.
struct SentenceReader: Sendable {
  let verbs: DutyVerbs
  /// The longest sentence; what is longer is read in parts.
  private static let maximumLength = 900

  /// Sentences that hold a verb of duty, and the insides of all brackets.
  func pieces(of context: DocumentContext) -> (sentences: [Sentence], brackets: [Range<Int>]) {
    let text = context.text
    var sentences: [Sentence] = []
    var brackets: [Range<Int>] = []
    var markers = context.document.sections.lazy.map(\.marker).makeIterator()
    var nextMarker = markers.next()
    for block in context.blocks where block.span != context.document.title {
      if case .tableRow = block.kind { continue }
      while let marker = nextMarker, marker.lowerBound < block.span.lowerBound { nextMarker = markers.next() }
      var labels = context.labels(in: block.span)
      var start = block.span.lowerBound
      var offset = start
      var hasDuty = false
      var isContinued = false
      func close(at end: Int, continued: Bool) {
        if hasDuty, start < end { sentences.append(Sentence(span: start..<end, isContinued: isContinued, in: text)) }
        hasDuty = false
        isContinued = continued
      }
      while offset < block.span.upperBound {
        if let marker = nextMarker, marker.lowerBound <= offset {
          nextMarker = markers.next()
          guard marker.lowerBound == offset else { continue }
          close(at: offset, continued: false)
          offset = marker.upperBound
          start = offset
          continue
        }
        if let label = labels.first, context.labels[label].label.lowerBound == offset {
          labels = labels.dropFirst()
          if context.labels[label].role != nil {
            close(at: offset, continued: false)
            offset = max(offset + 1, context.labels[label].value.upperBound)
            start = offset
            continue
          }
        }
        let unit = text[offset]
        if Brackets.opening.contains(unit), let end = text.closing(of: offset, limit: block.span.upperBound) {
          if Brackets.duty.contains(unit), end - offset > 4 { brackets.append(offset + 1..<end) }
          if !Brackets.duty.contains(unit) || context.labels(in: offset..<end).isEmpty {
            // A bracket between two sentences belongs to neither.
            if Brackets.duty.contains(unit), start == offset { start = end + 1 }
            offset = end + 1
            continue
          }
        } else if isEnd(unit) || offset - start >= Self.maximumLength {
          close(at: offset, continued: unit == ";")
          start = offset + 1
        } else if !hasDuty, verbs.canStart(with: unit) {
          hasDuty = verbs.match(at: offset, lower: start, limit: block.span.upperBound, in: text) != nil
        }
        offset += 1
      }
      close(at: block.span.upperBound, continued: false)
    }
    return (sentences, brackets)
  }

  @inline(__always)
  private func isEnd(_ unit: FoldUnit) -> Bool {
    unit == "。" || unit == ";" || unit == "!" || unit == "?"
  }

  /// Whether a verb of duty stands in a span.
  func hasDuty(in span: Range<Int>, of text: FoldedText) -> Bool {
    span.contains {
      verbs.canStart(with: text[$0])
        && verbs.match(at: $0, lower: span.lowerBound, limit: span.upperBound, in: text) != nil
    }
  }

  /// The sentences that state a deadline.
  func sentencesWithDeadline(of context: DocumentContext) -> [Sentence] {
    var sentences: [Sentence] = []
    let text = context.text
    for date in context.dates
    where date.form == .deadline || date.form == .recurring && text[date.span.upperBound - 1] == "前" {
      guard let block = context.block(at: date.span.lowerBound),
        (sentences.last?.span.upperBound ?? 0) <= date.span.lowerBound
      else { continue }
      let line = context.blocks[block].span
      var lower = date.span.lowerBound
      while lower > line.lowerBound, date.span.lowerBound - lower < 200, !isEnd(text[lower - 1]),
        context.markers[lower] == nil
      {
        lower -= 1
      }
      if let marker = context.markers[lower] { lower = min(marker, date.span.lowerBound) }
      var upper = date.span.upperBound
      while upper < line.upperBound, upper - date.span.upperBound < 300, !isEnd(text[upper]) {
        if Brackets.opening.contains(text[upper]), let close = text.closing(of: upper, limit: line.upperBound) {
          upper = close
        }
        upper += 1
      }
      sentences.append(Sentence(span: lower..<upper, isContinued: false, in: text))
    }
    return sentences
  }
}
