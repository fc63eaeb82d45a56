import HanText

extension DateText {
  /// 2016—2017學年, 2016-17學年度第一學期, 2016學年, 民國112學年度: from the year that it begins in to the next.
  func academicYear(at offset: Int) -> FoundDate? {
    var start = offset
    var isRepublic = false
    if anchor(at: offset) == .word, let era = match(YearReading.eras, at: offset) {
      start = era.end
      isRepublic = true
    }
    guard let first = number(at: start), first.notation != .han, mayFollowAcademicYear(first.end),
      let (firstYear, _) = yearDigits(first, isRepublic: isRepublic)
    else { return nil }
    var second: DigitPattern?
    var end = first.end
    if let next = academicJoint(at: end), let last = number(at: next), last.notation != .han {
      second = lastYear(last, after: firstYear)
      guard second != nil else { return nil }
      end = last.end
    }
    end = skippingSpaces(at: end)
    if self[end] == "年", self[end + 1] == "学" { end += 1 }
    if self[end] == "学", self[end + 1] == "年" {
      end += self[end + 2] == "度" ? 3 : 2
    } else if second != nil, self[end] == "年", self[end + 1] == "度", match(Self.terms, at: end + 2) != nil {
      // 2018-2019年度第一學期
      end += 2
    } else {
      return nil
    }
    let following = firstYear.value.map { DigitPattern($0 + 1, width: 4) } ?? firstYear
    if let term = match(Self.terms, at: skippingSpaces(at: end)) { end = term.end }
    var left = CalendarPoint(start: offset)
    left.year = firstYear
    left.end = end
    let interval = EDTFInterval(start: EDTFDate(year: firstYear), end: EDTFDate(year: second ?? following))
    return FoundDate(shape: .academicYear, form: .range, span: offset..<end, interval: interval, points: [left])
  }

  /// A cheap look at what follows the first year.
  private func mayFollowAcademicYear(_ offset: Int) -> Bool {
    let next = skippingSpaces(at: offset)
    switch self[next] {
    case "学", "/", "-", "~", "至", "到", "→": return true
    // 2016年9月
    case "年": return self[next + 1].digitValue == nil
    default: return false
    }
  }

  private func academicJoint(at offset: Int) -> Int? {
    var offset = offset
    if self[offset] == "年" { offset += 1 }
    return self[offset] == "/" ? offset + 1 : rangeJoint(at: offset)
  }

  /// 2017 or 17 after 2016.
  private func lastYear(_ number: CalendarNumber, after first: DigitPattern) -> DigitPattern? {
    if number.knownCount == 2, number.markCount == 0, let year = first.value {
      return number.value == (year + 1) % 100 ? DigitPattern(year + 1, width: 4) : nil
    }
    return yearDigits(number).flatMap { $1 == .full ? $0 : nil }
  }

  private static let terms = PhraseTable<Bool>(
    ["第一", "第二", "第1", "第2", "上", "下", "一", "二", "春季", "秋季", "春", "秋"].map { $0 + "学期" }
      + ["上期", "下期"])
}
