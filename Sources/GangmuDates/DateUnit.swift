import HanText

/// What a unit is to the scan: what it may open, and whether it may go on what the unit before it opens.
///
/// Most units that may open a date open none, and the unit behind them tells: 一个, 中学, 上课.
struct DateUnit: Sendable {
  private var bits: UInt8 = 0

  /// What it may open.
  @inline(__always)
  var anchor: DateAnchor {
    get { DateAnchor(rawValue: bits & Self.anchors) ?? .none }
    set { bits = bits & ~Self.anchors | newValue.rawValue }
  }

  /// Whether it may open nothing.
  @inline(__always)
  var isNone: Bool { bits & Self.anchors == 0 }

  /// What some of two units may open: nothing where neither may open anything.
  @inline(__always)
  static func | (left: DateUnit, right: DateUnit) -> DateUnit {
    var both = left
    both.bits |= right.bits
    return both
  }

  /// Whether something may be read at this unit, by the unit behind it.
  @inline(__always)
  func mayOpen(before next: DateUnit) -> Bool {
    let needed = bits >> 2 & (Self.numeral | Self.word)
    return needed == 0 || needed & next.bits != 0
  }

  private static let anchors: UInt8 = 15
  /// Where this unit stands behind a numeral of one unit, that may be a date's, or a longer one.
  private static let numeral: UInt8 = 16
  /// A word of a year (民 中 今 去 …) may go on with this unit.
  private static let word: UInt8 = 32
  /// This unit opens something only where one of `numeral` stands behind it; one of `word`.
  private static let needsNumeral = numeral << 2, needsWord = word << 2

  /// Every unit.
  static let table = makeTable(isRelative: false)
  /// Every unit where a reference date is given.
  static let relativeTable = makeTable(isRelative: true)

  private static func makeTable(isRelative: Bool) -> [DateUnit] {
    var table = [DateUnit](repeating: DateUnit(), count: 0x10000)
    for code in 0..<0x10000 {
      let kinds = FoldUnit(rawValue: UInt16(code)).kinds
      if kinds.isDisjoint(with: [.digit, .hanNumeral, .redaction]) { continue }
      table[code].anchor =
        kinds.contains(.digit) ? .digit : kinds.isDisjoint(with: .hanNumeral) ? .redaction : .hanNumeral
      table[code].bits |= numeral
    }
    for unit in DateText.furtherRedactions where table[Int(unit.rawValue)].isNone {
      table[Int(unit.rawValue)].anchor = .redaction
      table[Int(unit.rawValue)].bits |= numeral
    }
    for unit in DateText.afterNumeral { table[Int(unit.rawValue)].bits |= numeral }
    for unit in DateText.afterYearWord { table[Int(unit.rawValue)].bits |= word }
    func set(_ characters: String, _ anchor: DateAnchor) {
      for unit in FoldUnit.fold(characters) { table[Int(unit.rawValue)].anchor = anchor }
    }
    set("每逢历逐隔", .recurrence)
    set("周星礼", .weekday)
    set("截", .until)
    set("即现", .now)
    set("民中公西元今去明本当同次翌前后上下来大", .word)
    set("\n", .line)
    set("年", .year)
    set("届个", .edition)
    set("号", .number)
    guard isRelative else {
      for code in 0..<0x10000 {
        switch table[code].anchor {
        case .digit, .hanNumeral, .redaction: table[code].bits |= needsNumeral
        // 次 may count an edition.
        case .word where FoldUnit(rawValue: UInt16(code)) != "次": table[code].bits |= needsWord
        default: break
        }
      }
      return table
    }
    // A relative expression may begin at any anchor, whatever follows it.
    for code in 0..<0x10000 where table[code].isNone {
      let unit = FoldUnit(rawValue: UInt16(code))
      if NamedDay.table.canStart(with: unit) || RelativeTerm.words.canStart(with: unit)
        || CountedDirection.heads.canStart(with: unit)
      {
        table[code].anchor = .relative
      }
    }
    return table
  }
}
