import HanText

/// Walks over a text once, stops at each unit that may open a date, and keeps what is read there.
struct DateScanner {
  let text: DateText
  var dates: [DateExpression] = []
  /// What is known of the year of each date, for narrowing.
  var years: [YearState] = []
  var warnings: [TextWarning] = []
  /// The last day that was read, for the list that it may open: 9月9日、12日和15日.
  private var listHead: CalendarPoint?
  /// Where a traditional date that was passed over ends.
  private var passed = 0

  init(_ text: DateText) {
    self.text = text
  }

  mutating func scan() {
    let anchors = text.reference == nil ? DateAnchor.table : DateAnchor.relativeTable
    var offset = 0
    while offset < text.units.count {
      offset = Self.nextAnchor(in: text.units, from: offset, anchors)
      guard offset < text.units.count else { return }
      let anchor = anchors[Int(text.units[offset].rawValue)]
      if let found = read(anchor, at: offset) {
        keep(found)
        offset = max(found.span.upperBound, offset + 1)
      } else {
        offset = max(passed, anchor == .numeral ? text.numeralEnd(at: offset) : offset + 1)
      }
    }
  }

  /// The first unit from an offset on that may open a date, or the end.
  private static func nextAnchor(in units: [FoldUnit], from start: Int, _ anchors: [DateAnchor]) -> Int {
    units.withUnsafeBufferPointer { units in
      anchors.withUnsafeBufferPointer { anchors in
        var offset = start
        while offset < units.count, anchors[Int(units[offset].rawValue)] == .none { offset += 1 }
        return offset
      }
    }
  }

  private mutating func read(_ anchor: DateAnchor, at offset: Int) -> FoundDate? {
    switch anchor {
    case .none: return nil
    case .recurrence: return text.recurrence(at: offset)
    case .until: return text.untilDate(at: offset)
    case .now: return text.fromNow(at: offset) ?? text.relative(at: offset)
    case .relative: return text.relative(at: offset)
    case .word:
      guard text.mayBeYearWord(at: offset) else { return text.relative(at: offset) }
      return text.fromNow(at: offset) ?? text.academicYear(at: offset) ?? dated(at: offset) ?? text.relative(at: offset)
    case .numeral:
      guard text.mayBeDate(at: offset) else { return listed(at: offset) ?? text.relative(at: offset) }
      return text.academicYear(at: offset) ?? dated(at: offset) ?? text.relative(at: offset)
    }
  }

  /// 3 and 6 of 3、6、9月; 12 of 9月9、12、15日.
  private func listed(at offset: Int) -> FoundDate? {
    guard var point = text.listMember(at: offset) else { return nil }
    if point.day != nil {
      guard let head = listHead, head.day != nil, text.isListJoint(head.end..<offset) else { return nil }
      (point.year, point.month) = (head.year, head.month)
    }
    let date = point.dates.first
    return FoundDate(
      shape: .listed, form: .single, span: offset..<point.end, interval: EDTFInterval(start: date, end: date),
      points: [point])
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
    let isResolved = resolveWeek(&point) || resolveDay(&point)
    if point.month != nil, point.day != nil, point.weekdays.isEmpty, let mark = text.weekdayBefore(offset),
      mark.span.lowerBound >= (dates.last?.span.upperBound ?? 0)
    {
      point.weekdays = [mark]
    }
    var found = text.range(from: point) ?? text.rangeToRelative(from: point) ?? text.single(point)
    if let mark = point.weekdays.first, mark.span.lowerBound < offset, let span = found?.span {
      let isBracketed = text[mark.span.lowerBound - 1] == "(" && text[mark.span.upperBound] == ")"
      found?.span = mark.span.lowerBound - (isBracketed ? 1 : 0)..<span.upperBound
    }
    if isResolved, let reference = text.reference { found?.evidence.append("as_of:" + reference.description) }
    guard var single = found else { return nil }
    if isListed, single.shape == .day { single.shape = .listedDay }
    return single
  }

  /// 3月第三周 and 今年3月第三周 in the year of the reference date: the days of a week depend on its year.
  private func resolveWeek(_ point: inout CalendarPoint) -> Bool {
    guard let reference = text.reference, point.year?.isUnknown ?? true else { return false }
    switch point.portion {
    case .week, .weekdayOrdinal: break
    default: return false
    }
    var year = reference.year
    if point.year != nil {
      guard case .fromNow(let distance) = point.yearWord else { return false }
      year += distance
    }
    point.year = DigitPattern(year, width: 4)
    return true
  }

  /// 9日上午 in the month of the reference date.
  private func resolveDay(_ point: inout CalendarPoint) -> Bool {
    guard let reference = text.reference, point.isDayAlone, point.year == nil else { return false }
    point.year = DigitPattern(reference.year, width: 4)
    point.month = DigitPattern(reference.month, width: 2)
    point.isMonthGiven = true
    return true
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
      if let year = interval.end?.year.value ?? interval.start?.year.value, year > Self.lastNearYear {
        warn("date.far_year", found.span, "the year lies further ahead than any plan")
      }
    }
    if found.interval?.end != nil { listHead = found.points.last }
    listHead?.end = found.span.upperBound
    let bounds = found.interval.map(DateBounds.init)
    dates.append(
      DateExpression(
        span: found.span, form: found.form, edtf: found.edtf, rrule: found.rrule, first: bounds?.first,
        last: bounds?.last, time: found.time, evidence: found.evidence, rule: found.shape.id,
        confidence: found.shape.confidence))
    years.append(YearState(of: found, in: text))
  }

  /// Plans reach to the middle of the century (2035, 2049, 2060); what lies beyond it is more often a slip.
  private static let lastNearYear = 2099

  mutating func warn(_ code: String, _ span: Range<Int>, _ message: String) {
    warnings.append(TextWarning(code: code, span: span, message: message))
  }
}
