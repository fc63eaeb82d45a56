/// What kinds of character a fold unit may stand for. A unit can be of several kinds.
public struct UnitClass: OptionSet, Sendable {
  /// One bit for each kind.
  public let rawValue: UInt16

  /// Makes a set from its bits.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// 0 to 9.
  public static let digit = UnitClass(rawValue: 1 << 0)
  /// A Han numeral that stands for one digit: 〇 零 ○ 一 … 九 两, and the forms for accounts 壹 … 玖.
  public static let hanDigit = UnitClass(rawValue: 1 << 1)
  /// A Han numeral that multiplies: 十 百 千 万, 拾 佰 仟, and 廿 卅.
  public static let hanMultiplier = UnitClass(rawValue: 1 << 2)
  /// A Han character.
  public static let han = UnitClass(rawValue: 1 << 3)
  /// A letter of the Latin alphabet.
  public static let latin = UnitClass(rawValue: 1 << 4)
  /// A space of any width, not a line end.
  public static let space = UnitClass(rawValue: 1 << 5)
  /// The end of a line.
  public static let lineEnd = UnitClass(rawValue: 1 << 6)
  /// A mark that ends a sentence: 。 ! ? …
  public static let sentenceEnd = UnitClass(rawValue: 1 << 7)
  /// A mark that parts clauses or list members: , 、 ; :
  public static let clauseEnd = UnitClass(rawValue: 1 << 8)
  /// An opening bracket or title mark: ( [ 〔 【 《 〈 {
  public static let open = UnitClass(rawValue: 1 << 9)
  /// A closing bracket or title mark.
  public static let close = UnitClass(rawValue: 1 << 10)
  /// A quotation mark of any kind.
  public static let quote = UnitClass(rawValue: 1 << 11)
  /// A mark that content farms write over a redacted value: _ x × * □ ○
  public static let redaction = UnitClass(rawValue: 1 << 12)
  /// A mark that stands before an item without numbering it: ★ · ● ◆ - * and the like.
  public static let bullet = UnitClass(rawValue: 1 << 13)

  /// A Han numeral of any kind.
  public static let hanNumeral: UnitClass = [.hanDigit, .hanMultiplier]
  /// Anything that separates words or clauses.
  public static let boundary: UnitClass = [.space, .lineEnd, .sentenceEnd, .clauseEnd, .open, .close, .quote]

  static let table: [UnitClass] = {
    var table = [UnitClass](repeating: [], count: 0x10000)
    func mark(_ characters: String, _ kind: UnitClass) {
      for unit in FoldUnit.fold(characters) { table[Int(unit.rawValue)].formUnion(kind) }
    }
    for code in Array(0x3400...0x9FFF) + Array(0xF900...0xFAFF) + [0x3005, 0x3007, 0xFFFF] { table[code] = .han }
    for code in 0x61...0x7A { table[code] = .latin }
    mark("0123456789", .digit)
    mark("〇零○一二三四五六七八九两壹贰叁肆伍陆柒捌玖", .hanDigit)
    mark("十百千万亿拾佰仟廿卅", .hanMultiplier)
    mark(" ", .space)
    mark("\n", .lineEnd)
    mark("。!?…", .sentenceEnd)
    mark(",、;:", .clauseEnd)
    mark("([〔【《〈{「『", .open)
    mark(")]〕】》〉}」』", .close)
    mark("「」『』“”‘’\"'", .quote)
    mark("_x×*□○", .redaction)
    mark("★☆·•●◆◇■□▲△▶►○◎※*-+>»→✓✔", .bullet)
    return table
  }()
}

extension FoldUnit {
  /// The kinds that this unit belongs to.
  public var kinds: UnitClass { UnitClass.table[Int(rawValue)] }

  /// Whether this unit is of any of the kinds given.
  public func isAny(_ kinds: UnitClass) -> Bool { !self.kinds.isDisjoint(with: kinds) }

  /// The value of a decimal digit, or nil.
  @inlinable public var digitValue: Int? {
    rawValue >= 0x30 && rawValue <= 0x39 ? Int(rawValue) - 0x30 : nil
  }
}
