import HanText

/// What each unit is to the scan: what it may open, and whether it may go on what the unit before it opens.
///
/// Most units that may open a date open none, and the unit behind them tells: 一个, 中学, 上课.
struct DateUnits: Sendable {
  private var anchors: [DateAnchor]
  /// Where something may be read, by the unit that may open it and the one behind that.
  private(set) var pairs = UnitPairs(left: 0, right: Self.any)

  /// What stands behind a numeral of one unit that may be a date's, or of a longer one.
  private static let numeral: UInt8 = 1
  /// What a word of a year (民 中 今 去 …) may go on with.
  private static let word: UInt8 = 2
  /// What every unit is.
  private static let any: UInt8 = 4

  /// Every unit.
  static let plain = DateUnits(isRelative: false)
  /// Every unit where a reference date is given.
  static let relative = DateUnits(isRelative: true)

  /// What a unit may open.
  @inline(__always)
  func anchor(of unit: FoldUnit) -> DateAnchor { anchors[Int(unit.rawValue)] }

  /// Whether something may be read at a unit, whatever stands behind it.
  func opensAlone(_ unit: FoldUnit) -> Bool { pairs.left(unit) & Self.any != 0 }

  private init(isRelative: Bool) {
    anchors = [DateAnchor](repeating: .none, count: 0x10000)
    for code in 0..<0x10000 {
      let unit = FoldUnit(rawValue: UInt16(code))
      let kinds = unit.kinds
      if kinds.isDisjoint(with: [.digit, .hanNumeral, .redaction]) { continue }
      anchors[code] = kinds.contains(.digit) ? .digit : kinds.isDisjoint(with: .hanNumeral) ? .redaction : .hanNumeral
      pairs.add(unit, right: Self.numeral)
    }
    for unit in DateText.furtherRedactions where anchor(of: unit) == .none {
      anchors[Int(unit.rawValue)] = .redaction
      pairs.add(unit, right: Self.numeral)
    }
    for unit in DateText.afterNumeral { pairs.add(unit, right: Self.numeral) }
    for unit in DateText.afterYearWord { pairs.add(unit, right: Self.word) }
    set("每逢历逐隔", .recurrence)
    set("周星礼", .weekday)
    set("截", .until)
    set("即现", .now)
    set("民中公西元今去明本当同次翌前后上下来大", .word)
    set("\n", .line)
    set("年", .year)
    set("届个", .edition)
    set("号", .number)
    if isRelative { setRelative() }
    for code in 0..<0x10000 where anchors[code] != .none {
      let unit = FoldUnit(rawValue: UInt16(code))
      switch anchors[code] {
      case .digit, .hanNumeral, .redaction: pairs.add(unit, left: isRelative ? Self.any : Self.numeral)
      // 次 may count an edition.
      case .word where unit != "次": pairs.add(unit, left: isRelative ? Self.any : Self.word)
      default: pairs.add(unit, left: Self.any)
      }
    }
  }

  private mutating func set(_ characters: String, _ anchor: DateAnchor) {
    for unit in FoldUnit.fold(characters) { anchors[Int(unit.rawValue)] = anchor }
  }

  /// A relative expression may begin at any anchor, whatever follows it, and with words of its own.
  private mutating func setRelative() {
    for code in 0..<0x10000 where anchors[code] == .none {
      let unit = FoldUnit(rawValue: UInt16(code))
      if NamedDay.table.canStart(with: unit) || RelativeTerm.words.canStart(with: unit)
        || CountedDirection.heads.canStart(with: unit)
      {
        anchors[code] = .relative
      }
    }
  }
}
