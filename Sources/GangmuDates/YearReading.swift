import HanText

/// The year of an expression: 2016年, 20__年, 二〇一六年, 民國105年, 16年, 今年.
struct YearReading {
  /// Its digits in the common era; none known where it says 今年.
  let digits: DigitPattern
  /// How it is written.
  let notation: Notation
  /// The word that it is, where it is one: 今年.
  var word: YearWord?
  /// The offset after it and its 年.
  let end: Int

  enum Notation {
    /// All four digits, or those that a redaction left.
    case full
    /// 16年, which counts only with a month.
    case twoDigit
    /// 民國113年, or 113年 in a page that counts so.
    case republic
    /// 今年, which counts only with a month.
    case deictic
  }
}

extension YearReading {
  /// What stands before a year that counts from 1912.
  static let eras = PhraseTable<Bool>(["民国", "中华民国"])
}

extension DateText {
  /// The year at an offset, with its 年; `number` is the numeral there, where it was read already.
  func year(at offset: Int, _ number: CalendarNumber? = nil) -> YearReading? {
    if let number { return countedYear(at: offset, number, isRepublic: false) }
    if let word = match(YearWords.table, at: offset) {
      switch word.payload {
      case .deictic(let year):
        return YearReading(digits: .unknown(width: 4), notation: .deictic, word: year, end: word.end)
      case .glossed:
        return glossedYear(at: word.end)
      case .commonEra:
        return countedYear(at: skippingSpaces(at: word.end), nil, isRepublic: false)
      case .republic:
        return countedYear(at: skippingSpaces(at: word.end), nil, isRepublic: true)
      }
    }
    return countedYear(at: offset, nil, isRepublic: false)
  }

  /// 本(113)年, as official letters of Taiwan write, behind its bracket.
  private func glossedYear(at offset: Int) -> YearReading? {
    guard let number = number(at: offset), number.notation == .arabic, self[number.end] == ")",
      self[number.end + 1] == "年", self[number.end + 2] != "度", number.knownCount >= 3,
      let (digits, notation) = yearDigits(number)
    else { return nil }
    return YearReading(digits: digits, notation: notation, end: number.end + 2)
  }

  private func countedYear(at offset: Int, _ number: CalendarNumber?, isRepublic: Bool) -> YearReading? {
    if isRepublic, self[offset] == "元", self[offset + 1] == "年" {
      return YearReading(digits: DigitPattern(1912, width: 4), notation: .republic, end: offset + 2)
    }
    if !isRepublic, let year = unusualYear(at: offset) {
      return YearReading(digits: year.digits, notation: .full, end: year.end + 1)
    }
    guard let number = number ?? self.number(at: offset) else { return nil }
    let sign = skippingSpaces(at: number.end)
    guard self[sign] == "年", let (digits, notation) = yearDigits(number, isRepublic: isRepublic) else { return nil }
    return YearReading(digits: digits, notation: notation, end: sign + 1)
  }

  /// The digits of a numeral as a year.
  func yearDigits(_ number: CalendarNumber, isRepublic: Bool = false) -> (DigitPattern, YearReading.Notation)? {
    if number.markCount > 0 {
      if isRepublic { return number.knownCount == 0 ? (.unknown(width: 4), .full) : nil }
      switch number.knownCount {
      case 0 where number.markCount <= 6: return (.unknown(width: 4), .full)
      // 20_, 20__ and 20____ are all a redacted 20XX: the marks were not counted by whoever wrote them.
      case 2 where number.value == 19 || number.value == 20, 3 where number.value / 10 == 19 || number.value / 10 == 20:
        return (DigitPattern(leading: number.value, count: number.knownCount, width: 4), .full)
      default: return nil
      }
    }
    if isRepublic {
      guard number.value >= 1, number.value < 200 else { return nil }
      return (DigitPattern(number.value + RepublicEra.offset, width: 4), .republic)
    }
    // 九十五年四月: only the Republic's years are said by value; those of the common era are read digit by digit.
    if number.notation == .han {
      return (20..<200).contains(number.value)
        ? (DigitPattern(number.value + RepublicEra.offset, width: 4), .republic) : nil
    }
    switch number.knownCount {
    case 4: return (DigitPattern(number.value, width: 4), .full)
    case 3 where RepublicEra.bareYears.contains(number.value):
      return (DigitPattern(number.value + RepublicEra.offset, width: 4), .republic)
    case 2 where countsFromRepublic && number.notation == .arabic:
      return (DigitPattern(number.value + RepublicEra.offset, width: 4), .republic)
    case 2:
      let century = number.value <= YearNarrowing.lastYear % 100 ? 2000 : 1900
      return (DigitPattern(century + number.value, width: 4), .twoDigit)
    default: return nil
    }
  }
}

/// A word that names a year by its distance from another one.
enum YearWord: Sendable, Hashable {
  /// 今年, 去年: from the year in which the page was written.
  case fromNow(Int)
  /// 同年, 次年: from the year that was named last.
  case fromNamed(Int)
}

/// Words that open or are a year.
private enum YearWords {
  case deictic(YearWord)
  case commonEra
  case republic
  case glossed

  static let table = PhraseTable<YearWords>([
    ("今年", .deictic(.fromNow(0))), ("本年", .deictic(.fromNow(0))), ("去年", .deictic(.fromNow(-1))),
    ("上年", .deictic(.fromNow(-1))), ("前年", .deictic(.fromNow(-2))), ("大前年", .deictic(.fromNow(-3))),
    ("明年", .deictic(.fromNow(1))), ("下年", .deictic(.fromNow(1))), ("来年", .deictic(.fromNow(1))),
    ("后年", .deictic(.fromNow(2))), ("当年", .deictic(.fromNamed(0))), ("同年", .deictic(.fromNamed(0))),
    ("次年", .deictic(.fromNamed(1))), ("翌年", .deictic(.fromNamed(1))), ("次年度", .deictic(.fromNamed(1))),
    ("翌年度", .deictic(.fromNamed(1))), ("同年度", .deictic(.fromNamed(0))), ("当年度", .deictic(.fromNamed(0))),
    ("本年度", .deictic(.fromNow(0))), ("上年度", .deictic(.fromNow(-1))), ("下年度", .deictic(.fromNow(1))),
    ("公元", .commonEra), ("西元", .commonEra), ("公历", .commonEra),
    ("民国", .republic), ("中华民国", .republic), ("本(", .glossed), ("今(", .glossed), ("明(", .glossed), ("去(", .glossed),
  ])
}
