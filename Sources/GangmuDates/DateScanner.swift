import HanText

/// Walks over a text once, stops at each unit that may open a date, and keeps what is read there.
struct DateScanner {
  private let text: DateText
  private(set) var dates: [DateExpression] = []
  private(set) var warnings: [TextWarning] = []
  /// The last day that was read, for the list that it may open: 9月9日、12日和15日.
  private var listHead: CalendarPoint?
  /// Where a traditional date that was passed over ends.
  private var passed = 0

  init(_ text: DateText) {
    self.text = text
  }

  mutating func scan() {
    let anchors = DateAnchor.table
    var offset = 0
    while offset < text.units.count {
      let anchor = anchors[Int(text.units[offset].rawValue)]
      if anchor == .none {
        offset += 1
      } else if let found = read(anchor, at: offset) {
        keep(found)
        offset = max(found.span.upperBound, offset + 1)
      } else {
        offset = max(passed, anchor == .numeral ? text.numeralEnd(at: offset) : offset + 1)
      }
    }
  }

  private mutating func read(_ anchor: DateAnchor, at offset: Int) -> FoundDate? {
    switch anchor {
    case .none: return nil
    case .recurrence: return text.recurrence(at: offset)
    case .until: return text.untilDate(at: offset)
    case .now: return text.fromNow(at: offset)
    case .word:
      guard text.mayBeYearWord(at: offset) else { return nil }
      return text.fromNow(at: offset) ?? text.academicYear(at: offset) ?? dated(at: offset)
    case .numeral:
      guard text.mayBeDate(at: offset) else { return nil }
      return text.academicYear(at: offset) ?? dated(at: offset)
    }
  }

  private mutating func dated(at offset: Int) -> FoundDate? {
    guard var point = text.point(at: offset) ?? text.bareLeft(at: offset) else { return nil }
    if text.isTraditionalCalendar(before: offset) || text.isTraditionalCalendar(before: point.end) {
      passed = point.end
      return nil
    }
    var isListed = false
    if point.isDayAlone, let head = listHead, text.isListJoint(head.end..<offset) {
      point.year = head.year
      point.month = head.month
      isListed = true
    }
    if let range = text.range(from: point) { return range }
    guard var single = text.single(point) else { return nil }
    if isListed, single.shape == .day { single.shape = .listedDay }
    return single
  }

  private mutating func keep(_ found: FoundDate) {
    listHead = nil
    if let interval = found.interval {
      guard interval.start?.isPossible ?? true, interval.end?.isPossible ?? true else {
        warn("date.impossible", found.span, "no calendar has this date")
        return
      }
      if interval.isBackward {
        warn("date.backward", found.span, "the range ends before it starts")
        for point in found.points {
          if let single = text.single(point) { keep(single) }
        }
        return
      }
    }
    if found.interval?.end != nil { listHead = found.points.last }
    listHead?.end = found.span.upperBound
    dates.append(expression(found))
  }

  private mutating func expression(_ found: FoundDate) -> DateExpression {
    var expression = DateExpression(
      span: found.span, form: found.form, edtf: found.edtf, rrule: found.rrule, time: found.time,
      rule: found.shape.id, confidence: found.shape.confidence)
    guard found.form != .recurring, let narrowed = YearNarrowing.narrow(found.points, in: text.text) else {
      return expression
    }
    if narrowed.candidates.isEmpty {
      warn("date.weekday_conflict", found.span, "the day of the week fits no year that the date may be in")
    } else if found.points.first?.year?.value == nil {
      expression.yearCandidates = narrowed.candidates
      expression.evidence = narrowed.evidence
      if narrowed.candidates.count == 1 { expression.year = narrowed.candidates.first }
    }
    return expression
  }

  private mutating func warn(_ code: String, _ span: Range<Int>, _ message: String) {
    warnings.append(TextWarning(code: code, span: span, message: message))
  }
}
