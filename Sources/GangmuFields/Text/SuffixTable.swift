import HanText

/// A set of phrases that finds the longest one ending at a place: the mirror of `PhraseTable`.
///
/// Chinese is head-final: what an actor, a heading or a label is shows in its last words, so most rules of this target
/// look back from an end.
struct SuffixTable<Payload: Sendable>: Sendable {
  /// A phrase that was found.
  struct Match {
    let span: Range<Int>
    let payload: Payload
  }

  /// The phrases, read from their ends.
  private let trie: PhraseTrie
  private let payloads: [Payload]

  /// Makes a table. Where a phrase is given twice, the first payload counts.
  init(_ phrases: some Sequence<(String, Payload)>) {
    let phrases = Array(phrases)
    trie = PhraseTrie(phrases.map { $0.0 }, isReversed: true)
    payloads = phrases.map { $0.1 }
  }

  /// The longest phrase that ends at `end` and starts at or after `lower`. With `skippingSpaces`, spaces inside the phrase
  /// do not matter (`电 话`, `主　任`).
  @inline(__always)
  func longestMatch(in text: FoldedText, endingAt end: Int, lower: Int, skippingSpaces: Bool = false) -> Match? {
    guard let found = longest(in: text, endingAt: end, lower: lower, skippingSpaces: skippingSpaces) else { return nil }
    return Match(span: found.start..<end, payload: payloads[found.phrase])
  }

  /// The longest phrase that ends at `end` and starts at or after `lower`: its number, by which the table gives what belongs
  /// to it, and its start.
  @inline(__always)
  func longest(
    in text: FoldedText, endingAt end: Int, lower: Int, skippingSpaces: Bool = false
  ) -> (phrase: Int, start: Int)? {
    trie.longest(in: text, endingAt: end, lower: lower, skippingSpaces: skippingSpaces)
  }

  /// What was given with a phrase, by its number.
  subscript(phrase: Int) -> Payload { payloads[phrase] }

  /// Whether some phrase ends with this unit.
  @inline(__always)
  func canEnd(with unit: FoldUnit) -> Bool { trie.canStart(with: unit) }
}

extension SuffixTable where Payload == Bool {
  /// A table of phrases without payloads.
  init(_ phrases: some Sequence<String>) {
    self.init(phrases.map { ($0, true) })
  }
}
