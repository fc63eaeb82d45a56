extension FoldedText {
  /// Whether these units stand at an offset and end at or before `limit`.
  public func matches(_ units: [FoldUnit], at offset: Int, limit: Int) -> Bool {
    guard offset >= 0, offset + units.count <= limit else { return false }
    for index in units.indices where self[offset + index] != units[index] { return false }
    return true
  }

  /// Whether these units stand right before an offset, none of them before `start`.
  public func matches(_ units: [FoldUnit], endingAt end: Int, start: Int) -> Bool {
    end - units.count >= start && matches(units, at: end - units.count, limit: end)
  }

  /// The first offset from `offset` on that holds no space, at most `limit`.
  public func skippingSpaces(from offset: Int, to limit: Int) -> Int {
    var offset = offset
    while offset < limit, self[offset] == " " { offset += 1 }
    return offset
  }

  /// The last offset back from `limit` behind which only spaces stand, at least `offset`.
  public func trimmingSpaces(from offset: Int, to limit: Int) -> Int {
    var limit = limit
    while limit > offset, self[limit - 1] == " " { limit -= 1 }
    return limit
  }

  /// A span without the spaces and line ends around it, or nil where nothing is left.
  public func trimmed(_ span: Range<Int>) -> Range<Int>? {
    var (lower, upper) = (span.lowerBound, span.upperBound)
    while lower < upper, self[lower].isAny([.space, .lineEnd]) { lower += 1 }
    while upper > lower, self[upper - 1].isAny([.space, .lineEnd]) { upper -= 1 }
    return lower < upper ? lower..<upper : nil
  }

  /// The columns that a span takes on a screen of fixed width, where Han characters and full-width forms take two.
  ///
  /// Told by the number of bytes: a scalar of three bytes takes two columns, one of one byte takes one.
  public func columns(_ span: Range<Int>) -> Int {
    span.count + (utf8Range(span).count - span.count) / 2
  }
}
