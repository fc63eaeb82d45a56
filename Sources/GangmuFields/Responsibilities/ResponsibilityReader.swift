import GangmuOutline
import HanText

/// Finds who does what. Label lines, rosters, tables, brackets, running text and hand-ins each have a reader of their own;
/// here their entries come together in reading order.
struct ResponsibilityReader: Sendable {
  private let labels: LabelDuties
  private let tables: TableDuties
  private let brackets: BracketDuties
  private let prose: ProseDuties
  private let handIns: HandIns
  private let sentences: SentenceReader

  init(lexicon: FieldLexicon, actors: ActorReader, labels: LabelReader) {
    let verbs = DutyVerbs(lexicon: lexicon)
    self.labels = LabelDuties(actors: actors, labels: labels)
    tables = TableDuties(actors: actors, labels: labels)
    brackets = BracketDuties(actors: actors)
    prose = ProseDuties(actors: actors, verbs: verbs)
    handIns = HandIns(actors: actors)
    sentences = SentenceReader(verbs: verbs)
  }

  /// The entries of a document in the order of their actors, and a warning for each blank.
  func responsibilities(
    in context: inout DocumentContext
  ) -> (responsibilities: [Responsibility], warnings: [TextWarning]) {
    var found: [Responsibility] = []
    var warnings: [TextWarning] = []
    let pieces = sentences.pieces(of: context)
    context.countDutyBrackets(pieces.brackets)
    labels.append(from: context, to: &found, &warnings)
    tables.append(from: context, to: &found, &warnings)
    var state = ProseDuties.State(found: found)
    found = []
    for bracket in pieces.brackets where !brackets.append(from: bracket, in: context, to: &state.found) {
      if sentences.hasDuty(in: bracket, of: context.text) {
        prose.read(SentencePiece(span: bracket, isContinued: false), in: context, &state)
      }
    }
    for piece in pieces.sentences { prose.read(piece, in: context, &state) }
    for sentence in sentences.sentencesWithDeadline(of: context) {
      handIns.append(from: sentence, in: context, to: &state.found)
    }
    return (Self.ordered(state.found), warnings)
  }

  /// By place, each actor once in one role for one task.
  private static func ordered(_ found: [Responsibility]) -> [Responsibility] {
    let places = found.indices.sorted {
      (found[$0].actor.lowerBound, found[$0].task?.span.lowerBound ?? -1, $0)
        < (found[$1].actor.lowerBound, found[$1].task?.span.lowerBound ?? -1, $1)
    }
    var ordered: [Responsibility] = []
    ordered.reserveCapacity(found.count)
    for place in places {
      let entry = found[place]
      let isKnown = ordered.suffix(6).contains {
        $0.actor == entry.actor && $0.role == entry.role && ($0.task == entry.task || entry.task == nil)
      }
      if !isKnown { ordered.append(entry) }
    }
    return ordered
  }
}
