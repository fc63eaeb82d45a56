/// A text with its fold: valid UTF-8, and beside it one `FoldUnit` for each Unicode scalar.
///
/// Every offset in gangmu is an index into `units`, which is also a scalar offset into the text, so what a rule finds in
/// the fold is quoted from the text without any mapping: `string(span)` is the value, byte for byte.
@frozen
public struct FoldedText: Sendable {
  /// What the text is made of, behind one reference: texts are handed on from rule to rule, and each copy of six arrays
  /// would count six references up and down.
  @usableFromInline
  final class Content: Sendable {
    @usableFromInline let utf8: [UInt8]
    @usableFromInline let units: [FoldUnit]
    let traits: [ScriptTraits]
    let index: ScalarIndex
    let replacements: InvalidUTF8
    let sourceMap: SourceMap

    init(utf8: [UInt8], scalars: FoldedScalars, replacements: InvalidUTF8, sourceMap: SourceMap) {
      self.utf8 = utf8
      units = scalars.units
      traits = scalars.traits
      index = scalars.index
      self.replacements = replacements
      self.sourceMap = sourceMap
    }
  }

  @usableFromInline let content: Content

  /// The text itself, always valid.
  @inlinable public var utf8: [UInt8] { content.utf8 }

  /// The fold: one unit for each Unicode scalar of the text.
  @inlinable public var units: [FoldUnit] { content.units }

  /// The bytes of the source that were no UTF-8 and stand as U+FFFD in the text.
  public var replacements: InvalidUTF8 { content.replacements }

  /// Where its scalars stood in the text that it was gathered from, over all steps.
  public var sourceMap: SourceMap { content.sourceMap }

  /// The number of Unicode scalars.
  @inlinable public var count: Int { units.count }

  /// The fold unit at a scalar offset.
  @inlinable
  public subscript(offset: Int) -> FoldUnit { units[offset] }

  /// The unit at an offset, or nil where the text has none there. For rules that look around.
  @inlinable
  public func unit(at offset: Int) -> FoldUnit? {
    offset >= 0 && offset < units.count ? units[offset] : nil
  }

  /// Folds a string.
  public init(_ string: String) {
    self.init(utf8: Array(string.utf8))
  }

  /// Folds bytes that should be UTF-8. Where they are not, each maximal ill-formed part becomes one U+FFFD (Unicode 15,
  /// section 3.9, the practice of the WHATWG decoder) and is counted in `replacements`.
  public init(utf8 bytes: [UInt8]) {
    if let scalars = FoldTable.shared.fold(utf8: bytes) {
      self.init(utf8: bytes, scalars: scalars)
    } else {
      let repaired = InvalidUTF8.repairing(bytes)
      let scalars = FoldTable.shared.fold(utf8: repaired.utf8) ?? FoldedScalars(capacity: 0) { _, _, _ in 0 }
      self.init(utf8: repaired.utf8, scalars: scalars, replacements: repaired.replacements)
    }
  }

  /// Makes a text of valid UTF-8 and its fold.
  init(
    utf8: [UInt8], scalars: FoldedScalars, replacements: InvalidUTF8 = .none, sourceMap: SourceMap = .identity
  ) {
    content = Content(utf8: utf8, scalars: scalars, replacements: replacements, sourceMap: sourceMap)
  }

  /// The text of a span of scalars.
  public func string(_ span: Range<Int>) -> String {
    // What was found valid when it was folded need not be looked at again.
    String(copying: UTF8Span(unchecked: utf8.span.extracting(utf8Range(span))))
  }

  /// Where a span of scalars stands in `utf8`.
  public func utf8Range(_ span: Range<Int>) -> Range<Int> {
    utf8Offset(span.lowerBound)..<utf8Offset(span.upperBound)
  }

  /// Where a scalar starts in `utf8`; the end for `count` and for offsets beyond it.
  public func utf8Offset(_ offset: Int) -> Int {
    content.index.byteOffset(of: min(offset, count))
  }

  /// The Unicode scalar at an offset.
  public func scalar(at offset: Int) -> Unicode.Scalar? {
    offset >= 0 && offset < count ? Unicode.Scalar(code(at: offset)) : nil
  }

  /// The code point of a scalar that the text has.
  func code(at offset: Int) -> UInt32 {
    utf8.withUnsafeBufferPointer { bytes in
      let start = utf8Offset(offset)
      if bytes[start] & 0xF0 == 0xE0 { return bytes.threeByteScalar(at: start) }
      if bytes[start] < 0x80 { return UInt32(bytes[start]) }
      var code: UInt32 = 0
      forEachScalar(UnsafeBufferPointer(rebasing: bytes[start..<utf8Offset(offset + 1)])) { code = $0 }
      return code
    }
  }
}
