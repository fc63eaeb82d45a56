/// A text with its fold: valid UTF-8, and beside it one `FoldUnit` for each Unicode scalar.
///
/// Every offset in gangmu is an index into `units`, which is also a scalar offset into the text, so what a rule finds in
/// the fold is quoted from the text without any mapping: `string(span)` is the value, byte for byte.
@frozen
public struct FoldedText: Sendable {
  /// What the text is made of, behind one reference: texts are handed on from rule to rule, and each copy of five arrays
  /// would count five references up and down.
  @usableFromInline
  final class Content: Sendable {
    @usableFromInline let utf8: [UInt8]
    @usableFromInline let units: [FoldUnit]
    let replacements: InvalidUTF8
    let sourceMap: SourceMap
    /// The byte offset of every `stride`-th scalar.
    let checkpoints: [Int]

    init(
      utf8: [UInt8], units: [FoldUnit], checkpoints: [Int], replacements: InvalidUTF8, sourceMap: SourceMap
    ) {
      self.utf8 = utf8
      self.units = units
      self.replacements = replacements
      self.sourceMap = sourceMap
      self.checkpoints = checkpoints
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

  private static let stride = 32

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
    var units: [FoldUnit] = []
    var checkpoints: [Int] = []
    if Self.fold(bytes, into: &units, &checkpoints) {
      self.init(utf8: bytes, units: units, checkpoints: checkpoints, replacements: .none)
    } else {
      let repaired = InvalidUTF8.repairing(bytes)
      _ = Self.fold(repaired.utf8, into: &units, &checkpoints)
      self.init(utf8: repaired.utf8, units: units, checkpoints: checkpoints, replacements: repaired.replacements)
    }
  }

  private init(
    utf8: [UInt8], units: [FoldUnit], checkpoints: [Int], replacements: InvalidUTF8,
    sourceMap: SourceMap = .identity
  ) {
    content = Content(
      utf8: utf8, units: units, checkpoints: checkpoints, replacements: replacements, sourceMap: sourceMap)
  }

  /// The text of a span of scalars.
  public func string(_ span: Range<Int>) -> String {
    String(decoding: utf8[utf8Range(span)], as: UTF8.self)
  }

  /// Where a span of scalars stands in `utf8`.
  public func utf8Range(_ span: Range<Int>) -> Range<Int> {
    let lower = utf8Offset(span.lowerBound)
    // Spans are short: walking on from the lower bound beats a second look-up.
    guard span.count <= Self.stride else { return lower..<utf8Offset(span.upperBound) }
    return lower..<advance(lower, by: span.count)
  }

  /// Where a scalar starts in `utf8`. `offset` may be `count`.
  public func utf8Offset(_ offset: Int) -> Int {
    guard offset < count else { return utf8.count }
    return advance(content.checkpoints[offset / Self.stride], by: offset % Self.stride)
  }

  /// The Unicode scalar at an offset.
  public func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset >= 0, offset < count else { return nil }
    return string(offset..<offset + 1).unicodeScalars.first
  }

  private func advance(_ byte: Int, by scalars: Int) -> Int {
    utf8.withUnsafeBytes { UTF8Leads($0).offset(after: scalars, from: byte) }
  }

  /// A text put together from pieces of this one, in the order given, without folding again.
  public func gathering(_ pieces: [Piece]) -> FoldedText {
    let places = pieces.map(byteRange)
    var map = SourceMap.empty(capacity: pieces.count)
    var hint = 0
    for piece in pieces {
      switch piece {
      case .span(let span): map.append(span, of: sourceMap, hint: &hint)
      case .lineEnd, .space: map.appendInserted()
      }
    }
    let length = zip(pieces, places).reduce(0) { $0 + ($1.0.inserted == nil ? $1.1.count : 1) }
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { output, written in
      utf8.withUnsafeBufferPointer { source in
        for (piece, place) in zip(pieces, places) {
          if let mark = piece.inserted {
            output.initializeElement(at: written, to: UInt8(truncatingIfNeeded: mark.rawValue))
            written += 1
          } else {
            written = output[written...].initialize(fromContentsOf: source[place])
          }
        }
      }
    }
    let folded = [FoldUnit](unsafeUninitializedCapacity: pieces.reduce(0) { $0 + $1.count }) { output, written in
      units.withUnsafeBufferPointer { source in
        for piece in pieces {
          if case .span(let span) = piece {
            written = output[written...].initialize(fromContentsOf: source[span])
          } else if let mark = piece.inserted {
            output.initializeElement(at: written, to: mark)
            written += 1
          }
        }
      }
    }
    return FoldedText(
      utf8: bytes, units: folded, checkpoints: Self.checkpoints(of: bytes, scalars: folded.count), replacements: .none,
      sourceMap: map)
  }

  /// The bytes of a piece; none where it is new.
  private func byteRange(_ piece: Piece) -> Range<Int> {
    if case .span(let span) = piece { utf8Range(span) } else { 0..<0 }
  }

  /// A part of a gathered text.
  public enum Piece: Sendable {
    /// Scalars of the text gathered from.
    case span(Range<Int>)
    /// A line end that was not there before.
    case lineEnd
    /// A space that was not there before.
    case space

    /// The number of scalars.
    var count: Int {
      switch self {
      case .span(let span): span.count
      case .lineEnd, .space: 1
      }
    }

    /// The mark that was not there before, which folds to itself.
    fileprivate var inserted: FoldUnit? {
      switch self {
      case .span: nil
      case .lineEnd: "\n"
      case .space: " "
      }
    }
  }

  private static func checkpoints(of utf8: [UInt8], scalars: Int) -> [Int] {
    let count = (scalars + stride - 1) / stride
    return [Int](unsafeUninitializedCapacity: count) { checkpoints, written in
      utf8.withUnsafeBytes { bytes in
        let leads = UTF8Leads(bytes)
        var offset = 0
        while written < count {
          checkpoints[written] = offset
          written += 1
          offset = leads.offset(after: stride, from: offset)
        }
      }
    }
  }
}

extension FoldedText {
  /// Fills `units` and `checkpoints`, or returns false at the first byte that is no UTF-8.
  ///
  /// The hot loop of every run. Each input byte is read once, below `bytes.count`; each output slot is written once, below
  /// the number of lead bytes counted before.
  private static func fold(_ bytes: [UInt8], into units: inout [FoldUnit], _ checkpoints: inout [Int]) -> Bool {
    let table = FoldTable.shared
    var isValid = true
    bytes.withUnsafeBufferPointer { bytes in
      var leads = 0
      for byte in bytes where Int8(bitPattern: byte) > -65 { leads += 1 }
      checkpoints = []
      checkpoints.reserveCapacity(leads / stride + 1)
      units = [FoldUnit](unsafeUninitializedCapacity: leads) { output, written in
        var reader = UTF8Reader(bytes: bytes)
        while let scalar = reader.next() {
          if written & (stride - 1) == 0 { checkpoints.append(reader.start) }
          output[written] = scalar < 0x10000 ? table.units[Int(scalar)] : table.foldAstral(scalar)
          written += 1
        }
        isValid = reader.isValid
      }
    }
    return isValid
  }
}
