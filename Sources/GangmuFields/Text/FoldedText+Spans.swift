import HanText

extension FoldedText {
  /// The span without spaces, punctuation or quotation marks at both ends.
  @inline(__always)
  func trimming(_ span: Range<Int>, _ marks: Trim) -> Range<Int> {
    trimmingEnd(trimmingStart(span, marks), marks)
  }

  /// The span without spaces, punctuation or quotation marks at its start.
  @inline(__always)
  func trimmingStart(_ span: Range<Int>, _ marks: Trim) -> Range<Int> {
    guard !span.isEmpty, self[span.lowerBound] < Trim.firstHan else { return span }
    return trimmingMarksAtStart(span, marks)
  }

  /// The span without spaces, punctuation or quotation marks at its end.
  @inline(__always)
  func trimmingEnd(_ span: Range<Int>, _ marks: Trim) -> Range<Int> {
    guard !span.isEmpty, self[span.upperBound - 1] < Trim.firstHan else { return span }
    return trimmingMarksAtEnd(span, marks)
  }

  private func trimmingMarksAtStart(_ span: Range<Int>, _ marks: Trim) -> Range<Int> {
    trimmingStart(span) { marks.contains($0) }
  }

  private func trimmingMarksAtEnd(_ span: Range<Int>, _ marks: Trim) -> Range<Int> {
    trimmingEnd(span) { marks.contains($0) }
  }

  /// The span without the units of a set at both ends.
  func trimming(_ span: Range<Int>, _ set: UnitSet) -> Range<Int> {
    trimmingEnd(trimmingStart(span, set), set)
  }

  /// The span without the units of a set at its start.
  func trimmingStart(_ span: Range<Int>, _ set: UnitSet) -> Range<Int> {
    trimmingStart(span) { set.contains($0) }
  }

  /// The span without the units of a set at its end.
  func trimmingEnd(_ span: Range<Int>, _ set: UnitSet) -> Range<Int> {
    trimmingEnd(span) { set.contains($0) }
  }

  @inline(__always)
  private func trimmingStart(_ span: Range<Int>, while isTrimmed: (FoldUnit) -> Bool) -> Range<Int> {
    var lower = span.lowerBound
    while lower < span.upperBound, isTrimmed(self[lower]) { lower += 1 }
    return lower..<span.upperBound
  }

  @inline(__always)
  private func trimmingEnd(_ span: Range<Int>, while isTrimmed: (FoldUnit) -> Bool) -> Range<Int> {
    var upper = span.upperBound
    while upper > span.lowerBound, isTrimmed(self[upper - 1]) { upper -= 1 }
    return span.lowerBound..<upper
  }

  /// The first place of a unit in a span, at most `limit` units in.
  func firstIndex(of unit: FoldUnit, in span: Range<Int>, limit: Int = .max) -> Int? {
    let end = limit < span.count ? span.lowerBound + limit : span.upperBound
    return units.withUnsafeBufferPointer { units in
      let end = min(end, units.count)
      var offset = max(span.lowerBound, 0)
      while offset < end {
        if units[offset] == unit { return offset }
        offset += 1
      }
      return nil
    }
  }

  /// The last place of a unit in a span.
  func lastIndex(of unit: FoldUnit, in span: Range<Int>) -> Int? {
    units.withUnsafeBufferPointer { units in
      let start = max(span.lowerBound, 0)
      var offset = min(span.upperBound, units.count)
      while offset > start {
        offset -= 1
        if units[offset] == unit { return offset }
      }
      return nil
    }
  }

  /// The first place in a span where a comma, a colon or an opening bracket may stand, or the span's end. All these stand before
  /// the Han characters, so that one comparison tells for nearly every unit.
  func firstMark(in span: Range<Int>) -> Int {
    units.withUnsafeBufferPointer { units in
      let end = min(span.upperBound, units.count)
      var offset = max(span.lowerBound, 0)
      while offset < end {
        if units[offset] <= Brackets.lastOpening { return offset }
        offset += 1
      }
      return span.upperBound
    }
  }

  /// Where the bracket that opens at `offset` closes, at most `reach` units on and before `limit`; nil where it does not.
  func closing(of offset: Int, limit: Int, reach: Int = 240) -> Int? {
    let open = self[offset]
    guard let close = Brackets.closing(of: open) else { return nil }
    return units.withUnsafeBufferPointer { units in
      let end = min(limit, offset + reach, units.count)
      var depth = 0
      var place = offset
      while place < end {
        let unit = units[place]
        if unit == open {
          depth += 1
        } else if unit == close {
          depth -= 1
          if depth == 0 { return place }
        }
        place += 1
      }
      return nil
    }
  }
}

/// Brackets and quotation marks that open one way and close another.
enum Brackets {
  /// The mark that closes what this one opens, or nil.
  static func closing(of open: FoldUnit) -> FoldUnit? {
    switch open {
    case "(": ")"
    case "[": "]"
    case "〔": "〕"
    case "【": "】"
    case "《": "》"
    case "〈": "〉"
    case "「": "」"
    case "『": "』"
    case "“": "”"
    default: nil
    }
  }

  /// The round, square or heavy bracket that this one closes, or nil.
  static func dutyOpening(of close: FoldUnit) -> FoldUnit? {
    switch close {
    case ")": "("
    case "]": "["
    case "〕": "〔"
    case "】": "【"
    default: nil
    }
  }

  /// Whether the inside of a mark is a matter of its own: commas in it part no clause.
  @inline(__always)
  static func isOpening(_ unit: FoldUnit) -> Bool {
    unit <= lastOpening && closing(of: unit) != nil
  }

  /// The last of the marks that open. It stands before all Han characters, so that one comparison tells for nearly every unit.
  @inline(__always)
  static var lastOpening: FoldUnit { "〔" }

  /// Whether it is a round, square or heavy bracket, in which duties stand.
  @inline(__always)
  static func isDuty(_ unit: FoldUnit) -> Bool {
    switch unit {
    case "(", "[", "〔", "【": true
    default: false
    }
  }

  /// The marks that open something.
  static let openingMarks = "([〔【《〈「『“"
}

/// What is trimmed off nearly everywhere. A comparison of each mark: a set in memory would be looked up at every end.
enum Trim {
  case spaces
  /// Spaces and the marks between words and sentences.
  case punctuation
  /// Those and quotation marks.
  case quotes

  /// No unit from here on is a mark: most spans begin and end with such a one.
  @inline(__always)
  static var firstHan: FoldUnit { "㐀" }

  /// Whether a unit is trimmed off.
  @inline(__always)
  func contains(_ unit: FoldUnit) -> Bool {
    switch unit {
    case " ", "\t", "\n": true
    case ",", ".", "。", ";", ":", "、", "!", "?", "…": self != .spaces
    case "「", "」", "『", "』", "“", "”", "\"", "'", "‘", "’": self == .quotes
    default: false
    }
  }
}
