import HanText

/// A word of a query with what the other region calls it (網路 and 網絡): a document holds the word if it holds one of these.
struct SearchWord {
  /// The word, and the word with all of it in the mainland's words and in Taiwan's, where that is another one; folded. At most
  /// three.
  let variants: [String]

  /// Makes one of a word that is folded.
  init(folded word: String) {
    let text = FoldedText(word)
    let regional = RegionalVocabulary(of: text).words
    var variants = [word]
    for region in RegionalVocabulary.Region.allCases {
      var variant = ""
      var end = 0
      for other in regional where other.region != region {
        variant += text.string(end..<other.span.lowerBound) + other.counterpart
        end = other.span.upperBound
      }
      let folded = SearchText.fold(variant + text.string(end..<text.count))
      if !variants.contains(folded) { variants.append(folded) }
    }
    self.variants = variants
  }

  /// Whether the full-text index holds all variants as phrases: they have three characters or more, as its trigrams.
  var isIndexed: Bool { variants.allSatisfy(Self.isIndexed) }

  /// Whether the full-text index holds a variant as a phrase.
  static func isIndexed(_ variant: String) -> Bool { variant.unicodeScalars.count >= 3 }

  /// The first place of a variant in a text, in Unicode scalars.
  func place(in text: FoldedText) -> Range<Int>? {
    variants.compactMap { Self.place(of: FoldUnit.fold($0), in: text) }.min { $0.lowerBound < $1.lowerBound }
  }

  private static func place(of word: [FoldUnit], in text: FoldedText) -> Range<Int>? {
    guard let first = word.first, text.count >= word.count else { return nil }
    for start in 0...text.count - word.count
    where text[start] == first && text.units[start..<start + word.count].elementsEqual(word) {
      return start..<start + word.count
    }
    return nil
  }
}
