import GangmuCopies
import HanText

/// Tells a text in the other script from one that differs in layout, width or case alone, and from one that was changed.
enum ScriptVariant {
  /// A part of a text.
  typealias Part = (text: FoldedText, span: Range<Int>)

  /// Whether two texts with the same content write a Han character differently.
  static func differInScript(_ first: Part, _ second: Part) -> Bool {
    !han(of: first).elementsEqual(han(of: second))
  }

  private static func han(of part: Part) -> some Sequence<Unicode.Scalar> {
    part.text.string(part.span).unicodeScalars.lazy.filter {
      $0.value >= 0x2E80 && $0.value < 0xFE30 && $0 != "\u{3000}"
    }
  }

  /// Whether a text looks Traditional, by its first characters: some of those are not what they fold to.
  static func looksTraditional(_ text: FoldedText, _ span: Range<Int>) -> Bool {
    let bytes = text.utf8
    var byte = text.utf8Offset(span.lowerBound)
    var changed = 0
    var han = 0
    for offset in span.prefix(sampleLength) {
      let lead = bytes[byte]
      let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      if width == 3 {
        let scalar = UInt16(lead & 0x0F) << 12 | UInt16(bytes[byte + 1] & 0x3F) << 6 | UInt16(bytes[byte + 2] & 0x3F)
        if scalar >= 0x4E00, scalar < 0xA000 {
          han += 1
          if scalar != text[offset].rawValue { changed += 1 }
        }
      }
      byte += width
    }
    return changed * leastShare > han
  }

  private static let sampleLength = 48
  /// Of Traditional text a third of the characters have another form in Simplified, of Simplified text hardly one.
  private static let leastShare = 20

  /// Whether a Traditional and a Simplified text say the same in the words of two regions (網路資訊, 网络信息): whether the
  /// conversion of one of them, with words, has the content of the other.
  static func isSameInOtherWords(traditional: Part, simplified: Part) -> Bool {
    let (left, right) = (content(traditional), content(simplified))
    guard marks(in: left).elementsEqual(marks(in: right)) else { return false }
    return toSimplified.contains { isSame(traditional, convertedBy: $0, as: right) }
      || toTraditional.contains { isSame(simplified, convertedBy: $0, as: left) }
  }

  /// Digits and punctuation, which regional words have none of; most changes add or take away some.
  private static func marks(in content: ContentUnits) -> some Sequence<UInt16> {
    content.units.lazy.filter { !FoldUnit(rawValue: $0).isAny([.han, .latin]) }
  }

  /// Converts the beginning first: texts that were changed differ there already.
  private static func isSame(_ part: Part, convertedBy converter: Converter, as content: ContentUnits) -> Bool {
    let head = Self.content((part.text, part.span.prefix(headLength)), convertedBy: converter).units
    // The last words may be cut in two.
    guard content.units.starts(with: head.dropLast(headRest)) else { return false }
    return Self.content(part, convertedBy: converter).units == content.units
  }

  private static let (headLength, headRest) = (160, 16)

  private static let toSimplified = converters([.t2s, .tw2sp, .hk2sp])
  private static let toTraditional = converters([.s2twp, .s2hkp])

  /// By the best segmentation, and by the longest match, which is what most tools convert by.
  private static func converters(_ configurations: [ConversionConfiguration]) -> [Converter] {
    configurations.flatMap { [Converter($0), Converter($0, policy: .longestMatch)] }
  }

  private static func content(_ part: Part) -> ContentUnits { ContentUnits(part.text, span: part.span) }

  private static func content(_ part: Part, convertedBy converter: Converter) -> ContentUnits {
    let bytes = Array(part.text.utf8[part.text.utf8Range(part.span)])
    return ContentUnits(FoldedText(utf8: converter.convert(utf8: bytes)))
  }
}
