/// Text as gold and records are compared: in Unicode's compatibility form and without spaces.
enum ComparedText {
  /// The text in NFKC without white space: widths, circled numbers and compatibility ideographs are alike.
  static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &folded) }
    return String(folded)
  }

  /// The folded text without punctuation.
  static func bare(_ text: String?) -> String {
    guard let text else { return "" }
    return String(String.UnicodeScalarView(fold(text).unicodeScalars.filter { !punctuation.contains($0) }))
  }

  /// The first line that has anything on it, folded.
  static func firstLine(_ text: some StringProtocol) -> String {
    let start = text.unicodeScalars.drop(while: isSpace)
    return fold(String(String.UnicodeScalarView(start.prefix { $0 != "\n" })))
  }

  /// What follows a marker at the start of a section's text, on its line or on the next where the marker stands alone.
  static func start(of section: String, after marker: String) -> String {
    let folded = fold(marker).unicodeScalars
    var prefix = String.UnicodeScalarView()
    let scalars = section.unicodeScalars
    var index = scalars.startIndex
    while prefix.count <= folded.count {
      if prefix.elementsEqual(folded) { return firstLine(String(String.UnicodeScalarView(scalars[index...]))) }
      guard index < scalars.endIndex else { break }
      append(scalars[index], to: &prefix)
      index = scalars.index(after: index)
    }
    return firstLine(section)
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
    if scalar.value < 0x80 {
      if !isSpace(scalar) { folded.append(scalar) }
    } else if (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0) {
      folded.append(half)
    } else if let forms = CompatibilityForms.table[scalar.value] {
      folded.append(contentsOf: forms.filter { !isSpace($0) })
    } else if !isSpace(scalar) {
      folded.append(scalar)
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  private static let punctuation = Set(
    "「」『』“”\"'‘’《》〈〉()()[]【】〔〕,,。.;;::!!??、—–-~~_*·…（），；：！？～".unicodeScalars)
}
