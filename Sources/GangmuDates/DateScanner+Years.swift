import HanText

/// Narrows the years that expressions leave open by what the rest of the document says.
///
/// The steps, and what each is called in `evidence`:
/// - `weekday:星期一`, `day:02-29`: the expression's own words (`YearNarrowing`).
/// - `stated:2016年`: a year that stands before a date without one in the same line, or, where the months go back after
///   it (1995年7月12日 … 2月3日), the next one; 同年 and 次年 go by it too.
/// - `edition:第五屆國家網絡安全宣傳周`: a numbered edition in the same line; for a date without a year also elsewhere in the
///   document, if the document numbers no other one.
/// - `same_day:2003年12月18日`, `same_month:2017年8月`: the same day, stated in full elsewhere; the month right before.
/// - `title:2022年`, `sign_off:2016年9月10日`, `number:〔2016〕`: the document's own year. A date is in that year or, by the
///   months that lie between, in one next to it: a plan signed in December speaks of January.
/// - `past:提出的`: a document tells of nothing as past that lies after its sign-off.
/// - `document:2016年9月19日`: the year that all stated days of the document share.
/// - `document:9月17日(星期一)`: the years that all weekdays of the document leave, if they leave any.
/// - `same_month:9月17日`: 同月 goes by the date before it.
/// - `as_of:2026-11-22`, `fetched:2026-11-22`, `published:2019-09-07`: no page names a day of the week in a year long after it
///   was fetched or published (`YearBound`).
///
/// No step overrules a weekday: where they contradict each other, the weekday's years stay and a warning tells.
extension DateScanner {
  mutating func narrowYears(bound: YearBound?) {
    var isSettled = true
    for index in years.indices {
      if years[index].kind != .settled {
        isSettled = false
      } else if years[index].own?.candidates.isEmpty ?? false {
        warnOfWeekday(dates[index].span)
      }
    }
    if isSettled { return }
    document.finish(text, dates, years)
    let shared = sharedWeekdayYears()
    var walk = Walk()
    for index in dates.indices where years[index].kind != .settled {
      walk.advance(to: dates[index].span, lineStart: document.lineStarts[index], document)
      if years[index].kind == .absent { walk.pass(years[index].month) }
      narrow(index, walk, shared, bound)
    }
  }

  /// What stands before a date in its line.
  private struct Walk {
    private var nextStated = 0
    private var nextEdition = 0
    var stated: DocumentYears.Stated?
    var edition: DocumentYears.Stated?
    /// The last month that was named after a stated one.
    private var month: Int?
    /// Whether the months after it went back: 1995年7月12日 … 2月3日 is most likely the next year's.
    private(set) var hasWrapped = false

    mutating func pass(_ month: Int?) {
      guard let stated, stated.month != nil, let month else { return }
      if let last = self.month, month < last { hasWrapped = true }
      self.month = month
    }

    mutating func advance(to span: Range<Int>, lineStart: Int, _ document: DocumentYears) {
      while nextStated < document.stated.count, document.stated[nextStated].span.lowerBound < span.lowerBound {
        stated = document.stated[nextStated]
        (month, hasWrapped) = (stated?.month, false)
        nextStated += 1
      }
      while nextEdition < document.editions.count, document.editions[nextEdition].span.lowerBound < span.lowerBound {
        edition = document.editions[nextEdition]
        nextEdition += 1
      }
      if let last = stated, last.span.lowerBound < lineStart { stated = nil }
      if let last = edition, last.span.lowerBound < lineStart { edition = nil }
    }
  }

  /// The years that are left by all weekdays in the document together, and the first two expressions that name one.
  private func sharedWeekdayYears() -> (years: [Int], by: [Int])? {
    var shared: [Int]?
    var by: [Int] = []
    for index in years.indices where years[index].kind != .settled {
      guard let own = years[index].own, !own.candidates.isEmpty else { continue }
      shared = shared.map { $0.filter(own.candidates.contains) } ?? own.candidates
      if shared?.isEmpty ?? true { return nil }
      if by.count < 2 { by.append(index) }
    }
    return shared.map { ($0, by) }
  }

  private mutating func narrow(
    _ index: Int, _ walk: Walk, _ shared: (years: [Int], by: [Int])?, _ bound: YearBound?
  ) {
    let state = years[index]
    let span = dates[index].span
    var narrowing = Narrowing(candidates: state.own?.candidates, evidence: state.own?.evidence ?? [])
    if narrowing.candidates?.isEmpty ?? false {
      warnOfWeekday(span)
      return
    }
    var isDirect = true
    switch state.kind {
    case .settled: return
    case .redacted:
      // A redacted year is one of its own: only an edition beside it, or weekdays that agree, speak of it.
      if let edition = walk.edition, state.digits.admits(edition.year) {
        isDirect = narrowing.keep([edition.year], "edition:" + quote(edition))
      } else if narrowing.candidates != nil, let edition = document.onlyEdition {
        narrowing.keep([edition.year], "edition:" + quote(edition))
      }
    case .word(.fromNow(let distance)):
      // The document's own year goes before the day on which it was fetched.
      if let own = documentYear(of: document) {
        narrowing.keep([own.stated.year + distance], own.name + quote(own.stated))
      } else if let reference = text.reference {
        isDirect = narrowing.keep([reference.year + distance], "as_of:" + reference.description)
      }
    case .word(.fromNamed(let distance)):
      if let stated = walk.stated {
        isDirect = narrowing.keep([stated.year + distance], "stated:" + quote(stated))
      }
    case .sameMonth:
      if index > 0, let year = years[index - 1].digits.value ?? dates[index - 1].year {
        narrowing.keep([year], "same_month:" + text.text.string(dates[index - 1].span))
      } else if index > 0, !dates[index - 1].yearCandidates.isEmpty {
        narrowing.keep(dates[index - 1].yearCandidates, "same_month:" + text.text.string(dates[index - 1].span))
      }
    case .absent:
      isDirect = keepYearOfAbsent(index, walk, shared, &narrowing)
    }
    if !isDirect {
      warn("date.year_conflict", span, "the day of the week contradicts the year that is stated beside it")
    }

    if let shared, narrowing.candidates?.count != 1,
      state.kind == .absent || state.kind == .redacted && state.own != nil
    {
      let other = shared.by.first { $0 != index } ?? index
      if other != index, narrowing.candidates != shared.years {
        narrowing.keep(shared.years, "document:" + text.text.string(dates[other].span))
      }
    }
    if let bound, let candidates = narrowing.candidates {
      let possible = candidates.filter { bound.admits(year: $0, month: state.month) }
      if possible.count < candidates.count { narrowing.keep(possible, bound.evidence) }
    }
    dates[index].yearCandidates = narrowing.candidates ?? []
    dates[index].evidence += narrowing.evidence
    if let only = narrowing.candidates?.first, narrowing.candidates?.count == 1 { dates[index].year = only }
  }

  private func quote(_ stated: DocumentYears.Stated) -> String {
    text.text.string(stated.span)
  }

  /// Keeps the year of a date that names none. False where a year in its own line contradicts its weekday.
  private func keepYearOfAbsent(
    _ index: Int, _ walk: Walk, _ shared: (years: [Int], by: [Int])?, _ narrowing: inout Narrowing
  ) -> Bool {
    let state = years[index]
    if let edition = walk.edition { return narrowing.keep([edition.year], "edition:" + quote(edition)) }
    if let stated = walk.stated {
      let possible = walk.hasWrapped ? [stated.year, stated.year + 1] : [stated.year]
      return narrowing.keep(possible, "stated:" + quote(stated))
    }
    if let day = document.day(month: state.month, day: state.day) {
      narrowing.keep([day.year], "same_day:" + quote(day))
    } else if index > 0, let month = state.month, years[index - 1].month == month, !years[index - 1].isDay,
      let year = years[index - 1].digits.value
    {
      narrowing.keep([year], "same_month:" + text.text.string(dates[index - 1].span))
    } else if let edition = document.onlyEdition {
      narrowing.keep([edition.year], "edition:" + quote(edition))
    } else if let title = document.title {
      // 2019年高考報名, signed in October 2018, may speak of either year.
      let signed = document.signOff?.stated
      let possible = [title.year, signed?.year ?? title.year].sorted()
      narrowing.keep(possible[0] == possible[1] ? [title.year] : possible, "title:" + quote(title))
    } else if let signOff = document.signOff {
      // Days of the week tell more than the months that lie between.
      if state.own == nil, let shared, let by = shared.by.first {
        let near = shared.years.filter { abs($0 - signOff.stated.year) <= 1 }
        if near.count == 1 {
          narrowing.keep(shared.years, "document:" + text.text.string(dates[by].span))
          narrowing.keep(near, "sign_off:" + quote(signOff.stated))
          return true
        }
      }
      let around = Self.years(around: signOff.stated.year, month: signOff.month, of: state.month)
      let past = text.pastMarker(after: dates[index].span)
      let possible = past == nil ? around : yearsBefore(signOff.stated.year, signOff.month, of: state.month, in: around)
      narrowing.keep(possible, "sign_off:" + quote(signOff.stated))
      if let past, possible != around, narrowing.candidates == possible {
        narrowing.evidence.append("past:" + text.text.string(past))
      }
    } else if let number = document.number {
      narrowing.keep(Self.years(around: number.year, month: nil, of: state.month), "number:" + quote(number))
    } else if let common = document.common {
      narrowing.keep([common.year], "document:" + quote(common))
    }
    return true
  }

  /// The year in which the document was written.
  private func documentYear(of document: DocumentYears) -> (name: String, stated: DocumentYears.Stated)? {
    if let signOff = document.signOff { return ("sign_off:", signOff.stated) }
    if let number = document.number { return ("number:", number) }
    return document.title.map { ("title:", $0) }
  }

  /// The years of a month in a document of a year. A month that follows the document's is of the same year, or, more than
  /// eight months on, of the one before too; a month that lies more than two before it has passed for a report and is the
  /// next year's for a plan. Of a document whose month is not known, the first and the last three months are near the turn
  /// of the year.
  static func years(around year: Int, month: Int?, of other: Int?) -> [Int] {
    guard let other else { return [year] }
    if let month {
      if other - month > 8 { return [year - 1, year] }
      if month - other > 2 { return [year, year + 1] }
      return [year]
    }
    if other <= 3 { return [year, year + 1] }
    return other >= 10 ? [year - 1, year] : [year]
  }

  /// The years of a month that is told of as past in a document signed in a month of a year: none later. The year before is
  /// sure only where nothing in the document is dated after that sign-off, which then is the last of several.
  private func yearsBefore(_ year: Int, _ month: Int, of other: Int?, in around: [Int]) -> [Int] {
    if let other, other > month, !document.hasStated(after: year, month) { return [year - 1] }
    return around.filter { $0 <= year }
  }

  private mutating func warnOfWeekday(_ span: Range<Int>) {
    warn("date.weekday_conflict", span, "the day of the week fits no year that the date may be in")
  }
}

/// The years that are left and what removed the others.
private struct Narrowing {
  var candidates: [Int]?
  var evidence: [String]

  /// Keeps the years given, if some are left then; false, and nothing done, where none would be.
  @discardableResult
  mutating func keep(_ years: [Int], _ reason: String) -> Bool {
    let left = candidates.map { $0.filter(years.contains) } ?? years
    guard !left.isEmpty else { return false }
    if left != candidates { evidence.append(reason) }
    candidates = left
    return true
  }
}
