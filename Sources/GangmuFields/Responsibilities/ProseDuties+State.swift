import HanText

extension ProseDuties {
  /// What is known while the sentences of a document are read, and what of the one at hand.
  struct State {
    private(set) var sentence = Sentence()
    /// The actors of the last duty, who go on being the subject of 並負責….
    var subject: Range<Int>?
    /// What the sentence is about (國家網路安全宣傳周在…下,由…), for verbs that name no object.
    var thing: Range<Int>?
    /// The entries so far, those of the sentences before too.
    var found: [Responsibility]
    /// The actors of the duty at hand.
    var actors: [Actor] = []
    /// How many verbs were read.
    var verbs = 0
    /// The signal of sentences that comes next.
    var mark = 0

    init(found: [Responsibility]) {
      self.found = found
    }

    /// Goes on to another sentence, in the memory of the one before.
    mutating func begin(_ piece: SentencePiece, subject: Range<Int>?, in text: FoldedText) {
      sentence.read(piece.span, in: text)
      mark = piece.firstMark
      self.subject = subject
      thing = nil
      verbs = 0
    }
  }
}
