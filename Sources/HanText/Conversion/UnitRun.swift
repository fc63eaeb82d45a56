/// A stretch of text on its way through a conversion, with the scalars of the source that each unit came from where the
/// caller wants to know.
struct UnitRun: ~Copyable {
  /// Where a unit came from: a span of scalars of the source.
  struct Origin: BitwiseCopyable, Sendable {
    var start: Int
    var end: Int
  }

  var units: FlatBuffer<UInt32>
  private(set) var origins: FlatBuffer<Origin>
  /// Whether `origins` has an element for each unit.
  let followsOrigins: Bool

  init(capacity: Int, followsOrigins: Bool) {
    units = FlatBuffer(capacity: capacity)
    origins = FlatBuffer(capacity: followsOrigins ? capacity : 1)
    self.followsOrigins = followsOrigins
  }

  @inline(__always)
  mutating func reserve(_ extra: Int) {
    units.reserve(extra)
    if followsOrigins { origins.reserve(extra) }
  }

  mutating func appendOrigin(_ origin: Origin) {
    origins.append(origin)
  }

  mutating func removeFirst(_ number: Int) {
    units.removeFirst(number)
    if followsOrigins { origins.removeFirst(number) }
  }

  /// Puts a span of units in place of those that are there. Their origins are not followed.
  mutating func replaceUnits(by source: borrowing FlatBuffer<UInt32>, _ span: Range<Int>) {
    units.removeAll()
    units.reserve(span.count)
    units.base.update(from: source.base + span.lowerBound, count: span.count)
    units.setCount(span.count)
  }

  /// Appends what a phrase converts to, and room for that.
  @inline(__always)
  mutating func append(
    valueOf entry: Int, in phrases: PhraseIndex, mark: UInt32, for span: Range<Int>, of input: borrowing UnitRun
  ) {
    reserve(PhraseIndex.longestValue)
    let before = units.count
    var mark = mark
    phrases.forEachScalarOfValue(entry) { scalar in
      units.append(scalar | mark)
      mark = 0
    }
    if followsOrigins { appendOrigins(units.count - before, for: span, of: input) }
  }

  mutating func append(_ value: [UInt32], mark: UInt32, for span: Range<Int>, of input: borrowing UnitRun) {
    reserve(value.count)
    for (index, scalar) in value.enumerated() { units.append(index == 0 ? scalar | mark : scalar) }
    if followsOrigins { appendOrigins(value.count, for: span, of: input) }
  }

  /// A phrase that keeps its length came from its source character by character, any other as a whole.
  private mutating func appendOrigins(_ number: Int, for span: Range<Int>, of input: borrowing UnitRun) {
    if number == span.count {
      for index in span { origins.append(input.origins[index]) }
    } else {
      let whole = Origin(start: input.origins[span.lowerBound].start, end: input.origins[span.upperBound - 1].end)
      for _ in 0..<number { origins.append(whole) }
    }
  }
}
