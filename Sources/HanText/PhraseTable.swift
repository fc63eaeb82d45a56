/// A set of phrases, each with a payload, that finds all of them in one pass over a fold.
///
/// A trie over fold units: a phrase given in any script or width is found in every script and width. Looking at a place
/// costs one look into a small table where no phrase starts, which is nearly everywhere.
public struct PhraseTable<Payload: Sendable>: Sendable {
  /// A phrase that was found.
  public struct Match: Sendable {
    /// Where it stands, in scalars.
    public let span: Range<Int>
    /// What was given with the phrase.
    public let payload: Payload

    @usableFromInline
    init(span: Range<Int>, payload: Payload) {
      self.span = span
      self.payload = payload
    }
  }

  @usableFromInline let trie: PhraseTrie
  /// What was given with each phrase.
  @usableFromInline let payloads: [Payload]

  /// Makes a table. Where a phrase is given twice, the first payload counts.
  @inlinable
  public init(_ phrases: some Sequence<(String, Payload)>) {
    let phrases = Array(phrases)
    trie = PhraseTrie(phrases.map { $0.0 })
    payloads = phrases.map { $0.1 }
  }

  /// Whether some phrase starts with this unit.
  @inlinable @inline(__always)
  public func canStart(with unit: FoldUnit) -> Bool { trie.canStart(with: unit) }

  /// The longest phrase that starts at an offset and ends at or before `limit`.
  @inlinable @inline(__always)
  public func longestMatch(in text: FoldedText, at offset: Int, limit: Int) -> Match? {
    guard let found = longest(in: text, at: offset, limit: limit) else { return nil }
    return Match(span: offset..<found.end, payload: payloads[found.phrase])
  }

  /// The longest phrase that starts at an offset and ends at or before `limit`: its number, by which the table gives what
  /// belongs to it, and its end.
  @inlinable @inline(__always)
  public func longest(in text: FoldedText, at offset: Int, limit: Int) -> (phrase: Int, end: Int)? {
    trie.longest(in: text, at: offset, limit: limit)
  }

  /// What was given with a phrase, by its number.
  @inlinable
  public subscript(phrase: Int) -> Payload { payloads[phrase] }

  /// The first place in a span where a phrase may begin, or the span's end.
  @inlinable
  public func firstStart(in text: FoldedText, within span: Range<Int>) -> Int {
    trie.firstStart(in: text, within: span)
  }

  /// The phrases in a span, from left to right, the longest at each place, none overlapping another.
  @inlinable
  public func matches(in text: FoldedText, within span: Range<Int>) -> [Match] {
    var matches: [Match] = []
    var rest = span
    while let match = firstMatch(in: text, within: rest) {
      matches.append(match)
      rest = match.span.upperBound..<span.upperBound
    }
    return matches
  }

  /// The first phrase in a span, the longest at its place.
  @inlinable
  public func firstMatch(in text: FoldedText, within span: Range<Int>) -> Match? {
    var offset = trie.firstStart(in: text, within: span)
    while offset < span.upperBound {
      if let found = trie.longest(in: text, at: offset, limit: span.upperBound) {
        return Match(span: offset..<found.end, payload: payloads[found.phrase])
      }
      offset = trie.firstStart(in: text, within: offset + 1..<span.upperBound)
    }
    return nil
  }
}

extension PhraseTable where Payload == Bool {
  /// A table of phrases without payloads.
  @inlinable
  public init(_ phrases: some Sequence<String>) {
    self.init(phrases.map { ($0, true) })
  }
}
