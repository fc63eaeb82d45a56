import GangmuOutline
import HanText

/// A sentence of running text in clauses. What stands in brackets and quotation marks belongs to its clause unread.
struct Sentence: Sendable {
  /// The sentence without its end mark.
  private(set) var span = 0..<0
  /// Its clauses: what commas and colons part.
  private(set) var clauses: [Range<Int>] = []

  init() {}

  init(span: Range<Int>, in text: FoldedText) {
    read(span, in: text)
  }

  /// Reads another sentence in place of this one, whose memory it takes over.
  mutating func read(_ span: Range<Int>, in text: FoldedText) {
    self.span = span
    clauses.removeAll(keepingCapacity: true)
    var start = span.lowerBound
    var offset = start
    while offset < span.upperBound {
      if Brackets.isOpening(text[offset]), let close = text.closing(of: offset, limit: span.upperBound) {
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

/// Where a sentence stands that is to be read.
struct SentencePiece: Sendable {
  /// The sentence without its end mark.
  var span: Range<Int>
  /// Whether it goes on from a semicolon.
  var isContinued: Bool
}

/// Cuts a document's running text into the sentences and brackets in which a duty may stand.
struct SentenceReader: Sendable {
  let verbs: DutyVerbs
  /// The longest sentence; what is longer is read in parts.
  private static let maximumLength = 900

  /// Sentences that hold a verb of duty, and the insides of all brackets.
  func pieces(of context: DocumentContext) -> (sentences: [SentencePiece], brackets: [Range<Int>]) {
    var pieces = Pieces()
    var boundaries = Boundaries()
    for index in context.blocks.indices {
      let block = context.blocks[index].span
      if block == context.document.title { continue }
      if case .tableRow = context.blocks[index].kind { continue }
      append(block, in: context, &boundaries, to: &pieces)
    }
    return (pieces.sentences, pieces.brackets)
  }

  private struct Pieces {
    var sentences: [SentencePiece] = []
    var brackets: [Range<Int>] = []
    /// How many signals were passed.
    var cursor = 0
    /// Where the sentence that is being read begins.
    var start = 0
    var hasDuty = false
    var isContinued = false

    /// Ends the sentence; the next one begins at `start`.
    mutating func close(at end: Int, next: Int, continued: Bool) {
      if hasDuty, start < end { sentences.append(SentencePiece(span: start..<end, isContinued: isContinued)) }
      hasDuty = false
      isContinued = continued
      start = next
    }
  }

  /// Cuts one line. Between the signals nothing happens; markers and labels with actors part sentences too.
  private func append(
    _ block: Range<Int>, in context: DocumentContext, _ boundaries: inout Boundaries, to pieces: inout Pieces
  ) {
    let text = context.text
    boundaries.begin(block, in: context)
    pieces.start = block.lowerBound
    pieces.isContinued = false
    var next = block.lowerBound

    let signals = context.signals.sentences
    var cursor = pieces.cursor
    while cursor < signals.count, signals[cursor] < block.lowerBound { cursor += 1 }
    defer { pieces.cursor = cursor }
    while cursor < signals.count, case let signal = Int(signals[cursor]), signal < block.upperBound {
      cursor += 1
      while boundaries.nearest <= signal {
        cutLong(&pieces, from: next, to: boundaries.nearest, in: text)
        next = boundaries.pass(from: next, &pieces, in: context)
      }
      guard signal >= next else { continue }
      if signal - pieces.start >= Self.maximumLength {
        cutLong(&pieces, from: next, to: signal, in: text)
        cut(&pieces, before: signal)
      }
      let unit = text[signal]
      if isEnd(unit) {
        pieces.close(at: signal, next: signal + 1, continued: unit == ";")
      } else if Brackets.isOpening(unit) {
        guard let end = text.closing(of: signal, limit: block.upperBound) else { continue }
        let isDuty = Brackets.isDuty(unit)
        if isDuty, end - signal > 2 { pieces.brackets.append(signal + 1..<end) }
        if isDuty, !context.labels(in: signal..<end).isEmpty { continue }
        // A bracket between two sentences belongs to neither.
        if isDuty, pieces.start == signal { pieces.start = end + 1 }
        next = end + 1
      } else if !pieces.hasDuty {
        pieces.hasDuty = verbs.match(at: signal, lower: pieces.start, limit: block.upperBound, in: text) != nil
      }
    }
    while boundaries.nearest < block.upperBound {
      cutLong(&pieces, from: next, to: boundaries.nearest, in: text)
      next = boundaries.pass(from: next, &pieces, in: context)
    }
    cutLong(&pieces, from: next, to: block.upperBound, in: text)
    pieces.close(at: block.upperBound, next: block.upperBound, continued: false)
  }

  /// Cuts what is too long before a place off the sentence that is being read.
  private func cut(_ pieces: inout Pieces, before place: Int) {
    while place - pieces.start >= Self.maximumLength {
      let cut = pieces.start + Self.maximumLength
      pieces.close(at: cut, next: cut, continued: false)
    }
  }

  /// Cuts a sentence that goes on too long at the units before `limit` that may begin a verb of duty, as far as they were read.
  private func cutLong(_ pieces: inout Pieces, from next: Int, to limit: Int, in text: FoldedText) {
    while limit - pieces.start > Self.maximumLength {
      let rest = min(limit, max(next, pieces.start + Self.maximumLength))..<limit
      guard let start = rest.first(where: { verbs.canStart(with: text[$0]) }) else { return }
      cut(&pieces, before: start)
    }
  }

  /// The markers of sections and the labels with actors of a line, which part sentences.
  private struct Boundaries {
    /// Where the nearest begins; beyond all text where none is left.
    private(set) var nearest = Int.max
    /// The section whose marker comes next.
    private var section = 0
    /// The label that comes next.
    private var label = 0
    /// Where the line ends. Labels of the lines after it are not looked at yet.
    private var lineEnd = 0

    /// Goes on to another line.
    mutating func begin(_ block: Range<Int>, in context: DocumentContext) {
      lineEnd = block.upperBound
      find(from: block.lowerBound, in: context)
    }

    /// Whether the next label stands in the line.
    private func hasLabel(in context: DocumentContext) -> Bool {
      label < context.labels.count && context.labels[label].label.lowerBound < lineEnd
    }

    /// Ends the sentence at the nearest one, unless what was read reaches over it. Gives where reading goes on.
    mutating func pass(from next: Int, _ pieces: inout Pieces, in context: DocumentContext) -> Int {
      let place = nearest
      guard place >= next else {
        find(from: next, in: context)
        return next
      }
      let end: Int
      if section < context.document.sections.count, context.document.sections[section].marker.lowerBound == place {
        end = context.document.sections[section].marker.upperBound
        section += 1
      } else {
        end = hasLabel(in: context) ? max(place + 1, context.labels[label].value.upperBound) : place + 1
      }
      pieces.close(at: place, next: end, continued: false)
      find(from: end, in: context)
      return end
    }

    private mutating func find(from next: Int, in context: DocumentContext) {
      let count = context.document.sections.count
      while section < count, context.document.sections[section].marker.lowerBound < next { section += 1 }
      nearest = section < count ? context.document.sections[section].marker.lowerBound : Int.max
      while hasLabel(in: context) {
        let start = context.labels[label].label.lowerBound
        if start >= next, context.labels[label].role != nil {
          nearest = min(nearest, start)
          return
        }
        label += 1
      }
    }
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
        if Brackets.isOpening(text[upper]), let close = text.closing(of: upper, limit: line.upperBound) {
          upper = close
        }
        upper += 1
      }
      sentences.append(Sentence(span: lower..<upper, in: text))
    }
    return sentences
  }
}
