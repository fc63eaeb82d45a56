import HanText

/// An expression that was read, before its value is checked and its year narrowed.
struct FoundDate {
  var shape: DateShape
  var form: DateExpression.Form
  var span: Range<Int>
  /// The value; a side that is nil is open. Nil for a recurrence.
  var interval: EDTFInterval?
  /// The ends as they are written, with all that they take from each other.
  var points: [CalendarPoint]
  var rrule: String?
  /// The time of day that a recurrence states behind its days.
  var recurringTime: ClockTime?
  /// What settled the value beside its own words: the reference date of a relative expression.
  var evidence: [String] = []

  /// The expression that it makes before its year is narrowed.
  var expression: DateExpression {
    let bounds = interval.map(DateBounds.init)
    return DateExpression(
      span: span, form: form, edtf: edtf(bounds), rrule: rrule, first: bounds?.first, last: bounds?.last,
      time: time?.description, evidence: evidence, rule: shape.id, confidence: shape.confidence)
  }

  /// The value as EDTF writes it: a date where it is a single one, else an interval.
  private func edtf(_ bounds: DateBounds?) -> String? {
    guard let interval else { return nil }
    guard form == .single, let start = interval.start, interval.end == start else { return interval.description }
    return bounds?.isOneDay == true && !start.isApproximate ? bounds?.first : start.description
  }

  /// The time of day that it states; of two ends, the first that states one.
  var time: ClockTime? {
    recurringTime ?? points.lazy.compactMap(\.time).first
  }
}
