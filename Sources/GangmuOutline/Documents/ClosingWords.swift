import HanText

/// Words by whose place at the end of a line the line is known.
package struct ClosingWords: Sendable {
  private let words: PhraseTrie

  /// Makes a set of words, none of them empty.
  package init(_ words: [String]) {
    self.words = PhraseTrie(words, isReversed: true)
  }

  /// Whether one of the words ends at an offset and begins at or behind `start`.
  package func close(at end: Int, from start: Int, in text: FoldedText) -> Bool {
    words.longest(in: text, endingAt: end, lower: start) != nil
  }
}
