import HanText

/// Finds the years that an expression without a full year leaves possible, by the days of the week that it names and by
/// a 29th of February.
///
/// The years tried are those that the known digits admit, up to `lastYear`: 20XX gives 2000…2029. Where no digit is
/// known they begin with `firstAbsentYear`. The bounds are constants, so that the same page gives the same record on any day.
enum YearNarrowing {
  /// The end of the decade in which this version was made: no page plans a day of the week beyond it.
  static let lastYear = 2029
  /// The first year that any digits may stand for.
  static let firstYear = 1900
  /// Where a year without any digit begins to be tried: pages that leave it out are younger than the web.
  static let firstAbsentYear = 1990

  /// What was found out.
  struct Outcome {
    /// The years that are left, rising.
    var candidates: [Int]
    /// What removed the others.
    var evidence: [String]
  }

  /// Something that a year must agree with.
  private struct Constraint {
    let month: Int
    let day: Int
    /// Nil where the day must exist only.
    let weekday: Int?
    /// 1 where the point lies in the year after the expression's.
    let yearsLater: Int
    let evidence: String

    func admits(_ year: Int) -> Bool {
      let year = year + yearsLater
      guard day <= CivilCalendar.days(inMonth: month, of: year) else { return false }
      return weekday.map { $0 == CivilCalendar.weekday(year: year, month: month, day: day) } ?? true
    }
  }

  /// The years that all points of an expression admit, or nil where nothing in it narrows them.
  static func narrow(_ points: [CalendarPoint], in text: FoldedText) -> Outcome? {
    guard !points.isEmpty, points.indices.contains(where: { mayNarrow(points[$0]) }) else { return nil }
    let digits = points[0].year ?? .unknown(width: 4)
    let constraints = constraints(of: points, in: text)
    guard !constraints.isEmpty else { return nil }
    // Years are admitted as the digits say; 20XX tries no more than its own century.
    let tried =
      digits.isUnknown
      ? firstAbsentYear...lastYear
      : (digits.value.map { $0...$0 } ?? digits.extent.clamped(to: firstYear...lastYear))
    let candidates = tried.filter { year in
      constraints.allSatisfy { $0.admits(year) } && digits.admits(year)
    }
    return Outcome(candidates: candidates, evidence: constraints.map(\.evidence))
  }

  /// Whether a point says something that not every year agrees with.
  @inline(__always)
  private static func mayNarrow(_ point: CalendarPoint) -> Bool {
    point.weekdays.first != nil || point.month?.value == 2 && point.day?.value == 29
  }

  private static func constraints(of points: [CalendarPoint], in text: FoldedText) -> [Constraint] {
    var constraints: [Constraint] = []
    for (index, point) in points.enumerated() {
      guard let month = point.month?.value, let day = point.day?.value else { continue }
      let isLater = index > 0 && month < (points[0].month?.value ?? month)
      func add(_ weekday: Int?, _ evidence: String) {
        constraints.append(
          Constraint(month: month, day: day, weekday: weekday, yearsLater: isLater ? 1 : 0, evidence: evidence))
      }
      // Two weekdays in the last bracket of a range are those of its ends: 9月17日至23日(星期一至星期日).
      let marks = point.weekdays
      if let left = marks.first, let right = marks.second, points.count == 2, index == 1, points[0].weekdays.isEmpty,
        let firstMonth = points[0].month?.value, let firstDay = points[0].day?.value
      {
        constraints.append(
          Constraint(
            month: firstMonth, day: firstDay, weekday: left.value, yearsLater: 0,
            evidence: "weekday:" + text.string(left.span)))
        add(right.value, "weekday:" + text.string(right.span))
      } else if let mark = marks.first, marks.second == nil {
        add(mark.value, "weekday:" + text.string(mark.span))
      }
      if month == 2, day == 29 { add(nil, "day:02-29") }
    }
    return constraints
  }
}
