import HanText

/// Tells a text in the other script from one that differs in layout, width or case alone.
enum ScriptVariant {
  /// Whether two texts with the same content write a Han character differently.
  static func differInScript(
    _ first: (text: FoldedText, span: Range<Int>), _ second: (text: FoldedText, span: Range<Int>)
  ) -> Bool {
    let left = first.text.string(first.span).unicodeScalars.lazy.filter {
      $0.value >= 0x2E80 && $0.value < 0xFE30 && $0 != "\u{3000}"
    }
    let right = second.text.string(second.span).unicodeScalars.lazy.filter {
      $0.value >= 0x2E80 && $0.value < 0xFE30 && $0 != "\u{3000}"
    }
    return !left.elementsEqual(right)
  }
}
