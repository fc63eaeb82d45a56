import GangmuDates
import GangmuFields

/// Rules that a user adds to gangmu's own: labels, verbs of duty, section roles, kinds, words for actors, yearly events and vetoes.
///
/// They come before the built-in ones, so that a phrase which both name means what the user says.
public struct RuleFile: Sendable {
  /// Words before a colon, in a column head, or alone as a heading over a value.
  public var labels: [Rule<LabelSense>] = []
  /// Verbs that give a duty in running text.
  public var duties: [Rule<DutySense>] = []
  /// Words that end a heading and say what its section is for.
  public var sectionRoles: [Rule<SectionRole>] = []
  /// Words that end a title and say what the document is.
  public var kinds: [Rule<DocumentKind>] = []
  /// Words that the name of an actor ends with.
  public var actors: [Rule<Responsibility.ActorKind>] = []
  /// Words whose claims are dropped.
  public var vetoes: [Rule<VetoedField>] = []
  /// Yearly events that are numbered.
  public var series: [SeriesRule] = []

  /// Makes an empty file.
  public init() {}

  /// One rule with its tests.
  public struct Rule<Sense: Sendable>: Sendable {
    /// The rule.
    public var rule: LexicalRule<Sense>
    /// Whether a label may have more words before it (網路安全競賽聯系人).
    public var isOpen = false
    /// Its tests.
    public var tests = RuleTests()
    /// Where it stands in its file.
    public var place: RuleFailure.Place?
  }

  /// One series of yearly events with its tests.
  public struct SeriesRule: Sendable {
    /// The stable id.
    public var id: String
    /// The series.
    public var series: YearlySeries
    /// Its tests.
    public var tests = RuleTests()
    /// Where it stands in its file.
    public var place: RuleFailure.Place?
  }

  /// How many rules it holds.
  public var count: Int {
    labels.count + duties.count + sectionRoles.count + kinds.count + actors.count + vetoes.count + series.count
  }

  /// The lexicon that these rules make of another.
  public func lexicon(over base: FieldLexicon = .standard) -> FieldLexicon {
    var lexicon = base
    lexicon.labels = labels.map(\.rule) + lexicon.labels
    lexicon.openLabels.formUnion(labels.filter(\.isOpen).flatMap(\.rule.phrases))
    lexicon.duties = duties.map(\.rule) + lexicon.duties
    lexicon.headings = sectionRoles.map(\.rule) + lexicon.headings
    lexicon.kinds = kinds.map(\.rule) + lexicon.kinds
    lexicon.actors = actors.map(\.rule) + lexicon.actors
    lexicon.vetoes = vetoes.map(\.rule) + lexicon.vetoes
    return lexicon
  }

  /// The built-in rules in the same form.
  public static var standard: RuleFile {
    let lexicon = FieldLexicon.standard
    var file = RuleFile()
    file.labels = lexicon.labels.flatMap { rule -> [Rule<LabelSense>] in
      // A label with open and closed words is two rules in a file.
      let open = rule.phrases.filter(lexicon.openLabels.contains)
      let closed = rule.phrases.filter { !lexicon.openLabels.contains($0) }
      return [(open, true), (closed, false)].filter { !$0.0.isEmpty }.map { phrases, isOpen in
        Rule(rule: LexicalRule(rule.id, rule.sense, rule.confidence, phrases), isOpen: isOpen)
      }
    }
    file.duties = lexicon.duties.map { Rule(rule: $0) }
    file.sectionRoles = lexicon.headings.map { Rule(rule: $0) }
    file.kinds = lexicon.kinds.map { Rule(rule: $0) }
    file.actors = lexicon.actors.map { Rule(rule: $0) }
    file.vetoes = lexicon.vetoes.map { Rule(rule: $0) }
    file.series = YearlySeries.known.enumerated().map { SeriesRule(id: "series.yearly_\($0 + 1)", series: $1) }
    return file
  }
}

/// Texts that show what a rule does and what it leaves alone.
public struct RuleTests: Sendable {
  /// Texts whose record the rule changes.
  public var examples: [Test] = []
  /// Texts whose record it leaves as it is.
  public var counterexamples: [Test] = []

  /// One text.
  public struct Test: Sendable {
    /// The text, read like a page.
    public var text: String
    /// A value that the record must hold as a claim, or nil where any change will do.
    public var gives: String?
    /// Where it stands in its file.
    public var place: RuleFailure.Place
  }
}

/// What is wrong in a rule file, and where.
public struct RuleFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// A place in a file, both counted from 1.
  public struct Place: Sendable, Hashable {
    /// The line.
    public var line: Int
    /// The column, in Unicode scalars.
    public var column: Int

    /// Makes a place.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The file's name.
  public var file: String
  /// Where it is wrong.
  public var place: Place
  /// What is wrong.
  public var message: String

  /// `rules.yaml:3:7: message`
  public var description: String { "\(file):\(place.line):\(place.column): \(message)" }
}
