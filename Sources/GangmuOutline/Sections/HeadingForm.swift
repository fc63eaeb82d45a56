import HanText

/// How a section's own line begins: with heading words on a line of their own, with a run-in heading, or with running text.
enum HeadingForm: Sendable, Hashable {
  /// The line is the heading: 一、活動主題.
  case line(Range<Int>)
  /// The heading is followed by text on the same line: 1、高度重視,加強組織領導。舉辦…; 一、活動主題:….
  case runIn(Range<Int>)
  /// The line is running text of more than one sentence, whose first is no heading.
  case running
  /// The whole item is one short sentence, 落實經費。, which is a heading where its siblings have headings.
  case sentence(Range<Int>)
  /// There is nothing to tell: one long sentence, or nothing.
  case none

  /// Judges a line.
  ///
  /// - Parameters:
  ///   - line: The section's own line behind the marker, up to the first inline member.
  ///   - isRunning: Whether the section can have no heading: it stands inside a paragraph, or is an article of a law.
  ///   - hasMore: Whether the section has text of its own below the line.
  init(of line: Range<Int>, in text: FoldedText, isRunning: Bool, hasMore: Bool) {
    let end = text.trimmingSpaces(from: line.lowerBound, to: line.upperBound)
    guard !isRunning, line.lowerBound < end else {
      self = .none
      return
    }
    let reach = min(end, line.lowerBound + Self.longestRunIn + 1)
    let stop = text.firstStop(in: line.lowerBound..<reach)
    if let stop, text[stop] == ":", stop + 1 < end {
      // Heading and value on one line: 活動時間:9月…. A colon far into the line introduces a list or a speech instead.
      let label = line.lowerBound..<stop
      self = label.count <= Self.longestLabel && !text.hasClauses(label) ? .runIn(label) : .running
    } else if let stop, !text[stop].isAny(.sentenceEnd) || stop + 1 < end {
      let sentence = line.lowerBound..<stop
      if stop + 1 >= end {
        self = .line(sentence)
      } else {
        self = text.isNarrative(sentence) ? .running : .runIn(sentence)
      }
    } else if stop != nil, end - line.lowerBound <= Self.longestLineHeading, end - line.lowerBound > 1,
      !text.hasClauses(line.lowerBound..<end - 1)
    {
      // 舉辦網路安全宣傳講座。 with the text on the next line, or with none.
      let words = line.lowerBound..<end - 1
      self = hasMore ? .line(words) : .sentence(words)
    } else if stop == nil, end - line.lowerBound <= Self.longestLineHeading,
      !text[end - 1].isAny([.sentenceEnd, .clauseEnd])
    {
      self = .line(line.lowerBound..<end)
    } else {
      self = end - line.lowerBound > reach - line.lowerBound ? .running : .none
    }
  }

  /// A heading of its own line is no longer; what is longer says something.
  private static let longestLineHeading = 40
  /// The first sentence of an item is its heading only where it is short.
  private static let longestRunIn = 30
  /// A label before a colon on the same line.
  private static let longestLabel = 15
}

extension FoldedText {
  /// The first end of a sentence, or colon that follows words, outside of brackets: 8:30 and (責任單位:…) have none.
  fileprivate func firstStop(in span: Range<Int>) -> Int? {
    var (offset, depth) = (span.lowerBound, 0)
    while true {
      offset = endOfIdeographs(from: offset, to: span.upperBound)
      guard offset < span.upperBound else { return nil }
      let kinds = self[offset].kinds
      if kinds.contains(.open) {
        depth += 1
      } else if kinds.contains(.close) {
        depth = max(depth - 1, 0)
      } else if depth == 0 {
        if kinds.contains(.sentenceEnd) { return offset }
        if self[offset] == ":", offset > span.lowerBound, self[offset - 1].digitValue == nil { return offset }
      }
      offset += 1
    }
  }

  /// Whether a comma or semicolon parts the span.
  fileprivate func hasClauses(_ span: Range<Int>) -> Bool {
    span.contains { self[$0] == "," || self[$0] == ";" }
  }

  /// Whether a first sentence tells what was done (安裝了, 已建成) or has too many clauses to be a heading.
  fileprivate func isNarrative(_ span: Range<Int>) -> Bool {
    span.contains { self[$0] == "了" || self[$0] == "已" } || span.count { self[$0] == "," } > 2
  }
}
