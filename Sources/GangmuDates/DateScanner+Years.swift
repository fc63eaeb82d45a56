import HanText

/// Narrows the years that expressions leave open by what the rest of the document says.
///
/// The steps, and what each is called in `evidence`:
/// - `weekday:星期一`, `day:02-29`: the expression's own words (`YearNarrowing`).
/// - `stated:2016年`: a year that stands before a date without one in the same line; 同年 and 次年 go by it too.
/// - `edition:第五屆國家網絡安全宣傳周`: a numbered edition in the same line; for a date without a year also elsewhere in the
///   document, if the document numbers no other one.
/// - `title:2022年`, `sign_off:2016年9月10日`, `number:〔2016〕`: the document's own year. A date is in that year, or, where more
///   than eight months would lie between, in the one next to it: a plan signed in December speaks of January.
/// - `document:2016年9月19日`: the year that all stated days of the document share.
/// - `document:9月17日(星期一)`: the years that all weekdays of the document leave, if they leave any.
/// - `same_month:9月17日`: 同月 goes by the date before it.
/// - `as_of:2026-11-22`: no page speaks of a day of the week in a year after the one in which it was fetched.
///
/// No step overrules a weekday: where they contradict each other, the weekday's years stay and a warning tells.
extension DateScanner {
  mutating func narrowYears(series: YearlySeriesTable, latest: CivilDay?) {
    for (index, state) in years.enumerated() where state.kind == .settled {
      if state.own?.candidates.isEmpty ?? false { warnOfWeekday(dates[index].span) }
    }
    guard years.contains(where: { $0.kind != .settled }) else { return }
    let document = DocumentYears(text: text, dates: dates, years: years, series: series)
    let shared = sharedWeekdayYears()
    var walk = Walk()
    for index in dates.indices where years[index].kind != .settled {
      walk.advance(to: dates[index].span, lineStart: document.lineStarts[index], document)
      narrow(index, document, walk, shared, latest)
    }
  }

  /// What stands before a date in its line.
  private struct Walk {
    private var nextStated = 0
    private var nextEdition = 0
    var stated: DocumentYears.Stated?
    var edition: DocumentYears.Stated?

    mutating func advance(to span: Range<Int>, lineStart: Int, _ document: DocumentYears) {
      while nextStated < document.stated.count, document.stated[nextStated].span.lowerBound < span.lowerBound {
        stated = document.stated[nextStated]
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
    for (index, state) in years.enumerated() where state.kind != .settled {
      guard let own = state.own, !own.candidates.isEmpty else { continue }
      shared = shared.map { $0.filter(own.candidates.contains) } ?? own.candidates
      if shared?.isEmpty ?? true { return nil }
      if by.count < 2 { by.append(index) }
    }
    return shared.map { ($0, by) }
  }

  private mutating func narrow(
    _ index: Int, _ document: DocumentYears, _ walk: Walk, _ shared: (years: [Int], by: [Int])?, _ latest: CivilDay?
  ) {
    let state = years[index]
    let span = dates[index].span
    var narrowing = Narrowing(candidates: state.own?.candidates, evidence: state.own?.evidence ?? [])
    if narrowing.candidates?.isEmpty ?? false {
      warnOfWeekday(span)
      return
    }
    func quote(_ stated: DocumentYears.Stated) -> String { text.text.string(stated.span) }

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
      if let reference = text.reference {
        isDirect = narrowing.keep([reference.year + distance], "as_of:" + reference.description)
      } else if let own = documentYear(of: document) {
        narrowing.keep([own.stated.year + distance], own.name + quote(own.stated))
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
      isDirect = keepYearOfAbsent(state, document, walk, quote, &narrowing)
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
    if let latest, narrowing.candidates?.contains(where: { $0 > latest.year }) ?? false {
      narrowing.keep(narrowing.candidates?.filter { $0 <= latest.year } ?? [], "as_of:" + latest.description)
    }
    dates[index].yearCandidates = narrowing.candidates ?? []
    dates[index].evidence += narrowing.evidence
    if let only = narrowing.candidates?.first, narrowing.candidates?.count == 1 { dates[index].year = only }
  }

  /// Keeps the year of a date that names none. False where a year in its own line contradicts its weekday.
  private func keepYearOfAbsent(
    _ state: YearState, _ document: DocumentYears, _ walk: Walk, _ quote: (DocumentYears.Stated) -> String,
    _ narrowing: inout Narrowing
  ) -> Bool {
    if let edition = walk.edition { return narrowing.keep([edition.year], "edition:" + quote(edition)) }
    if let stated = walk.stated {
      return narrowing.keep([stated.year], "stated:" + quote(stated))
    }
    if let edition = document.onlyEdition {
      narrowing.keep([edition.year], "edition:" + quote(edition))
    } else if let title = document.title {
      narrowing.keep([title.year], "title:" + quote(title))
    } else if let signOff = document.signOff {
      narrowing.keep(
        Self.years(around: signOff.stated.year, month: signOff.month, of: state.month),
        "sign_off:" + quote(signOff.stated))
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

  /// The years of a month in a document of a year: that one, and the one next to it where more than eight months would lie
  /// between. Of a document whose month is not known, the first and the last three months are near the turn of the year.
  static func years(around year: Int, month: Int?, of other: Int?) -> [Int] {
    guard let other else { return [year] }
    if let month {
      if other - month > 8 { return [year - 1, year] }
      if month - other > 8 { return [year, year + 1] }
      return [year]
    }
    if other <= 3 { return [year, year + 1] }
    return other >= 10 ? [year - 1, year] : [year]
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
