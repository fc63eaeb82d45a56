import HanText

/// What a unit may open or say, so that the scan stops at few of them.
enum DateAnchor: Sendable {
  case none
  /// 0 to 9
  case digit
  /// A Han numeral, ○ too.
  case hanNumeral
  /// A mark for a digit that was taken out.
  case redaction
  /// 每 逢 歷 逐 隔
  case recurrence
  /// 周 星 禮: a day of the week
  case weekday
  /// 截
  case until
  /// 即 現 今
  case now
  /// 民 中 公 西 元, and the words that are a year: 今 去 明 本 當 同 次 翌 前 後 上 下 來 大
  case word
  /// The end of a line.
  case line
  /// 年, which states the year of what follows it (2016年, …), or opens 年底前
  case year
  /// 屆 個: a numbered edition
  case edition
  /// 號: the document's own number
  case number
  /// What only relative expressions begin with: 昨 大 上 下 這 …, and the initials of named days.
  case relative
}

/// What the units after a numeral let it become: a cheap look before the readers try.
enum NumeralOutlook {
  case nothing
  /// 3 of 3、6、9月
  case listed
  case date
}

extension DateText {
  /// The offset after the run of numerals at an offset: digits with the marks that stand for more of them, or Han numerals.
  func numeralEnd(at offset: Int) -> Int {
    var end = offset
    if anchor(at: offset) == .hanNumeral, self[offset] != "○" || isHanZero(at: offset) {
      while anchor(at: end) == .hanNumeral { end += 1 }
    } else {
      while self[end].digitValue != nil { end += 1 }
      while anchor(at: end) == .redaction || self[end] == "○" { end += 1 }
    }
    return max(end, offset + 1)
  }

  /// What `outlook` looks for right behind a numeral, and the o of 2o18年; further numerals are not among them.
  static let afterNumeral: [FoldUnit] = [
    " ", "年", "月", "日", "号", "学", "至", "到", ".", "/", "·", "-", "~", "→", "起", "直", "一", "ー", "、", "○", "o",
  ]

  /// What a numeral may become by what follows it.
  func outlook(ofNumeral numeral: Range<Int>) -> NumeralOutlook {
    // 20160920
    if numeral.count == Self.longestNumeral, self[numeral.lowerBound].digitValue != nil { return .date }
    guard numeral.count <= Self.longestNumeral else { return .nothing }
    let next = skippingSpaces(at: numeral.upperBound)
    switch self[next] {
    case "年", "月", "日", "号", "学", "至", "到": return .date
    case ".", "/", "·":
      let part = self[next + 1] == " " ? next + 2 : next + 1
      return mayBeNumeral(part) ? .date : .nothing
    case "-", "~", "→":
      var end = next + 1
      while end < next + 4, !mayBeNumeral(end) { end += 1 }
      // 20--年 is a redacted year.
      return mayBeNumeral(end) || isWordOfYear(next + 1) || unusualYear(at: numeral.lowerBound) != nil
        ? .date : .nothing
    case "起", "直": return self[next + 1] == "至" || self[next + 1] == "到" ? .date : .nothing
    // 17一23日: a dash that was taken for a 一.
    case "一", "ー": return self[next + 1].digitValue != nil ? .date : .nothing
    case "、": return .listed
    default: return unusualYear(at: numeral.lowerBound) == nil ? .nothing : .date
    }
  }

  private func mayBeNumeral(_ offset: Int) -> Bool {
    switch anchor(at: offset) {
    case .digit, .hanNumeral, .redaction: true
    default: false
    }
  }

  /// 9月至次年6月, 9月—明年6月
  private func isWordOfYear(_ offset: Int) -> Bool {
    anchor(at: offset) == .word
  }

  /// What `mayBeYearWord` looks for.
  static let afterYearWord: [FoldUnit] = ["年", "国", "华", "元", "历", "日", "天", "月", "(", "前"]

  /// Whether the unit after 今, 民 or 中 goes on as a word that dates begin with.
  func mayBeYearWord(at offset: Int) -> Bool {
    switch self[offset + 1] {
    case "年", "国", "华", "元", "历", "日", "天", "月": true
    case "(": self[offset + 2].digitValue != nil
    case "前": self[offset] == "大"
    default: false
    }
  }

  /// Whether 農曆 stands before an offset, or between a year and its month.
  func isTraditionalCalendar(before offset: Int) -> Bool {
    isTraditionalCalendar(at: offset - 2) || isTraditionalCalendar(at: offset)
  }

  private func isTraditionalCalendar(at offset: Int) -> Bool {
    self[offset + 1] == "历" && match(DateVeto.traditionalCalendar, at: offset) != nil
  }

  static let longestListJoint = 3

  /// Whether what parts two days of a list stands in a span: 、 和.
  func isListJoint(_ span: Range<Int>) -> Bool {
    guard span.count >= 1, span.count <= Self.longestListJoint else { return false }
    let joint = skippingSpaces(at: span.lowerBound)
    guard joint < span.upperBound, skippingSpaces(at: joint + 1) == span.upperBound else { return false }
    switch self[joint] {
    case "、", ",", "和", "及", "与", "或": return true
    default: return false
    }
  }
}
