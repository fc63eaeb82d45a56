import HanText

/// What a unit may open, so that the scan stops at few of them.
enum DateAnchor: UInt8, Sendable {
  case none
  /// A digit, a Han numeral or a redaction mark.
  case numeral
  /// 每 逢 歷 逐
  case recurrence
  /// 截
  case until
  /// 即 現 今
  case now
  /// 民 中 公 西 元, and the words that are a year: 今 去 明 本 當 同 次 翌 前 後 上 下 來 大
  case word

  /// What only relative expressions begin with: 昨 大 上 下 這 周 …, and the initials of named days.
  case relative

  /// The anchor of every unit.
  static let table = makeTable(isRelative: false)
  /// The anchors where a reference date is given.
  static let relativeTable = makeTable(isRelative: true)

  private static func makeTable(isRelative: Bool) -> [DateAnchor] {
    var table = [DateAnchor](repeating: .none, count: 0x10000)
    for code in 0..<0x10000 {
      let unit = FoldUnit(rawValue: UInt16(code))
      if unit.isAny([.digit, .hanNumeral]) || DateText.isRedaction(unit) { table[code] = .numeral }
    }
    func set(_ characters: String, _ anchor: DateAnchor) {
      for unit in FoldUnit.fold(characters) { table[Int(unit.rawValue)] = anchor }
    }
    set("每逢历逐", .recurrence)
    set("截", .until)
    set("即现", .now)
    set("民中公西元今去明本当同次翌前后上下来大", .word)
    guard isRelative else { return table }
    for code in 0..<0x10000 where table[code] == .none {
      let unit = FoldUnit(rawValue: UInt16(code))
      if NamedDay.table.canStart(with: unit) || RelativeTerm.words.canStart(with: unit)
        || WeekdayMark.words.canStart(with: unit) || CountedDirection.heads.canStart(with: unit)
      {
        table[code] = .relative
      }
    }
    return table
  }
}

extension DateText {
  /// The offset after the run of numerals and marks at an offset.
  func numeralEnd(at offset: Int) -> Int {
    var end = offset + 1
    while DateAnchor.table[Int(self[end].rawValue)] == .numeral { end += 1 }
    return end
  }

  /// Whether what follows a numeral can make it a date: a cheap look before the readers try.
  func mayBeDate(at offset: Int) -> Bool {
    var end = offset + 1
    while end < offset + Self.longestNumeral + 1, DateAnchor.table[Int(self[end].rawValue)] == .numeral { end += 1 }
    if end - offset == Self.longestNumeral, self[offset].digitValue != nil { return true }
    switch self[skippingSpaces(at: end)] {
    case "年", "月", "日", "号", "-", "~", "至", "到", ".", "/", "·", "学", "→", "起", "直": return true
    default: return false
    }
  }

  /// Whether the unit after 今, 民 or 中 goes on as a word that dates begin with.
  func mayBeYearWord(at offset: Int) -> Bool {
    switch self[offset + 1] {
    case "年", "国", "华", "元", "历", "日", "天", "月": true
    case "前": self[offset] == "大"
    default: false
    }
  }

  /// Whether 農曆 stands before an offset, or between a year and its month.
  func isTraditionalCalendar(before offset: Int) -> Bool {
    match(DateVeto.traditionalCalendar, at: offset - 2) != nil || match(DateVeto.traditionalCalendar, at: offset) != nil
  }

  /// Whether what parts two days of a list stands in a span: 、 和.
  func isListJoint(_ span: Range<Int>) -> Bool {
    guard span.count >= 1, span.count <= 3 else { return false }
    let joint = skippingSpaces(at: span.lowerBound)
    guard joint < span.upperBound, skippingSpaces(at: joint + 1) == span.upperBound else { return false }
    switch self[joint] {
    case "、", ",", "和", "及", "与", "或": return true
    default: return false
    }
  }
}
