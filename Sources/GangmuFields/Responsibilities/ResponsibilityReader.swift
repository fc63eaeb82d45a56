import GangmuOutline
import HanText

/// Finds who does what. Label lines, rosters, tables, brackets, running text and hand-ins each have a reader of their own;
/// here their entries come together in reading order.
///
/// A class: a struct of all these readers, with their tables, would be copied where it is asked.
final class ResponsibilityReader: Sendable {
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

  /// The sentences and brackets of a document in which a duty may stand.
  func pieces(of context: DocumentContext) -> SentencePieces { sentences.pieces(of: context) }

  /// The entries of a document in the order of their actors, and a warning for each blank.
  func responsibilities(
    in context: DocumentContext
  ) -> (responsibilities: [Responsibility], warnings: [TextWarning]) {
    var found: [Responsibility] = []
    var warnings: [TextWarning] = []
    labels.append(from: context, to: &found, &warnings)
    tables.append(from: context, to: &found, &warnings)
    var state = ProseDuties.State(found: found)
    found = []
    for bracket in context.pieces.brackets where !brackets.append(from: bracket.span, in: context, to: &state.found) {
      if sentences.hasDuty(in: bracket, of: context) { prose.read(bracket, in: context, &state) }
    }
    for piece in context.pieces.sentences { prose.read(piece, in: context, &state) }
    var deadlines = DeadlineSentences()
    while deadlines.goOn(in: context) { handIns.append(from: deadlines.sentence, in: context, to: &state.found) }
    return (Self.ordered(state.found), warnings)
  }

  /// By place, each actor once in one role for one task.
  private static func ordered(_ found: [Responsibility]) -> [Responsibility] {
    var places: [Place] = []
    places.reserveCapacity(found.count)
    for index in found.indices { places.append(Place(of: found[index], at: index)) }
    places.sort()
    var ordered: [Responsibility] = []
    ordered.reserveCapacity(found.count)
    for place in places where !isKnown(found[place.index], among: ordered) { ordered.append(found[place.index]) }
    return ordered
  }

  /// Where an entry belongs.
  private struct Place: Comparable {
    let actor: Int
    let task: Int
    let index: Int

    init(of entry: borrowing Responsibility, at index: Int) {
      actor = entry.actor.lowerBound
      task = entry.task?.span.lowerBound ?? -1
      self.index = index
    }

    static func < (left: Place, right: Place) -> Bool {
      if left.actor != right.actor { return left.actor < right.actor }
      return left.task != right.task ? left.task < right.task : left.index < right.index
    }
  }

  /// Whether one of the entries right before says the same.
  private static func isKnown(_ entry: Responsibility, among ordered: [Responsibility]) -> Bool {
    for index in max(0, ordered.count - 6)..<ordered.count
    where ordered[index].actor == entry.actor && ordered[index].role == entry.role
      && (ordered[index].task == entry.task || entry.task == nil)
    {
      return true
    }
    return false
  }
}
