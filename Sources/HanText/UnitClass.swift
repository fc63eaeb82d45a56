import CHanTables

/// What kinds of character a fold unit may stand for. A unit can be of several kinds.
///
/// Which characters are of which kind stands in `UnitClasses.c` of CHanTables.
@frozen
public struct UnitClass: OptionSet, Sendable {
  /// One bit for each kind.
  public let rawValue: UInt16

  /// Makes a set from its bits.
  @inlinable
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// 0 to 9.
  @inlinable public static var digit: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_DIGIT)) }
  /// A Han numeral that stands for one digit: 〇 零 ○ 一 … 九 两, and the forms for accounts 壹 … 玖.
  @inlinable public static var hanDigit: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_HAN_DIGIT)) }
  /// A Han numeral that multiplies: 十 百 千 万, 拾 佰 仟, and 廿 卅.
  @inlinable public static var hanMultiplier: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_HAN_MULTIPLIER)) }
  /// A Han character.
  @inlinable public static var han: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_HAN)) }
  /// A letter of the Latin alphabet.
  @inlinable public static var latin: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_LATIN)) }
  /// A space of any width, not a line end.
  @inlinable public static var space: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_SPACE)) }
  /// The end of a line.
  @inlinable public static var lineEnd: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_LINE_END)) }
  /// A mark that ends a sentence: 。 ! ? …
  @inlinable public static var sentenceEnd: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_SENTENCE_END)) }
  /// A mark that parts clauses or list members: , 、 ; :
  @inlinable public static var clauseEnd: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_CLAUSE_END)) }
  /// An opening bracket or title mark: ( [ 〔 【 《 〈 {
  @inlinable public static var open: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_OPEN)) }
  /// A closing bracket or title mark.
  @inlinable public static var close: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_CLOSE)) }
  /// A quotation mark of any kind.
  @inlinable public static var quote: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_QUOTE)) }
  /// A mark that content farms write over a redacted value: _ x × * □ ○
  @inlinable public static var redaction: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_REDACTION)) }
  /// A mark that stands before an item without numbering it: ★ · ● ◆ - * and the like.
  @inlinable public static var bullet: UnitClass { UnitClass(rawValue: UInt16(HAN_UNIT_BULLET)) }

  /// A Han numeral of any kind.
  @inlinable public static var hanNumeral: UnitClass { [.hanDigit, .hanMultiplier] }
  /// Anything that separates words or clauses.
  @inlinable public static var boundary: UnitClass {
    [.space, .lineEnd, .sentenceEnd, .clauseEnd, .open, .close, .quote]
  }
}

extension FoldUnit {
  /// The kinds that this unit belongs to.
  @inlinable public var kinds: UnitClass { UnitClass(rawValue: han_unit_class(rawValue)) }

  /// Whether this unit is of any of the kinds given.
  @inlinable
  public func isAny(_ kinds: UnitClass) -> Bool { !self.kinds.isDisjoint(with: kinds) }

  /// The value of a decimal digit, or nil.
  @inlinable public var digitValue: Int? {
    rawValue >= 0x30 && rawValue <= 0x39 ? Int(rawValue) - 0x30 : nil
  }
}
