/// One unit of a fold: what a Unicode scalar comes down to when script, width, case and kind of space do not matter.
///
/// A unit is 16 bits wide, so a text of *n* scalars folds to *n* units and index *i* in the fold is scalar offset *i* in
/// the text. Rules are written with literals of the folded form: simplified, half width, lower case.
///
///     text[i] == "年"     // matches 年
///     text[i] == "("     // matches ( and （
@frozen
public struct FoldUnit: Hashable, Sendable, Comparable, ExpressibleByUnicodeScalarLiteral {
  /// The code point of the folded character, or `astral`'s.
  public var rawValue: UInt16

  /// Makes a unit from a code point that is folded already.
  @inlinable
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Makes the unit that a rule compares with. The literal must be in folded form; an astral scalar gives `astral`.
  @inlinable
  public init(unicodeScalarLiteral scalar: Unicode.Scalar) {
    rawValue = scalar.value > 0xFFFF ? 0xFFFF : UInt16(truncatingIfNeeded: scalar.value)
  }

  /// What every scalar beyond U+FFFF folds to, unless its folded form lies within.
  public static let astral = FoldUnit(rawValue: 0xFFFF)

  /// Orders units by code point.
  @inlinable
  public static func < (left: FoldUnit, right: FoldUnit) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The folded form of one scalar.
  public init(folding scalar: Unicode.Scalar) {
    self = FoldTable.shared.fold(scalar)
  }

  /// The folded form of a string, one unit for each of its Unicode scalars.
  public static func fold(_ string: some StringProtocol) -> [FoldUnit] {
    string.unicodeScalars.map(FoldUnit.init(folding:))
  }
}
