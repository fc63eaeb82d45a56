import HanText

/// What an expression says about its year, and what its own words leave possible.
struct YearState {
  /// How the year is given.
  enum Kind: Hashable {
    /// In full, or not at all what narrowing is about (a recurrence, a relative expression).
    case settled
    /// With digits taken out: 20__年.
    case redacted
    /// Not at all: 9月17日.
    case absent
    /// By a word: 今年, 次年.
    case word(YearWord)
    /// By 同月: the month before it.
    case sameMonth
  }

  let kind: Kind
  /// The year's known digits.
  let digits: DigitPattern
  /// The month of the first day, where it is known.
  let month: Int?
  /// The first day, where it is known.
  let day: Int?
  /// Whether it is a stated day or span of days, so that other dates of the document can go by its year.
  let isDay: Bool
  /// What its own words narrow: weekdays, a 29th of February; nil where nothing does.
  let own: YearNarrowing.Outcome?
}

extension DateText {
  /// What a date says about its year.
  func yearState(of found: FoundDate) -> YearState {
    let point = found.points.first
    let digits = point?.year ?? .unknown(width: 4)
    var kind = YearState.Kind.settled
    var own: YearNarrowing.Outcome?
    if found.form != .recurring, found.shape != .relative, let point {
      own = YearNarrowing.narrow(found.points, in: text)
      if digits.value != nil {
        kind = .settled
      } else if let word = point.yearWord {
        kind = .word(word)
      } else if point.year != nil, !digits.isUnknown || year(at: point.start) != nil {
        kind = .redacted
      } else {
        kind = point.isDayAlone && isSameMonth(before: point.start) ? .sameMonth : .absent
      }
    }
    return YearState(
      kind: kind, digits: digits, month: point?.month?.value, day: point?.day?.value,
      isDay: (found.form == .single || found.form == .range) && point?.day != nil, own: own)
  }

  /// Whether 同月 or 當月 stands before a day.
  private func isSameMonth(before offset: Int) -> Bool {
    self[offset - 1] == "月" && (self[offset - 2] == "同" || self[offset - 2] == "当" || self[offset - 2] == "该")
  }
}
