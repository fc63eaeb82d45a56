/// The sentences of a document that hold a verb of duty, and the insides of all brackets, each in reading order.
struct SentencePieces: Sendable {
  private(set) var sentences: [SentencePiece] = []
  private(set) var brackets: [SentencePiece] = []

  /// How many of each a document holds that has some.
  private static let usualCount = 8

  /// Appends a sentence.
  mutating func append(_ sentence: SentencePiece) {
    if sentences.isEmpty { sentences.reserveCapacity(Self.usualCount) }
    sentences.append(sentence)
  }

  /// Appends the inside of a bracket.
  mutating func append(bracket span: Range<Int>, firstMark: Int) {
    if brackets.isEmpty { brackets.reserveCapacity(Self.usualCount) }
    brackets.append(SentencePiece(span: span, firstMark: firstMark))
  }
}

/// Where a sentence, or the inside of a bracket, stands that is to be read.
struct SentencePiece: Sendable {
  /// The sentence without its end mark.
  var span: Range<Int>
  /// Whether it goes on from a semicolon.
  var isContinued = false
  /// The index of a signal of sentences, before which none stands in it.
  var firstMark: Int
}
