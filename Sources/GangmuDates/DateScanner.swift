import HanText

/// Walks over a text once, stops at each unit that may open a date or say something about a year, and keeps what is read.
struct DateScanner {
  let text: DateText
  var dates: [DateExpression] = []
  /// What is known of the year of each date, for narrowing.
  var years: [YearState] = []
  var warnings: [TextWarning] = []
  /// What the text says about years beside its dates.
  var document = DocumentYears()
  /// The last day that was read, for the list that it may open: 9月9日、12日和15日.
  private var listHead: CalendarPoint?
  private let series: YearlySeriesTable

  init(_ text: DateText, series: YearlySeriesTable) {
    self.text = text
    self.series = series
  }

  mutating func scan() {
    var offset = 0
    while true {
      offset = Self.nextStop(in: text, from: offset, &document)
      guard offset < text.units.count else { return }
      offset = read(text.anchor(at: offset), at: offset)
    }
  }

  /// The first unit from an offset on at which something may be read, or the end. Line ends are taken in on the way.
  private static func nextStop(in text: DateText, from start: Int, _ document: inout DocumentYears) -> Int {
    let count = text.units.count
    var offset = start
    while let stop = text.kinds.pairs.first(in: text.text, from: offset, to: count) {
      guard text.units[stop] == "\n" else { return stop }
      document.readLineEnd(at: stop)
      offset = stop + 1
    }
    // The last unit has none behind it.
    return offset < count && text.kinds.opensAlone(text.units[count - 1]) ? count - 1 : count
  }

  /// Reads what stands at an anchor; the offset to go on from.
  private mutating func read(_ anchor: DateAnchor, at offset: Int) -> Int {
    switch anchor {
    case .none, .line: break
    case .digit, .hanNumeral, .redaction: return readNumeral(at: offset)
    case .edition: readEdition(at: offset)
    case .number:
      if let own = text.ownNumber(endingAt: offset, lineStart: document.lineStart) { document.read(number: own) }
    case .year:
      if let year = text.yearAlone(endingAt: offset) { document.read(year) }
      if let found = text.endOfThisYear(at: offset) { return keep(found) }
    case .recurrence: if let found = text.recurrence(at: offset) { return keep(found) }
    case .weekday: if let found = text.weekdaysOfAnyWeek(at: offset) { return keep(found) }
    case .until: if let found = text.untilDate(at: offset) { return keep(found) }
    case .now: if let found = text.fromNow(at: offset) { return keep(found) }
    case .word:
      guard text.mayBeYearWord(at: offset) else {
        if text[offset] == "次" { readEdition(at: offset) }
        break
      }
      if let found = text.fromNow(at: offset) { return keep(found) }
      if let found = text.academicYear(at: offset) { return keep(found) }
      if let end = readDate(at: offset) { return end }
    case .relative: break
    }
    if text.reference != nil, let found = relative(at: offset) { return keep(found) }
    return offset + 1
  }

  /// What a reference date makes of 明天; nil for 次日 and 當天 behind a date, which go by that.
  private func relative(at offset: Int) -> FoundDate? {
    guard dates.isEmpty || !text.isSaidOfDate(at: offset) else { return nil }
    return text.relative(at: offset)
  }

  private mutating func readEdition(at offset: Int) {
    guard text.mayCountEdition(before: offset) else { return }
    if let edition = text.edition(at: offset, of: series) { document.read(edition: edition) }
  }

  private mutating func readNumeral(at offset: Int) -> Int {
    let end = text.numeralEnd(at: offset)
    switch text.outlook(ofNumeral: offset..<end) {
    case .nothing: break
    case .listed: if let found = listed(at: offset) { return keep(found) }
    case .date:
      if let found = text.academicYear(at: offset) { return keep(found) }
      if let end = readDate(at: offset) { return end }
    }
    if text.reference != nil, let found = relative(at: offset) { return keep(found) }
    return end
  }

  /// Whether the list of the last day or month that was read goes on right behind it.
  private func isListOpen(before offset: Int) -> Bool {
    guard let end = listHead?.end, offset - end <= DateText.longestListJoint else { return false }
    return text.isListJoint(end..<offset)
  }

  /// 3 and 6 of 3、6、9月; 12 of 9月9、12、15日.
  private func listed(at offset: Int) -> FoundDate? {
    let isContinued = isListOpen(before: offset)
    // An item of a list of lines is none of a list of dates.
    if !isContinued, text[offset - 1] == "\n" { return nil }
    guard var member = text.listMember(at: offset, isContinued: isContinued) else { return nil }
    let head = isContinued ? listHead : nil
    if member.point.day != nil {
      guard let head, head.day != nil else { return nil }
      member.point.year = head.year
      member.point.month = head.month
    } else if let head, head.isMonthOfList {
      member.point.year = head.year
    }
    let dates = member.point.dates
    return FoundDate(
      shape: .listed, form: member.isDeadline ? .deadline : dates.first == dates.last ? .single : .range,
      span: offset..<member.point.end,
      interval: EDTFInterval(start: member.isDeadline ? nil : dates.first, end: dates.last), points: [member.point])
  }

  /// The offset after the date at an offset, which is kept, or after one of the traditional calendar, which is passed over.
  private mutating func readDate(at offset: Int) -> Int? {
    let head = isListOpen(before: offset) ? listHead : nil
    guard var point = text.point(at: offset) ?? text.bareLeft(at: offset, isListed: head?.day != nil) else {
      return nil
    }
    if text.isTraditionalCalendar(before: offset) || text.isTraditionalCalendar(before: point.end) { return point.end }
    var isListed = false
    if point.isDayAlone, let head {
      point.year = head.year
      point.month = head.month
      isListed = true
    } else if point.month != nil, point.day == nil, point.year == nil, let head, head.isMonthOfList {
      point.year = head.year
    }
    let isResolved = resolveWeek(&point) || resolveDay(&point)
    if point.month != nil, point.day != nil, point.weekdays.isEmpty, let mark = text.weekdayBefore(offset),
      mark.span.lowerBound >= (dates.last?.span.upperBound ?? 0)
    {
      point.weekdays = [mark]
    }
    guard var found = text.range(from: point) ?? text.rangeToRelative(from: point) ?? text.single(point) else {
      return nil
    }
    if let mark = point.weekdays.first, mark.span.lowerBound < offset {
      let isBracketed = text[mark.span.lowerBound - 1] == "(" && text[mark.span.upperBound] == ")"
      found.span = mark.span.lowerBound - (isBracketed ? 1 : 0)..<found.span.upperBound
    }
    if isResolved, let reference = text.reference { found.evidence.append("as_of:" + reference.description) }
    if isListed, found.shape == .day { found.shape = .listedDay }
    return keep(found)
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

  /// Keeps a date, or warns of one that is none; the offset after it.
  @discardableResult
  private mutating func keep(_ found: FoundDate) -> Int {
    listHead = nil
    if let interval = found.interval {
      guard interval.start?.isPossible ?? true, interval.end?.isPossible ?? true else {
        warn("date.impossible", found.span, "no calendar has this date")
        return found.span.upperBound
      }
      if interval.isBackward {
        warn("date.backward", found.span, "the range ends before it starts")
        for point in found.points {
          if let single = text.single(point) { keep(single) }
        }
        return found.span.upperBound
      }
      if let year = interval.end?.year.value ?? interval.start?.year.value, year > Self.lastNearYear {
        warn("date.far_year", found.span, "the year lies further ahead than any plan")
      }
    }
    if found.interval?.end != nil { listHead = found.points.last }
    listHead?.end = found.span.upperBound
    if dates.isEmpty {
      dates.reserveCapacity(Self.usualCount)
      years.reserveCapacity(Self.usualCount)
    }
    let state = text.yearState(of: found)
    document.read(found, state)
    years.append(state)
    dates.append(found.expression)
    return found.span.upperBound
  }

  /// Plans reach to the middle of the century (2035, 2049, 2060); what lies beyond it is more often a slip.
  private static let lastNearYear = 2099
  /// As many dates as most documents have at most.
  private static let usualCount = 8

  mutating func warn(_ code: String, _ span: Range<Int>, _ message: String) {
    warnings.append(TextWarning(code: code, span: span, message: message))
  }
}
