/// One unit of a text under conversion: a Unicode scalar, or a byte that was no UTF-8, with a mark for where a segment starts.
///
/// Packed into 32 bits, so that a mismatch of marks is a mismatch of units: a phrase never matches across the start of a
/// segment, at no cost.
package enum HanUnit {
  /// Set on the first unit of a segment.
  static let segmentStart: UInt32 = 1 << 31
  /// Added to a byte that was no UTF-8, which is handed on as it is.
  static let rawByte: UInt32 = 0x110000

  /// In a map of characters: the conversion has more than one character.
  package static let widens: UInt32 = 1 << 30

  /// The scalar or byte without the mark.
  @inline(__always)
  static func bare(_ unit: UInt32) -> UInt32 { unit & ~segmentStart }
}
